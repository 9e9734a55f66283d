import type { ArticleHead } from '../article.ts';
import type { CommandRow } from '../command-table.ts';
import { formatDay } from '../local-date.ts';
import type { Home, Reply, SourceRow, TopicRow } from '../reply.ts';
import type { Topic } from '../topic.ts';
import type { Choice, Line, Outline } from './outline.ts';
import { plainOutline } from './outline.ts';

type ReplyOf<K extends Reply['kind']> = Extract<Reply, { readonly kind: K }>;

function noticeLines(notice: string | null): readonly Line[] {
  return notice === null ? [] : [{ kind: 'notice', text: notice }];
}

function counted(count: number, one: string): string {
  return `${count} ${one}${count === 1 ? '' : 's'}`;
}

export function outlineSearch({ query, results, notice }: ReplyOf<'search'>): Outline {
  const found = results.flatMap(({ title, text, articleId }): Line[] => [
    { kind: 'verdict', text: title },
    { kind: 'quote', mark: null, text },
    { kind: 'small', text: articleId },
  ]);
  return plainOutline([...noticeLines(notice), ...found], `Search: ${query}`);
}

function articleLine({ id, title, outlet, published }: ArticleHead): Line {
  const about = [title, outlet ?? 'outlet not given', id].join(' · ');
  return { kind: 'item', lead: published === null ? 'undated' : formatDay(published), text: about };
}

export function outlineArticles({ articles, notice }: ReplyOf<'articles'>): Outline {
  return plainOutline([...noticeLines(notice), ...articles.map(articleLine)], 'Articles');
}

function topicChoice({ slug, title }: Topic): Choice {
  return { label: title, text: `brief ${slug}` };
}

function topicLine({ topic, articles }: TopicRow): Line {
  return { kind: 'item', lead: topic.slug, text: `${topic.title} · ${counted(articles, 'article')}` };
}

export function outlineTopics({ topics, notice }: ReplyOf<'topics'>): Outline {
  const lines = [...noticeLines(notice), ...topics.map(topicLine)];
  return { ...plainOutline(lines, 'Topics'), choices: topics.map(({ topic }) => topicChoice(topic)) };
}

function listLine(lead: string, values: readonly string[]): readonly Line[] {
  return values.length === 0 ? [] : [{ kind: 'item', lead, text: values.join(', ') }];
}

export function outlineTopic({ topic, articles }: ReplyOf<'topic'>): Outline {
  const lines = [
    { kind: 'title' as const, text: `${topic.title} (${topic.slug}) · ${counted(articles, 'article')}` },
    ...topic.groups.flatMap((group, index) => listLine(`any of (${index + 1})`, group)),
    ...listLine('but not', topic.exclude),
    ...topic.sides.flatMap((side) => listLine(`speaks for ${side.name}`, side.speakers)),
    ...topic.aliases.flatMap((group) => listLine('same', group)),
    ...topic.questions.map((text): Line => ({ kind: 'item', lead: 'asks', text })),
  ];
  return { ...plainOutline(lines, topic.title), choices: [topicChoice(topic)] };
}

export function outlineNearTopics({ asked, topics }: ReplyOf<'near-topics'>): Outline {
  const text = asked === '' ? 'Which topic?' : `There is no topic “${asked}”. Did you mean one of these?`;
  const none = topics.length === 0 ? [{ kind: 'plain' as const, text: 'There is no topic yet.' }] : [];
  return { ...plainOutline([{ kind: 'plain', text }, ...none], text), choices: topics.map(topicChoice) };
}

export function outlineSources({ sources }: ReplyOf<'sources'>): Outline {
  const state = ({ readAt, problem }: SourceRow): string => (problem === null ? `read ${readAt ?? 'never'}` : `FAILED: ${problem}`);
  const lines = sources.map(
    (source): Line => ({
      kind: 'item',
      lead: source.path,
      text: `${source.outlet ?? 'outlet not given'} · ${state(source)}`,
    }),
  );
  return plainOutline(lines.length > 0 ? lines : [{ kind: 'plain', text: 'No source yet.' }], 'Sources');
}

export function outlineHelp({ commands }: ReplyOf<'help'>): Outline {
  const rows = commands.map(({ name, description, examples }: CommandRow): Line => {
    return { kind: 'item', lead: name, text: `${description}. For example: ${examples.join('; ')}` };
  });
  const lead = 'Ask a question in your own words, or begin with a command:';
  return plainOutline([{ kind: 'plain', text: lead }, ...rows], 'What can be asked');
}

export function outlineStatistics({ facts }: ReplyOf<'stats'>): Outline {
  return plainOutline(
    facts.map(([lead, text]) => ({ kind: 'item', lead, text })),
    'What is held',
  );
}

export function outlineLedger({ rows }: ReplyOf<'ledger'>): Outline {
  const lines = rows.map(({ subject, id, engine, usage, dropped }): Line => {
    const tokens = `${usage.inputTokens + usage.outputTokens} tokens`;
    return { kind: 'item', lead: subject, text: [engine, tokens, `${dropped.length} dropped`, id].join(' · ') };
  });
  return plainOutline(lines.length > 0 ? lines : [{ kind: 'plain', text: 'Nothing was written yet.' }], 'Ledger');
}

export function outlineReports({ reports }: ReplyOf<'reports'>): Outline {
  if (reports.length === 0) return plainOutline([{ kind: 'plain', text: 'Nobody has said that anything is wrong.' }], 'Reports');
  const lines = reports.flatMap(({ id, claim, why, by, reportedAt, state }): Line[] => [
    { kind: 'verdict', text: `${state} · ${reportedAt.slice(0, 10)} · ${by}${why === '' ? '' : `: ${why}`}` },
    { kind: 'plain', text: claim.text },
    ...claim.citations.map((citation): Line => ({ kind: 'quote', mark: null, text: citation.quote })),
    { kind: 'small', text: id },
  ]);
  const choices = reports
    .filter(({ state }) => state === 'open')
    .flatMap(({ id, claim }): Choice[] => [
      { label: `Wrong, keep it out: ${claim.text}`, text: `reports uphold ${id}` },
      { label: `Right, show it again: ${claim.text}`, text: `reports dismiss ${id}` },
    ]);
  return { ...plainOutline(lines, 'Reports'), choices: choices.slice(0, 10) };
}

export function outlineSettings({ rows }: ReplyOf<'settings'>): Outline {
  const lines = rows.map(({ label, value, change }): Line => ({ kind: 'item', lead: label, text: `${value} (change: ${change})` }));
  return plainOutline(lines, 'Settings');
}

/** Briefs and topics come first: what a person opens the page for. */
export function outlineHome({ topics, briefs, hints, managers, mayManage, openReports, notice }: Home): Outline {
  const rights = mayManage
    ? 'You may manage topics, sources and settings.'
    : 'You may ask and read; topics and sources are managed by others.';
  const reports = openReports === null || openReports === 0 ? [] : [`${counted(openReports, 'report')} to look at: reports`];
  const lines: Line[] = [
    { kind: 'title', text: 'Attaché' },
    ...noticeLines(notice),
    { kind: 'heading', text: 'Topics' },
    ...(topics.length > 0 ? topics.map(topicLine) : [{ kind: 'plain' as const, text: 'No topic yet.' }]),
    { kind: 'heading', text: 'Latest briefs' },
    ...(briefs.length > 0
      ? briefs.map(
          ({ id, title, writtenAt }): Line => ({
            kind: 'item',
            lead: title,
            text: `${writtenAt.slice(0, 16).replace('T', ' ')} UTC · ${id}`,
          }),
        )
      : [{ kind: 'plain' as const, text: 'None yet.' }]),
    { kind: 'heading', text: 'How to ask' },
    ...hints.map((text): Line => ({ kind: 'plain', text })),
    { kind: 'heading', text: 'Who may manage' },
    { kind: 'plain', text: rights },
    ...listLine('besides the admins', managers),
    ...reports.map((text): Line => ({ kind: 'fact', text })),
  ];
  return { ...plainOutline(lines, 'Attaché'), choices: topics.map(({ topic }) => topicChoice(topic)) };
}
