import type { Brief, Section } from '../brief.ts';
import { SECTION_TITLES } from '../describe-claim.ts';
import { formatSpan } from '../local-date.ts';
import { type NumberedQuotes, numberQuotes } from '../number-quotes.ts';
import { claimLines, droppedLines, quoteChoices, quotesOf, sourceLines } from './claim-lines.ts';
import type { Line, Outline } from './outline.ts';

/** Claims in the first message of a brief: what is read without scrolling. */
export const FIRST_CLAIMS = 7;
/** With fewer claims than this, a heading over each would be most of what there is. */
const FEWEST_FOR_HEADINGS = 4;

function claimCount(sections: readonly Section[]): number {
  return sections.reduce((sum, { claims }) => sum + claims.length, 0);
}

/** The sections with their first claims only, and with the claims that are left. Facts stay where they are read at once. */
function divide(sections: readonly Section[]): readonly [first: readonly Section[], rest: readonly Section[]] {
  let room = FIRST_CLAIMS;
  const first: Section[] = [];
  const rest: Section[] = [];
  for (const section of sections) {
    const shown = section.claims.slice(0, room);
    const left = section.claims.slice(shown.length);
    room -= shown.length;
    if (shown.length > 0 || section.facts.length > 0) first.push({ ...section, claims: shown });
    if (left.length > 0) rest.push({ ...section, claims: left, facts: [] });
  }
  return [first, rest];
}

function sectionLines({ name, claims, facts }: Section, brief: Brief, quotes: NumberedQuotes): readonly Line[] {
  const small = name === 'coverage';
  const headed = !small && claimCount(brief.sections) >= FEWEST_FOR_HEADINGS;
  return [
    ...(headed ? [{ kind: 'heading' as const, text: SECTION_TITLES[name] }] : []),
    ...claims.flatMap((claim) => claimLines(claim, brief.engine, quotes)),
    ...facts.map((text): Line => ({ kind: small ? 'small' : 'fact', text })),
  ];
}

/** The days it covers, and how its words came about where no model chose them. */
function aboutOf({ period, engine, engineReason }: Brief): string {
  const days = formatSpan(period.from, period.to);
  if (engine === 'model') return days;
  const why = engineReason.startsWith('no model') ? 'no model' : engineReason;
  return `${days} · key sentences (${why}: nothing is reworded)`;
}

function closingLines({ engine, engineReason, writtenAt, dropped, id }: Brief): readonly Line[] {
  const how = engine === 'model' ? [`${engineReason} · ${writtenAt.slice(0, 16).replace('T', ' ')} UTC`] : [];
  const small = (text: string): Line => ({ kind: 'small', text });
  return [...how.map(small), ...droppedLines(dropped), small(id)];
}

function more(count: number): readonly Line[] {
  return count === 0
    ? []
    : [{ kind: 'small', text: `${count} more claim${count === 1 ? '' : 's'} follow${count === 1 ? 's' : ''} below.` }];
}

/** A brief: seven claims with their sources first, with all that code says of the whole; then the other claims with theirs. */
export function outlineBrief(brief: Brief): Outline {
  const claims = brief.sections.flatMap((section) => section.claims);
  const quotes = numberQuotes(claims);
  const [first, rest] = divide(brief.sections);
  const lines = (sections: readonly Section[]): readonly Line[] => {
    const told = sections.filter(({ name }) => name !== 'coverage');
    const shown = quotesOf(
      sections.flatMap((section) => section.claims),
      quotes,
    );
    return [
      ...told.flatMap((section) => sectionLines(section, brief, quotes)),
      ...sourceLines(shown),
      ...sections.filter(({ name }) => name === 'coverage').flatMap((section) => sectionLines(section, brief, quotes)),
    ];
  };
  return {
    first: [
      { kind: 'title', text: `${brief.topic.title} · brief` },
      { kind: 'small', text: aboutOf(brief) },
      ...(brief.notice === null ? [] : [{ kind: 'notice' as const, text: brief.notice }]),
      ...lines(first),
      ...more(claimCount(rest)),
      ...closingLines(brief),
    ],
    rest: lines(rest),
    controls: claims.length === 0 ? null : { replyId: brief.id, quotes: quoteChoices(claims, quotes) },
    choices: [],
    summary: `${brief.topic.title} · brief`,
  };
}
