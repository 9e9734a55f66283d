import type { AnnotatedSentence } from '../../src/domain/annotation.ts';
import type { Article } from '../../src/domain/article.ts';
import type { PreparedArticle } from '../../src/ports/article-store.ts';

/** What a test says of an article; everything else has a default. */
export interface ArticleSketch extends Partial<Article> {
  readonly id: string;
  /** Terms of each passage, separated by blanks. */
  readonly passageTerms?: readonly string[];
  readonly titleTerms?: string;
  readonly topics?: readonly string[];
  readonly speakers?: readonly (string | null)[];
  readonly bands?: readonly number[];
}

const PASSAGE_LENGTH = 100;

function sketchSentence(speaker: string | null, index: number): AnnotatedSentence {
  return {
    start: index * 10,
    end: index * 10 + 9,
    paragraph: 0,
    speaker,
    verb: speaker === null ? null : 'said',
    modality: index % 2 === 0 ? 'fact' : 'may',
    negated: index % 3 === 0,
    eventDate: index === 0 ? '2023-11' : null,
    directSpeech: false,
    opens: 'none',
    act: false,
    opinion: index === 1,
    background: false,
  };
}

function sketchArticle(sketch: ArticleSketch): Article {
  const { id } = sketch;
  return {
    id,
    lineage: sketch.lineage ?? id,
    title: sketch.title ?? `Title of ${id}`,
    titleFrom: sketch.titleFrom ?? 'given',
    outlet: sketch.outlet ?? null,
    published: sketch.published ?? null,
    publishedFrom: sketch.publishedFrom ?? null,
    url: sketch.url ?? null,
    language: sketch.language ?? 'en',
    contentHash: sketch.contentHash ?? `hash of ${id}`,
    previous: sketch.previous ?? null,
    origin: sketch.origin ?? `/articles/${id}.txt`,
    sample: sketch.sample ?? false,
    storyId: sketch.storyId ?? `story of ${id}`,
    text: sketch.text ?? `Text of ${id}.`,
  };
}

/** An article as ingest hands it to the store. */
export function prepared(sketch: ArticleSketch): PreparedArticle {
  const article = sketchArticle(sketch);
  const passages = (sketch.passageTerms ?? [`terms of ${sketch.id}`]).map((terms, index) => ({
    id: `${article.id}#${index}`,
    articleId: article.id,
    start: index * PASSAGE_LENGTH,
    end: (index + 1) * PASSAGE_LENGTH,
    terms: terms.split(' '),
  }));
  return {
    article,
    titleTerms: (sketch.titleTerms ?? 'title').split(' '),
    passages,
    sentences: (sketch.speakers ?? []).map(sketchSentence),
    topics: sketch.topics ?? [],
    signature: {
      values: Uint32Array.from({ length: 128 }, (_, index) => 4_294_967_295 - index * 7),
      shingles: 12,
      bands: sketch.bands ?? [],
    },
  };
}
