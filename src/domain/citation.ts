import type { ArticleHead } from './article.ts';
import type { LocalDate } from './local-date.ts';

/** An exact quote and where it stands: `article.text.slice(start, end) === quote`, always. */
export interface Citation {
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly published: LocalDate | null;
  readonly url: string | null;
  /** Of the article and so of the quote; null when it is not known. */
  readonly language: string | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** Cites `[start, end)` of an article; the quote is cut from the stored text, so that it cannot differ from it. */
export function cite(article: ArticleHead & { readonly text: string }, start: number, end: number): Citation {
  const { id, title, outlet, published, url, language, text } = article;
  return { articleId: id, title, outlet, published, url, language, quote: text.slice(start, end), start, end };
}
