import type { RawArticle } from '../../src/domain/article.ts';

/** A raw article of which nothing is known but its text and where it was read. */
export function bareArticle(text: string, origin: string): RawArticle {
  return {
    id: null,
    title: null,
    text,
    published: null,
    publishedFrom: 'file',
    url: null,
    outlet: null,
    language: null,
    origin,
    sample: false,
  };
}

/** A value of unknown kind as text; null for what is neither text nor number nor date. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number') return String(value);
  return value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : null;
}
