import { describe, expect, it } from 'vitest';
import { countCoverage, coverageFacts } from '../../src/briefing/coverage.ts';
import type { Article } from '../../src/domain/article.ts';
import { evidenceOf, makeArticle } from '../support/articles.ts';

const TEXT = 'Exports fell. Nobody knew why. They had risen in May.';
const article = (id: string, over: Partial<Article> = {}): Article => makeArticle(id, TEXT, over);

function factsOf(articles: readonly Article[], stories = articles.length, failed: readonly string[] = []): readonly string[] {
  const all = evidenceOf(...articles);
  const evidence = { ...all, stories: all.stories.slice(0, stories) };
  return coverageFacts(evidence, countCoverage(evidence, failed), [], '2025-01-15');
}

describe('what a brief was chosen from', () => {
  it('is counted, known outlets alone', () => {
    const evidence = evidenceOf(
      article('a'),
      article('b', { outlet: null, published: null }),
      article('c', { outlet: 'B', published: '2025-01-13' }),
    );
    expect(countCoverage(evidence, ['/gone'])).toEqual({
      articles: 3,
      stories: 3,
      outlets: 2,
      newest: '2025-01-13',
      failedSources: ['/gone'],
    });
    expect(countCoverage({ stories: [], heads: [] }, [])).toMatchObject({ articles: 0, newest: null });
  });

  it.each([
    [
      'one article',
      [article('a')],
      '1 article · 1 outlet · no link · dated 11 Jan 2025, 4 days old (date in the file) · 0 claims shown from 3 sentences read',
    ],
    [
      'dates of pages',
      [article('a', { publishedFrom: 'page', url: 'https://example.org/' })],
      '1 article · 1 outlet · dated 11 Jan 2025, 4 days old · 0 claims shown from 3 sentences read',
    ],
    [
      'unknown outlets',
      [article('a', { outlet: null })],
      '1 article · outlet not given · no link · dated 11 Jan 2025, 4 days old (date in the file) · 0 claims shown from 3 sentences read',
    ],
    [
      'some of each',
      [article('a'), article('b', { outlet: null, published: null, publishedFrom: null })],
      '2 articles · 1 outlet and 1 not given · no link · dated 11 Jan 2025, 4 days old (date in the file) · 0 claims shown from 6 sentences read',
    ],
    [
      'no date',
      [article('a', { published: null, publishedFrom: null })],
      '1 article · 1 outlet · no link · undated · 0 claims shown from 3 sentences read',
    ],
  ])('is told of %s', (_, articles, expected) => {
    expect(factsOf(articles)).toEqual([expected]);
  });

  it('tells how many stories there are only where some articles tell the same', () => {
    expect(factsOf([article('a'), article('b')], 1)[0]).toContain('2 articles · 1 story ·');
    expect(factsOf([article('a'), article('b')])[0]).not.toContain('stor');
  });

  it('names each source that could not be read, and says nothing of nothing', () => {
    expect(factsOf([article('a')], 1, ['/gone', '/lost']).slice(1)).toEqual([
      'A source could not be read: /gone',
      'A source could not be read: /lost',
    ]);
    expect(factsOf([], 0, ['/gone'])).toEqual([]);
  });
});
