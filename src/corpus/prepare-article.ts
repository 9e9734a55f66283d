import type { Article } from '../domain/article.ts';
import type { PreparedArticle } from '../ports/article-store.ts';
import { annotateSentences } from './annotate.ts';
import { splitParagraphs } from './paragraphs.ts';
import { splitPassages } from './passages.ts';
import { splitSentences } from './sentences.ts';
import { signatureOf } from './signature.ts';
import { termsOf } from './terms.ts';

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
    sentences: annotateSentences(article.text, sentences, splitParagraphs(article.text), {
      title,
      published,
      language,
    }),
    topics,
    signature,
  };
}
