import type { BriefRequest } from '../briefing/prepare-brief.ts';
import type { Brief } from '../domain/brief.ts';
import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { nearSlugs } from '../domain/near-slugs.ts';
import { parsePeriod } from '../domain/parse-period.ts';
import type { Period } from '../domain/period.ts';
import type { Reply } from '../domain/reply.ts';
import type { Topic } from '../domain/topic.ts';

function readPeriod(text: string | undefined, today: LocalDate): Period | null {
  if (text === undefined) return null;
  const period = parsePeriod(text, today);
  if (!period)
    throw new UserError(
      `"${text.slice(0, 60)}" is not a period; write it like "last 14 days", "since 2024-11-01" or "2024-11-01 to 2024-11-07".`,
    );
  return period;
}

/** A topic by its slug, its title or one of its spellings ("UK China"). */
function findTopic(asked: string, topics: readonly Topic[]): Topic | undefined {
  const spelled = (name: string): string =>
    name
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? '';
  return topics.find(({ slug, title }) => spelled(asked) === slug || spelled(asked) === spelled(title));
}

/**
 * What `brief` was asked for: a request, or the reply that helps the person on, when no topic was named or a single
 * word is nearly the slug of one.
 */
export function readBriefCommand(
  { args }: Command,
  topics: readonly Topic[],
  today: LocalDate,
): { readonly request: Pick<BriefRequest, 'subject' | 'period'> } | { readonly reply: Exclude<Reply, Brief> } {
  const period = readPeriod(args['period'], today);
  const asked = args['topic'] ?? '';
  if (asked === '') return { reply: { kind: 'near-topics', asked: '', topics } };
  const topic = findTopic(asked, topics);
  if (topic) return { request: { subject: { kind: 'topic', topic }, period } };
  const near = /\s/.test(asked)
    ? []
    : nearSlugs(
        asked,
        topics.map(({ slug }) => slug),
      );
  if (near.length > 0)
    return {
      reply: {
        kind: 'near-topics',
        asked,
        topics: near.flatMap((slug) => topics.filter((one) => one.slug === slug)),
      },
    };
  return { request: { subject: { kind: 'words', words: asked }, period } };
}
