import { fold } from '../../corpus/fold.ts';
import { splitParagraphs } from '../../corpus/paragraphs.ts';
import { findQuotations } from '../../corpus/quotations.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { Failure } from './failure.ts';

function plain(text: string): string {
  return fold(text)
    .text.toLowerCase()
    .replace(/^[\s.,;:!?'"]+|[\s.,;:!?'"]+$/gu, '');
}

function quotedIn(text: string): readonly string[] {
  const spans = splitParagraphs(text).flatMap((paragraph) => findQuotations(text, paragraph));
  // "ministers' and officials' phones": an apostrophe opens nothing.
  return spans
    .filter(({ start }) => !/[\p{L}\p{N}]['’]$/u.test(text.slice(Math.max(0, start - 2), start)))
    .map(({ start, end }) => text.slice(start, end));
}

/** What stands between quotation marks in the quotes. A quote that begins inside a speech has its marks in the article. */
function speechOf({ claim, sources }: ClaimReading): readonly string[] {
  return claim.citations.flatMap(({ articleId, quote, start, end }) => {
    const article = sources.get(articleId);
    if (article?.text.slice(start, end) !== quote) return quotedIn(quote);
    return splitParagraphs(article.text)
      .filter((paragraph) => paragraph.start < end && paragraph.end > start)
      .flatMap((paragraph) => findQuotations(article.text, paragraph))
      .filter((span) => span.start < end && span.end > start)
      .map((span) => article.text.slice(Math.max(span.start, start), Math.min(span.end, end)));
  });
}

function holdsWords(speech: string, words: string): boolean {
  const at = ` ${speech} `.search(new RegExp(`(?<![\\p{L}\\p{N}])${words.replace(/[$()*+.?[\\\]^{|}]/gu, '\\$&')}(?![\\p{L}\\p{N}])`, 'u'));
  return at >= 0;
}

/** Quotation marks in the claim stand only round words that stand between quotation marks in the quote. */
export function checkDirectSpeech(reading: ClaimReading): readonly Failure[] {
  if (reading.verbatim) return [];
  const speech = speechOf(reading).map(plain);
  const wrong = quotedIn(reading.claim.text).filter(
    (words) => plain(words) !== '' && !speech.some((held) => holdsWords(held, plain(words))),
  );
  return wrong.map((words) => ({
    reason: 'direct-speech',
    detail: `“${words.slice(0, 60)}” is not between quotation marks in the quote`,
  }));
}
