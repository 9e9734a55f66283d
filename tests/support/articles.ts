import type { CandidateClaim } from '../../src/briefing/candidate.ts';
import type { Evidence, EvidenceStory } from '../../src/briefing/evidence.ts';
import { readSentences } from '../../src/briefing/read-sentences.ts';
import { prepareArticle } from '../../src/corpus/prepare-article.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { makeHead } from './heads.ts';

/** An article of a given text, with what a test does not care about filled in. */
export function makeArticle(id: string, text: string, over: Partial<Article> = {}): Article {
  return { ...makeHead(id, over), text };
}

/** A topic on Britain and China, with what a test does not care about left empty. */
export function makeTopic(over: Partial<Topic> = {}): Topic {
  return {
    slug: 'china-uk',
    title: 'UK–China',
    groups: [
      ['China', 'Beijing'],
      ['UK', 'Britain', 'London'],
    ],
    exclude: [],
    sides: [],
    aliases: [],
    questions: [],
    ...over,
  };
}

/** The story of one article, read as a brief reads it. */
function storyOf(article: Article, outlets = 1): EvidenceStory {
  return { face: { article, sentences: prepareArticle(article, []).sentences }, articles: 1, outlets };
}

/** What a brief on these articles would be written from, each a story of its own. */
export function evidenceOf(...articles: readonly Article[]): Evidence {
  return { stories: articles.map((article) => storyOf(article)), heads: articles };
}

/** Every claim that these articles can be quoted for. */
export function candidatesOf(...articles: readonly Article[]): readonly CandidateClaim[] {
  return articles.flatMap((article) => readSentences(storyOf(article)));
}
