import type { RawArticle } from '../../src/domain/article.ts';
import { bareArticle } from './raw-article.ts';

/** A date at the start, as in `date 2023-11-14 In a recent interview, …`. */
const DATE = /^date:?[ \t]+(\d{4}-\d{2}-\d{2})(?=\s|$)/iu;

/**
 * A plain text: perhaps blanks, perhaps a date, then the article without a title. What looks like a date and is no day
 * is dropped and makes the article undated: a date is not guessed.
 */
export function parseText(text: string, origin: string): RawArticle {
  const start = text.trimStart();
  const dated = DATE.exec(start);
  if (!dated) return bareArticle(text, origin);
  return { ...bareArticle(start.slice(dated[0].length), origin), published: dated[1] ?? null };
}
