import type { Engine } from '../brief.ts';
import type { Citation } from '../citation.ts';
import type { Claim, DroppedClaim } from '../claim.ts';
import { describeSource, isTranslated, labelOf, quotesBefore } from '../describe-claim.ts';
import type { NumberedQuote, NumberedQuotes } from '../number-quotes.ts';
import type { Line, QuoteChoice } from './outline.ts';

/** A claim as a line, and below it the quotes of an earlier brief that it is set against. */
export function claimLines(claim: Claim, engine: Engine, quotes: NumberedQuotes): readonly Line[] {
  const text = isTranslated(claim) ? `${claim.text} (our translation)` : claim.text;
  const before = quotesBefore(claim).map(({ quote }): Line => ({ kind: 'small', text: `before: “${quote}”` }));
  return [{ kind: 'claim', label: labelOf(claim, engine), text, marks: quotes.marksOf(claim) }, ...before];
}

/** How many claims were made and are not shown, and why; nothing where all are shown. */
export function droppedLines(dropped: readonly DroppedClaim[]): readonly Line[] {
  if (dropped.length === 0) return [];
  const reasons = [...new Set(dropped.map(({ reason }) => reason))].join(', ');
  return [{ kind: 'small', text: `${dropped.length} claim${dropped.length === 1 ? '' : 's'} not shown: ${reasons}` }];
}

function sourceOf(citation: Citation): string {
  return `${describeSource(citation)}|${citation.url ?? ''}`;
}

/** Which quotes stand in which article: a line an article, with its link where it has one. */
export function sourceLines(quotes: readonly NumberedQuote[]): readonly Line[] {
  const groups = Map.groupBy(quotes, ({ citation }) => sourceOf(citation));
  return [...groups.values()].flatMap((group): Line[] => {
    const citation = group[0]?.citation;
    if (!citation) return [];
    return [{ kind: 'source', marks: group.map(({ mark }) => mark), text: describeSource(citation), url: citation.url }];
  });
}

/** The quotes that these claims stand on, each once, by number. */
export function quotesOf(claims: readonly Claim[], quotes: NumberedQuotes): readonly NumberedQuote[] {
  const marks = new Set(claims.flatMap((claim) => quotes.marksOf(claim)));
  return quotes.quotes.filter(({ mark }) => marks.has(mark));
}

/** The quotes as a list to choose from, each told by the claim that stands on it. */
export function quoteChoices(claims: readonly Claim[], quotes: NumberedQuotes): readonly QuoteChoice[] {
  return quotes.quotes.map(({ mark, citation }) => {
    const claim = claims.find((one) => quotes.marksOf(one).includes(mark));
    return { mark, label: claim ? `${labelOf(claim, 'extractive') ?? ''}: ${claim.text}` : citation.quote };
  });
}
