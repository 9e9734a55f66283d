import { THE_ARTICLE } from './annotation.ts';
import type { Engine, SectionName } from './brief.ts';
import type { Citation } from './citation.ts';
import type { ChangedClaim, Claim } from './claim.ts';
import { formatDay } from './local-date.ts';

/** What people read above each section. */
export const SECTION_TITLES: Readonly<Record<SectionName, string>> = {
  'bottom-line': 'Bottom line',
  developments: 'What happened',
  positions: 'Who says what',
  disagreements: 'Where they differ (to compare: no verdict)',
  changes: 'What changed',
  'dates-ahead': 'Dates ahead',
  background: 'Background',
  gaps: 'Not in the corpus',
  coverage: 'Coverage',
};

/** Who says it and how: `James Cleverly · denied`, `No one named · said`, `The article`. */
function speakerLabel({ speaker, verb }: Claim): string {
  if (speaker === THE_ARTICLE) return 'The article';
  const who = speaker ?? 'No one named';
  return verb === null || verb === 'did' ? who : `${who} · ${verb}`;
}

/** True for a claim that says what changed since the earlier brief. */
function isChanged(claim: Claim): claim is ChangedClaim {
  return 'change' in claim;
}

/**
 * What stands before a claim, in words of our own: what changed, and who says it where the sentence is the article's own (a
 * model's says it itself). Null for nothing.
 */
export function labelOf(claim: Claim, engine: Engine): string | null {
  const change = isChanged(claim) ? claim.change : null;
  const parts = [change, engine === 'extractive' ? speakerLabel(claim) : null].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' · ') : null;
}

/** The quotes of the earlier brief that a claim is set against; none for most. */
export function quotesBefore(claim: Claim): readonly Citation[] {
  return isChanged(claim) ? claim.before : [];
}

/** The quotes that a claim says what it says by: all but those of the earlier brief. */
export function ownCitations(claim: Claim): readonly Citation[] {
  return claim.citations.slice(0, claim.citations.length - quotesBefore(claim).length);
}

/** True when a claim tells in English what its quotes say in another language: nobody but us has put it so. */
export function isTranslated(claim: Claim): boolean {
  const { text } = claim;
  const citations = ownCitations(claim);
  const foreign = citations.some(({ language }) => (language ?? 'en').slice(0, 2) !== 'en');
  const flat = (words: string): string => words.replace(/\s+/gu, ' ').trim();
  return foreign && flat(text) !== flat(citations.map(({ quote }) => quote).join(' '));
}

/** Where a quote stands, in one line without markup: title, outlet, date. */
export function describeSource({ title, outlet, published }: Citation): string {
  return `${title} · ${outlet ?? 'outlet not given'} · ${published === null ? 'undated' : formatDay(published)}`;
}
