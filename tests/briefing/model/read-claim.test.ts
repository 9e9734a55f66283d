import { describe, expect, it } from 'vitest';
import { checkReadClaim } from '../../../src/briefing/model/check-read-claim.ts';
import { locateSentences, toClaim } from '../../../src/briefing/model/read-claim.ts';
import { cite } from '../../../src/domain/citation.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { makeArticle } from '../../support/articles.ts';
import { readOf, told } from '../../support/model-bot.ts';

const FIRST = 'Finance Minister Mara Lindt said on Tuesday that China would ban gallium exports.';
const LEANING = 'She denied that Britain had sold the harbour in March 2024.';
const LAST = 'The duty rose to 35.3% on 6 January 2025.';
const ARTICLE = makeArticle('a', `${FIRST} ${LEANING} ${LAST}`, { published: '2025-01-14' });
const READ = readOf(ARTICLE);

function quoteOf(claim: Claim | null): string | undefined {
  return claim?.citations[0]?.quote;
}

describe('the quote of a claim', () => {
  it('is found and widened to whole sentences', () => {
    const claim = toClaim(READ, told({ claim: 'Mara Lindt said so.', quote: 'China would ban gallium' }), []);
    expect(quoteOf(claim)).toBe(FIRST);
    expect(claim?.citations[0]).toMatchObject({ articleId: 'a', start: 0, end: FIRST.length });
  });

  it('spans all sentences that it touches', () => {
    expect(quoteOf(toClaim(READ, told({ claim: 'x', quote: 'in March 2024. The duty rose' }), []))).toBe(ARTICLE.text);
  });

  it('takes the sentence before along where it leans on that', () => {
    const claim = toClaim(READ, told({ claim: 'Lindt denied it.', quote: LEANING, speaker: 'Mara Lindt', verb: 'denied' }), []);
    expect(quoteOf(claim)).toBe(`${FIRST} ${LEANING}`);
  });

  it('takes nothing along where it stands alone', () => {
    expect(quoteOf(toClaim(READ, told({ claim: 'x', quote: LAST }), []))).toBe(LAST);
  });

  it.each(['Britain had sold the port', '', ' ', 'ina would ban', '~', 'china WOULD ban'])(
    'is none when the article lacks it: %j',
    (quote) => {
      expect(toClaim(READ, told({ claim: 'x', quote }), [])).toBeNull();
    },
  );

  it('may differ in dashes, quotation marks and white space, and is stored as the article has it', () => {
    const read = readOf(makeArticle('b', 'Ms Lindt called it a “cold\npeace” – no more.'));
    expect(quoteOf(toClaim(read, told({ claim: 'x', quote: '"cold peace" - no' }), []))).toBe(
      'Ms Lindt called it a “cold\npeace” – no more.',
    );
  });

  it('does not let half a denial stand as a fact', () => {
    const claim = toClaim(
      READ,
      told({ claim: 'Britain had sold the harbour in March 2024.', quote: 'Britain had sold the harbour in March 2024' }),
      [],
    );
    if (!claim) throw new Error('not found');
    expect(quoteOf(claim)).toContain('denied that');
    expect(checkReadClaim(claim, ARTICLE, [])).toMatch(/^(?:negation|attribution|verb-class): /u);
  });

  it('control: without widening it would', () => {
    const words = 'Britain had sold the harbour in March 2024.';
    const start = ARTICLE.text.indexOf(words);
    const narrow: Claim = {
      text: words,
      speaker: null,
      verb: null,
      modality: 'fact',
      negated: false,
      eventDate: '2024-03',
      directSpeech: false,
      citations: [cite(ARTICLE, start, start + words.length)],
    };
    expect(checkReadClaim(narrow, ARTICLE, [])).toBeNull();
  });

  it('is left out where it would be longer than anybody reads', () => {
    const read = readOf(makeArticle('long', `Mara Lindt said ${'that it rained and '.repeat(60)}that was all.`));
    expect(locateSentences(read, 'that was all')).toBeNull();
  });
});

describe('what is known of a claim', () => {
  it('has the speaker by the name of the article', () => {
    const named = (speaker: string | null) => toClaim(READ, told({ claim: 'x', quote: FIRST, speaker, verb: 'said' }), [])?.speaker;
    const inArticle = READ.sentences[0]?.speaker;
    expect(inArticle).toContain('Lindt');
    expect(named('Lindt')).toBe(inArticle);
    expect(named('Mara Lindt')).toBe(inArticle);
    expect(named('Owen Marsh')).toBe('Owen Marsh');
    expect(named('Article')).toBe('article');
    expect(named(null)).toBeNull();
  });

  it('has no speaker who does not speak in the quote: such a claim is dropped', () => {
    const claim = toClaim(
      READ,
      told({ claim: 'Owen Marsh said that China would ban gallium exports.', quote: FIRST, speaker: 'Owen Marsh', verb: 'said' }),
      [],
    );
    expect(claim && checkReadClaim(claim, ARTICLE, [])).toMatch(/^(?:attribution|name): /u);
  });

  it('has a date only where the quote gives it', () => {
    const dateOf = (quote: string, date: string | null) => toClaim(READ, told({ claim: 'x', quote, date }), [])?.eventDate;
    expect(dateOf(LAST, '2025-01-06')).toBe('2025-01-06');
    expect(dateOf(LAST, '2019-02-03')).toBe('2025-01-06');
    expect(dateOf(LEANING, '2024-03')).toBe('2024-03');
    expect(dateOf('China would ban', '2031-01-01')).not.toBe('2031-01-01');
  });

  it('takes negation and modality from the article and not from the model', () => {
    const read = readOf(makeArticle('c', 'The committee did not approve the plan. Ministers must publish the review.'));
    expect(toClaim(read, told({ claim: 'x', quote: 'The committee did not approve the plan.' }), [])).toMatchObject({ negated: true });
    expect(toClaim(read, told({ claim: 'x', quote: 'Ministers must publish the review.' }), [])).toMatchObject({ modality: 'must' });
  });
});
