import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rerank } from '../../src/corpus/rerank.ts';
import type { Candidate, TermStatistics } from '../../src/ports/passage-index.ts';

function candidate(id: string, text: string, title = ''): Candidate {
  const split = (words: string): readonly string[] => words.split(' ').filter((word) => word !== '');
  return {
    passage: { id, articleId: id, start: 0, end: 1 },
    terms: split(text),
    titleTerms: split(title),
    published: null,
    storyId: id,
    score: 0,
  };
}

/** 1,000 passages of 10 terms; "ban" is rare, "china" common. */
const statistics: TermStatistics = {
  passages: 1_000,
  meanLength: 10,
  frequencies: new Map([
    ['ban', 5],
    ['gallium', 10],
    ['export', 50],
    ['china', 800],
  ]),
};

const order = (query: string, ...candidates: readonly Candidate[]): readonly string[] =>
  rerank(candidates, query.split(' '), statistics).map(({ passage }) => passage.id);

describe('the order of results', () => {
  it.each([
    ['a rare term before a common one', 'ban china', candidate('b', 'ban talk'), candidate('a', 'china talk')],
    [
      'more of the terms before one of them often',
      'gallium export',
      candidate('b', 'gallium export'),
      candidate('a', 'export export export'),
    ],
    [
      'a term in the title before one in the text',
      'ban',
      candidate('b', 'talk '.repeat(10), 'ban'),
      candidate('a', `ban ${'talk '.repeat(9)}`, 'talk'),
    ],
    ['a short passage before a long one', 'ban', candidate('b', 'ban'), candidate('a', `ban ${'talk '.repeat(30)}`)],
    [
      'terms side by side before terms apart',
      'gallium export',
      candidate('b', 'gallium export x x x x'),
      candidate('a', 'gallium x x x x export'),
    ],
    [
      'terms in one stretch before terms far apart',
      'gallium export ban',
      candidate('b', `gallium x x export x x ban ${'x '.repeat(60)}`),
      candidate('a', `gallium ${'x '.repeat(30)}export ${'x '.repeat(30)}ban x x`),
    ],
    ['equals by id', 'ban', candidate('a', 'ban'), candidate('b', 'ban')],
  ])('puts %s', (_, query, first, second) => {
    const expected = [first.passage.id, second.passage.id];
    expect(order(query, second, first)).toEqual(expected);
    expect(order(query, first, second)).toEqual(expected);
  });

  it('tells which share of the query is held, and makes scores comparable', () => {
    const [all, half, none] = ['gallium export', 'gallium', 'talk'].map(
      (text) => rerank([candidate('a', text)], ['gallium', 'export'], statistics)[0],
    );
    expect(all?.coverage).toBe(1);
    expect(half?.coverage).toBeGreaterThan(0.5);
    expect(half?.coverage).toBeLessThan(1);
    expect(none).toMatchObject({ coverage: 0, score: 0, normalised: 0 });
  });
});

const words = fc.array(fc.constantFrom('ban', 'gallium', 'export', 'china', 'talk', 'rome'), { maxLength: 30 });
const candidates = fc
  .array(fc.tuple(words, words), { maxLength: 8 })
  .map((all) => all.map(([text, title], index) => candidate(`p${index}`, text.join(' '), title.join(' '))));

/** The docstring: pure, so that every store ranks alike. */
const keepsItsOrder = (rank: typeof rerank) =>
  fc.property(candidates, words, (all, query) => {
    const one = rank(all, query, statistics);
    const other = rank(all.toReversed(), query, statistics);
    expect(other).toEqual(one);
    expect(one.map(({ passage }) => passage.id).toSorted()).toEqual(all.map(({ passage }) => passage.id));
    for (const { score, coverage } of one) {
      expect(score).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeGreaterThanOrEqual(0);
      expect(coverage).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

describe('any results', () => {
  it('are all kept, in an order that does not hang on how they come', () => {
    fc.assert(keepsItsOrder(rerank));
  });

  it('control: without the order by id, equals stay as they come', () => {
    const unstable: typeof rerank = (all, query, counts) => {
      const scored = new Map(rerank(all, query, counts).map((one) => [one.passage.id, one]));
      return all.flatMap(({ passage }) => scored.get(passage.id) ?? []).toSorted((a, b) => b.score - a.score);
    };
    expect(() => fc.assert(keepsItsOrder(unstable))).toThrow('Counterexample');
  });

  it('lose nothing by holding one term more', () => {
    fc.assert(
      fc.property(words, fc.nat(30), (text, at) => {
        const poorer = text.map((word, index) => (index === at ? 'other' : word));
        const [more, less] = [text, poorer].map(
          (one) => rerank([candidate('a', one.join(' '))], ['gallium', 'export', 'ban'], statistics)[0]?.score ?? 0,
        );
        expect(more).toBeGreaterThanOrEqual((less ?? 0) - 1e-9);
      }),
    );
  });
});
