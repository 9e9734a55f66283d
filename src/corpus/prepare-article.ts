import type { Article } from '../domain/article.ts';
import type { IndexedPassage, PreparedArticle } from '../ports/article-store.ts';
import { annotateSentences } from './annotate.ts';
import { splitParagraphs } from './paragraphs.ts';
import { splitPassages } from './passages.ts';
import { splitSentences } from './sentences.ts';
import { signatureOf } from './signature.ts';
import type { Span } from './spans.ts';
import { termsOf } from './terms.ts';
import { readWords, termsOfEach, type Words } from './words.ts';

/** The passages of an article, each with its terms. */
function passagesOf({ id, text }: Article, sentences: readonly Span[], words: Words): readonly IndexedPassage[] {
  const spans = splitPassages(text, sentences);
  const terms = termsOfEach(text, words, spans);
  return spans.map(({ start, end }, index) => ({ id: `${id}#${index + 1}`, articleId: id, start, end, terms: terms[index] ?? [] }));
}

/** Derives from an article everything that is kept beside it: passages with terms, annotated sentences, topics, signature. */
export function prepareArticle(
  article: Article,
  topics: readonly string[],
  words = readWords(article.text),
  signature = signatureOf(article.text, words),
): PreparedArticle {
  const sentences = splitSentences(article.text);
  const { title, published, language } = article;
  return {
    article,
    titleTerms: article.titleFrom === 'given' ? termsOf(title) : [],
    passages: passagesOf(article, sentences, words),
    sentences: annotateSentences(article.text, sentences, splitParagraphs(article.text), {
      title,
      published,
      language,
    }),
    topics,
    signature,
  };
}
