import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signatureOf } from '../../src/corpus/signature.ts';
import { chooseFace, independentOutlets, likelyCandidates, matchStory } from '../../src/corpus/story.ts';
import type { Article } from '../../src/domain/article.ts';
import { makeArticle } from '../support/articles.ts';
import { tell } from '../support/tell.ts';

const report = tell('report', 200);
const held = makeArticle('held', report, { storyId: 'story', outlet: 'Harbour Wire', published: '2025-01-11' });
const told = (text: string, over: Partial<Article> = {}): Article => makeArticle('new', text, { outlet: 'Other News', ...over });

const CASES: readonly (readonly [name: string, joins: boolean, article: Article])[] = [
  ['a copy', true, told(report)],
  ['a copy with a new top', true, told(`${tell('top', 80)} ${report}`)],
  ['an excerpt', true, told(tell('report', 90))],
  ['a copy that is half rewritten', true, told(`${tell('report', 100)} ${tell('rest', 100)}`)],
  ['another text', false, told(tell('other', 200))],
  ['a text that shares a quotation', false, told(`${tell('report', 30)} ${tell('other', 170)}`)],
  ['a copy of nine days later', true, told(report, { published: '2025-01-20' })],
  ['a copy of three weeks later', false, told(report, { published: '2025-02-01' })],
  ['an undated copy', true, told(report, { published: null })],
  ['what an outlet fills its texts with', false, told(`${tell('report', 100)} ${tell('rest', 100)}`, { outlet: 'harbour wire ' })],
  ['an outlet’s own update', true, told(`${tell('report', 160)} ${tell('rest', 40)}`, { outlet: 'Harbour Wire' })],
];

describe('the story of a new article', () => {
  it.each(CASES)('%s: %s', (_, joins, article) => {
    expect(matchStory(article, [held])).toBe(joins ? 'story' : null);
  });

  it('control: by the share of words alone, the wrong ones would join', () => {
    const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
    const naive = ({ text }: Article): boolean => words(text).intersection(words(report)).size / words(text).size >= 0.14;
    const wrong = CASES.filter(([, joins, article]) => naive(article) !== joins).map(([name]) => name);
    expect(wrong).toEqual(['a text that shares a quotation', 'a copy of three weeks later', 'what an outlet fills its texts with']);
  });

  it('is that of the article with most in common', () => {
    const part = makeArticle('part', `${tell('report', 120)} ${tell('x', 200)}`, { storyId: 'part', outlet: 'A' });
    expect(matchStory(told(report), [part, held])).toBe('story');
    expect(matchStory(told(report), [held, part])).toBe('story');
    expect(matchStory(told(report), [])).toBeNull();
  });

  it('is never that of a short text with one figure changed', () => {
    const line = (figure: string): string =>
      `Prices rose ${figure} percent in the year to March the statistics office said on Wednesday in London after a month.`;
    const index = makeArticle('index', line('0.3'), { storyId: 'index' });
    expect(matchStory(told(line('0.4')), [index])).toBeNull();
    expect(matchStory(told(line('0.3')), [index])).toBe('index');
  });
});

describe('the candidates for a story', () => {
  const candidate = (article: Article) => {
    const { values, shingles } = signatureOf(article.text);
    return { articleId: article.id, storyId: article.storyId, published: article.published, values, shingles };
  };

  it('are those near in text and time, the most alike first', () => {
    const near = makeArticle('near', `${tell('report', 150)} ${tell('x', 50)}`);
    const far = makeArticle('far', tell('far', 200));
    const late = makeArticle('late', report, { published: '2025-03-01' });
    const found = likelyCandidates(signatureOf(report), '2025-01-12', [far, near, late, held].map(candidate));
    expect(found.map(({ articleId }) => articleId)).toEqual(['held', 'near']);
  });

  it('are few', () => {
    const many = Array.from({ length: 30 }, (_, index) => candidate(makeArticle(`a${index}`, report)));
    expect(likelyCandidates(signatureOf(report), null, many)).toHaveLength(8);
  });
});

describe('the face of a story', () => {
  const article = (id: string, text: string, published: string | null = '2025-01-11'): Article => makeArticle(id, text, { published });

  it.each([
    ['has most text of its own', 'b', [article('a', report, '2025-01-01'), article('b', `${report} ${tell('own', 50)}`)]],
    ['is the earliest of equals', 'b', [article('a', report, '2025-01-11'), article('b', report, '2025-01-10')]],
    ['is dated if one is', 'b', [article('a', report, null), article('b', report, '2025-01-10')]],
    ['is the first by id of equals', 'a', [article('b', report), article('a', report)]],
    [
      'is not robbed of what is its own by a twin',
      'b',
      [article('a', tell('report', 100)), article('b', `${report} ${tell('own', 50)}`), article('c', `${report} ${tell('own', 50)}`)],
    ],
    ['is the only one', 'a', [article('a', '')]],
  ])('%s', (_, expected, articles) => {
    expect(chooseFace(articles).id).toBe(expected);
    expect(chooseFace(articles.toReversed()).id).toBe(expected);
  });

  it('cannot be chosen from nothing', () => {
    expect(() => chooseFace([])).toThrow(RangeError);
  });

  const anyOrder = (choose: typeof chooseFace) => {
    const texts = fc.constantFrom(report, tell('report', 100), `${report} ${tell('own', 20)}`, tell('b', 60));
    const dates = fc.constantFrom(null, '2025-01-10', '2025-01-11');
    const articles = fc
      .array(fc.tuple(texts, dates), { minLength: 1, maxLength: 5 })
      .map((all) => all.map(([text, published], index) => article(`a${index}`, text, published)));
    return fc.property(articles, (all) => choose(all).id === choose(all.toReversed()).id);
  };

  it('does not hang on the order in which its articles come', () => {
    fc.assert(anyOrder(chooseFace));
  });

  it('control: the longest article does', () => {
    const longest: typeof chooseFace = (all) => all.reduce((best, one) => (one.text.length > best.text.length ? one : best));
    expect(() => fc.assert(anyOrder(longest))).toThrow('Counterexample');
  });
});

describe('independent outlets', () => {
  it.each([
    ['each once', ['A', 'B', 'A'], 2],
    ['whatever their case and blanks', ['Harbour Wire', ' harbour wire'], 1],
    ['no unknown ones', [null, null, 'A'], 1],
    ['no empty ones', ['', ' ', null], 0],
  ])('count %s', (_, outlets, count) => {
    expect(independentOutlets(outlets.map((outlet) => ({ outlet })))).toBe(count);
  });

  it('control: counting articles would make three of one unknown outlet', () => {
    const naive = (all: readonly { readonly outlet: string | null }[]): number => new Set(all.map(({ outlet }) => outlet)).size;
    expect(naive([{ outlet: null }, { outlet: 'A' }])).not.toBe(independentOutlets([{ outlet: null }, { outlet: 'A' }]));
  });
});
