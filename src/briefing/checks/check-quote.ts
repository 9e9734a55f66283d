import type { ClaimReading } from './claim-reading.ts';
import type { Failure } from './failure.ts';

/** Every quote stands at its place in the stored article, to the letter, and there is one. */
export function checkQuote({ claim, sources }: ClaimReading): readonly Failure[] {
  if (claim.citations.length === 0) return [{ reason: 'quote', detail: 'it cites nothing' }];
  return claim.citations.flatMap(({ articleId, quote, start, end }): readonly Failure[] => {
    const article = sources.get(articleId);
    if (!article) return [{ reason: 'quote', detail: `there is no article ${articleId}` }];
    const whole = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && start < end && end <= article.text.length;
    if (whole && quote.trim() !== '' && quote.isWellFormed() && article.text.slice(start, end) === quote) return [];
    return [{ reason: 'quote', detail: `“${quote.slice(0, 60)}” does not stand there in the article` }];
  });
}
