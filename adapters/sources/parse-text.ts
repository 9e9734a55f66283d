import type { RawArticle } from '../../src/domain/article.ts';
import { bareArticle } from './raw-article.ts';

/** A plain text: perhaps blanks, perhaps `date 2023-11-14`, then the article without a title. */
export function parseText(text: string, origin: string): RawArticle {
  const dated = /^[\s\ufeff]*date[: ]+(\d{4}-\d{2}-\d{2})(?=\s)/u.exec(text.slice(0, 200));
  if (!dated) return bareArticle(text, origin);
  return { ...bareArticle(text.slice(dated[0].length), origin), published: dated[1] ?? null };
}
