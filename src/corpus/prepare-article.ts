import type { Article, RawArticle } from '../domain/article.ts';
import { isLocalDate } from '../domain/local-date.ts';
import type { PreparedArticle } from '../ports/article-store.ts';
import type { Ids } from '../ports/ids.ts';
import { annotateSentences } from './annotate.ts';
import { cleanText } from './clean-text.ts';
import { makeHeadline } from './headline.ts';
import { detectLanguage } from './language.ts';
import { splitParagraphs } from './paragraphs.ts';
import { splitPassages } from './passages.ts';
import { splitSentences } from './sentences.ts';
import { signatureOf } from './story.ts';
import { termsOf } from './terms.ts';

/** An article that is clean and known, but for its version and its story. */
export type CleanArticle = Omit<Article, 'id' | 'previous' | 'storyId'>;

function oneLine(text: string | null): string | null {
  const line = text === null ? '' : cleanText(text).replace(/\s+/gu, ' ');
  return line === '' ? null : line;
}

/** The day of a date as written; a time behind it is left off. What is no day is no date: nothing is guessed. */
function dayOf(published: string | null): string | null {
  const day = published?.trim().slice(0, 10) ?? '';
  return isLocalDate(day) ? day : null;
}

/** A link is kept only when it is one that a person may be sent to. */
function linkOf(url: string | null): string | null {
  const parsed = url === null ? null : URL.parse(url.trim());
  return parsed && /^https?:$/.test(parsed.protocol) && parsed.username === '' && parsed.password === '' ? parsed.href : null;
}

/** Cleans what a source handed over. Null when no text is left. Its lineage is its id, else its address, else its path. */
export function cleanArticle(raw: RawArticle, ids: Ids): CleanArticle | null {
  const text = cleanText(raw.text);
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const given = oneLine(raw.title);
  const published = dayOf(raw.published);
  const url = linkOf(raw.url);
  const known = {
    title: given ?? makeHeadline(text),
    titleFrom: given === null ? ('made' as const) : ('given' as const),
    outlet: oneLine(raw.outlet),
    published,
    publishedFrom: published === null ? null : raw.publishedFrom,
    url,
    language: oneLine(raw.language)?.toLowerCase() ?? detectLanguage(text),
    text,
  };
  const contentHash = ids.digest(JSON.stringify(known));
  return { ...known, contentHash, lineage: oneLine(raw.id) ?? url ?? raw.origin, origin: raw.origin, sample: raw.sample };
}

/** Derives from an article everything that is kept beside it: passages with terms, annotated sentences, topics, signature. */
export function prepareArticle(article: Article, topics: readonly string[], signature = signatureOf(article.text)): PreparedArticle {
  const sentences = splitSentences(article.text);
  const { title, published, language } = article;
  return {
    article,
    titleTerms: article.titleFrom === 'given' ? termsOf(title) : [],
    passages: splitPassages(article.text, sentences).map(({ start, end }, index) => ({
      id: `${article.id}#${index + 1}`,
      articleId: article.id,
      start,
      end,
      terms: termsOf(article.text.slice(start, end)),
    })),
    sentences: annotateSentences(article.text, sentences, splitParagraphs(article.text), { title, published, language }),
    topics,
    signature,
  };
}
