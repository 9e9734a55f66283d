import type { Brief } from '../domain/brief.ts';
import type { ChangedClaim } from '../domain/claim.ts';
import { formatDay } from '../domain/local-date.ts';
import { type Known, knownTo } from './baseline.ts';
import type { Revision } from './corrections.ts';
import { isFresh, NEW } from './newness.ts';

function sinceOf({ writtenAt }: Brief): string {
  return `the brief of ${formatDay(writtenAt.slice(0, 10))}, ${writtenAt.slice(11, 16)} UTC`;
}

function are(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? ' is' : 's are'}`;
}

/** How many claims are new, and since when. "Nothing new" is said only where no article came in and nothing else changed. */
function newFact(since: string, labels: readonly string[], articles: number, others: number): string {
  const fresh = labels.filter((label) => label === NEW).length;
  const late = labels.length - fresh;
  if (fresh > 0) return `${are(fresh, 'claim')} new since ${since}${late > 0 ? `; ${late} more came in since, from older articles` : ''}.`;
  if (late > 0) return `${are(late, 'claim')} newly added since ${since}, from older articles.`;
  if (others > 0) return `Compared with ${since}.`;
  if (articles === 0) return `Nothing new since ${since}.`;
  return `${articles} article${articles === 1 ? '' : 's'} came in since ${since}; no claim from ${articles === 1 ? 'it' : 'them'} is shown.`;
}

/** What changed, as facts that code counted: new claims, quotes that an article no longer has, articles that were taken out. */
export function changeFacts(
  brief: Brief,
  changed: readonly ChangedClaim[],
  { corrections, heldBack, withdrawn }: Revision,
  now: Known,
): readonly string[] {
  const removed = corrections
    .filter((correction) => correction.now === null)
    .map(({ before }) => `Corrected: the newest version of ${before.title} does not have “${before.quote.replace(/\s+/gu, ' ')}”`);
  const gone = withdrawn.map(({ title }) => `Withdrawn: ${title}`);
  const labels = changed.filter(({ before }) => before.length === 0).map(({ change }) => change);
  const then = knownTo(brief);
  const articles = now.inputs.filter((input) => isFresh(then, input)).length;
  const others = changed.length + removed.length + gone.length + heldBack.length;
  return [newFact(sinceOf(brief), labels, articles, others), ...removed, ...gone];
}
