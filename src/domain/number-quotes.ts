import type { Citation } from './citation.ts';
import type { Claim } from './claim.ts';

/** A quote with the number by which a reply refers to it. */
export interface NumberedQuote {
  readonly mark: number;
  readonly citation: Citation;
}

/** The quotes of a reply, numbered in the order of their first use; marks number quotes, not articles. */
export interface NumberedQuotes {
  readonly quotes: readonly NumberedQuote[];
  marksOf(claim: Claim): readonly number[];
}

/** Numbers the quotes of claims in the order in which the claims are shown. The same stretch of an article has one number. */
export function numberQuotes(claims: readonly Claim[]): NumberedQuotes {
  const quotes = new Map<string, NumberedQuote>();
  const keyOf = ({ articleId, start, end }: Citation): string => `${start}:${end}:${articleId}`;
  for (const citation of claims.flatMap(({ citations }) => citations)) {
    const key = keyOf(citation);
    if (!quotes.has(key)) quotes.set(key, { mark: quotes.size + 1, citation });
  }
  return {
    quotes: [...quotes.values()],
    marksOf: (claim) => claim.citations.map((citation) => quotes.get(keyOf(citation))?.mark ?? 0),
  };
}
