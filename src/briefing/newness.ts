import { formatDay } from '../domain/local-date.ts';
import type { ReplyInput } from '../domain/reply-record.ts';
import { type Known, looksAt } from './baseline.ts';

/** What a claim is called whose articles an earlier brief would have had, had they been held. */
export const NEW = 'New';
const NEWLY_ADDED = 'Newly added';

/** True when an article came in after the earlier brief, which would have taken it. One that was taken out and read in anew did not. */
export function cameSince(then: Known, input: ReplyInput): boolean {
  return (
    looksAt(then, input) &&
    !then.inputs.some(({ articleId, contentHash }) => articleId === input.articleId || contentHash === input.contentHash)
  );
}

/** True when an article came in since and tells a story that was not there either. A copy or a new version tells none. */
export function isFresh(then: Known, input: ReplyInput): boolean {
  return cameSince(then, input) && !then.inputs.some(({ storyId }) => storyId === input.storyId);
}

/**
 * How a claim on these articles is new: `New` when all are dated within the period and none is older than what the earlier
 * brief knew already; else, since what came in late is no news, with its date. Null when it is not new, or when that cannot
 * be told because the earlier brief did not look at its day.
 */
export function newnessOf(on: readonly ReplyInput[], now: Known, then: Known): string | null {
  if (on.length === 0 || !on.every((input) => isFresh(then, input))) return null;
  const dates = on.flatMap(({ published }) => published ?? []).toSorted();
  const [oldest] = dates;
  if (oldest === undefined) return `${NEWLY_ADDED}, undated`;
  const known = then.inputs.flatMap(({ published }) => published ?? []).toSorted();
  const late = now.period.widened || dates.length < on.length || oldest < now.period.from || oldest < (known.at(-1) ?? '');
  return late ? `${NEWLY_ADDED}, dated ${formatDay(oldest)}` : NEW;
}
