import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cite } from '../../src/domain/citation.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { describeSource, labelOf } from '../../src/domain/describe-claim.ts';
import { numberQuotes } from '../../src/domain/number-quotes.ts';
import { makeArticle } from '../support/articles.ts';

const article = makeArticle('a', 'Exports fell in May. Nobody knew why.', { title: 'Exports' });

function claimOf(citations: Claim['citations'], over: Partial<Claim> = {}): Claim {
  const annotation = { speaker: 'article', verb: null, modality: 'fact', negated: false, eventDate: null, directSpeech: false } as const;
  return { text: 'Exports fell in May.', ...annotation, citations, ...over };
}

describe('a citation', () => {
  it('quotes what stands at its place, and nothing else', () => {
    expect(cite(article, 0, 20)).toMatchObject({ quote: 'Exports fell in May.', start: 0, end: 20, articleId: 'a' });
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (start, end) => {
        expect(cite(article, start, end).quote).toBe(article.text.slice(start, end));
      }),
    );
  });

  it.each([
    [{}, 'Exports · Harbour Wire · 11 Jan 2025'],
    [{ outlet: null, published: null }, 'Exports · outlet not given · undated'],
  ])('with %j is described as %s', (over, expected) => {
    expect(describeSource(cite({ ...article, ...over }, 0, 5))).toBe(expected);
  });
});

describe('the label of a claim', () => {
  it.each([
    ['Mara Lindt', 'denied', 'Mara Lindt · denied'],
    ['Mara Lindt', 'did', 'Mara Lindt'],
    [null, 'said', 'No one named · said'],
    ['article', null, 'The article'],
    ['article', 'did', 'The article'],
  ] as const)('of %s, %s: %s', (speaker, verb, expected) => {
    expect(labelOf(claimOf([], { speaker, verb }), 'extractive')).toBe(expected);
  });
});

describe('the numbers of quotes', () => {
  const [first, second] = [cite(article, 0, 20), cite(article, 21, 37)];

  it('count quotes and not articles, in the order of their first use', () => {
    const claims = [claimOf([second]), claimOf([first, second]), claimOf([])];
    const numbered = numberQuotes(claims);
    expect(numbered.quotes).toEqual([
      { mark: 1, citation: second },
      { mark: 2, citation: first },
    ]);
    expect(claims.map((claim) => numbered.marksOf(claim))).toEqual([[1], [2, 1], []]);
  });

  const citation = fc
    .tuple(fc.constantFrom('a', 'b', '1:a'), fc.nat(3), fc.nat(3))
    .map(([id, start, length]) => cite({ ...article, id }, start, start + length));
  const claims = fc.array(fc.array(citation, { maxLength: 3 }), { maxLength: 6 }).map((all) => all.map((citations) => claimOf(citations)));
  type Number = (all: readonly Claim[]) => Pick<ReturnType<typeof numberQuotes>, 'quotes' | 'marksOf'>;

  /** Marks run from 1 without a gap, each leads to the quote it was given for, and no stretch has two. */
  const leadBack = (number: Number) =>
    fc.property(claims, (all) => {
      const { quotes, marksOf } = number(all);
      expect(quotes.map(({ mark }) => mark)).toEqual(quotes.map((_, index) => index + 1));
      for (const claim of all) {
        const places = marksOf(claim).map((mark) => quotes[mark - 1]?.citation);
        expect(places).toEqual(claim.citations);
      }
      const keys = quotes.map(({ citation: { articleId, start, end } }) => JSON.stringify([articleId, start, end]));
      expect(new Set(keys).size).toBe(keys.length);
    });

  it('lead back to the quotes, whatever the claims', () => {
    fc.assert(leadBack(numberQuotes));
  });

  it('control: numbers of articles do not', () => {
    const byArticle: Number = (all) => {
      const cited = all.flatMap(({ citations }) => citations);
      const ids = [...new Set(cited.map(({ articleId }) => articleId))];
      const quotes = ids.flatMap((id, index) =>
        cited
          .filter(({ articleId }) => articleId === id)
          .slice(0, 1)
          .map((one) => ({ mark: index + 1, citation: one })),
      );
      return { quotes, marksOf: ({ citations }) => citations.map(({ articleId }) => ids.indexOf(articleId) + 1) };
    };
    expect(() => fc.assert(leadBack(byArticle))).toThrow('Counterexample');
  });
});
