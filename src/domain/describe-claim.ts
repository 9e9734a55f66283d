import { THE_ARTICLE } from './annotation.ts';
import type { SectionName } from './brief.ts';
import type { Citation } from './citation.ts';
import type { Claim } from './claim.ts';
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

/** Who says it and how, for a sentence that is shown verbatim: `James Cleverly · denied`, `No one named · said`, `The article`. */
export function labelOf({ speaker, verb }: Claim): string {
  if (speaker === THE_ARTICLE) return 'The article';
  const who = speaker ?? 'No one named';
  return verb === null || verb === 'did' ? who : `${who} · ${verb}`;
}

/** True when a claim tells in English what its quotes say in another language: nobody but us has put it so. */
export function isTranslated({ text, citations }: Claim): boolean {
  const foreign = citations.some(({ language }) => (language ?? 'en').slice(0, 2) !== 'en');
  const flat = (words: string): string => words.replace(/\s+/gu, ' ').trim();
  return foreign && flat(text) !== flat(citations.map(({ quote }) => quote).join(' '));
}

/** Where a quote stands, in one line without markup: title, outlet, date. */
export function describeSource({ title, outlet, published }: Citation): string {
  return `${title} · ${outlet ?? 'outlet not given'} · ${published === null ? 'undated' : formatDay(published)}`;
}
