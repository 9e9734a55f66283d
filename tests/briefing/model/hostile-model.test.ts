import { describe, expect, it } from 'vitest';
import type { Brief } from '../../../src/domain/brief.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { gives, type Request } from '../../support/fake-model.ts';
import { HOSTILE, type HostileSentence } from '../../support/hostile-sentences.ts';
import { claimsOf, LINDT, MARSH, type ModelBot, offeredIn, openModelBot, reads, TOLD } from '../../support/model-bot.ts';

const CASES = Object.entries(HOSTILE).flatMap(([kind, sentences]) => sentences.map((sentence, index) => ({ kind, index, sentence })));
const ARTICLES = new Map([LINDT, MARSH].map((article) => [article.id, article]));

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Fails where a reply has the faulty sentence, or a citation that is not in the corpus. */
function expectClean(claims: readonly Claim[], { text }: HostileSentence): void {
  expect(claims.map((claim) => claim.text)).not.toContain(plain(text));
  for (const { text: said, citations } of claims) {
    expect(said).not.toMatch(/https?:|www\.|evil|@here|@everyone|<!|<@|\*\*|^$/u);
    expect(citations.length).toBeGreaterThan(0);
    for (const { articleId, start, end, quote } of citations) {
      expect(quote).not.toBe('');
      expect(ARTICLES.get(articleId)?.text.slice(start, end)).toBe(quote);
    }
  }
}

/** The true claims but the one that the faulty sentence stands on. */
function others({ on }: HostileSentence) {
  return TOLD.filter((_, index) => index !== on);
}

/** A writer that puts the faulty sentence before all true ones. */
function writerOf({ on, text, number }: HostileSentence) {
  return (request: Request) => {
    const offered = offeredIn(request);
    const numberOf = (claim: string | undefined): number => offered.indexOf(claim ?? '') + 1;
    const sentences = TOLD.map(({ claim }, index) => ({ text: claim, claims: [numberOf(claim)], index }))
      .filter(({ index }) => index !== on)
      .map(({ text: given, claims }) => ({ text: given, claims }));
    return gives({
      sections: [
        { name: 'bottom-line', sentences: [{ text, claims: [number ?? numberOf(TOLD[on]?.claim)] }] },
        { name: 'positions', sentences },
      ],
    });
  };
}

/** An answerer that gives the faulty sentence and a true one. */
function answererOf({ on, text, number, quote }: HostileSentence) {
  const good = TOLD[on === 0 ? 1 : 0];
  return ({ input }: Request) => {
    const passages = input.split(/^~~~~ passage \d+: .*$/mu).slice(1);
    const find = (words: string): number => passages.findIndex((passage) => passage.includes(words)) + 1;
    const own = TOLD[on]?.quote ?? '';
    return gives({
      says: 'yes',
      sentences: [
        { text, passage: number ?? find(own), quote: quote ?? own },
        { text: good?.claim, passage: find(good?.quote ?? ''), quote: good?.quote },
      ],
    });
  };
}

async function withBot<T>(bot: ModelBot, work: (bot: ModelBot) => Promise<T>): Promise<T> {
  try {
    return await work(bot);
  } finally {
    await bot.close();
  }
}

describe('a hostile model', () => {
  it('errs in 14 kinds', () => {
    expect(Object.keys(HOSTILE)).toHaveLength(14);
    expect(CASES.length).toBeGreaterThan(50);
  });

  async function writtenWith(sentence: HostileSentence): Promise<Brief> {
    return withBot(await openModelBot({ brief: writerOf(sentence) }), ({ brief }) => brief());
  }

  it.each(CASES.filter(({ sentence }) => !sentence.isKnownWrong))(
    'gets nothing into a brief by writing $kind ($index)',
    async ({ sentence }) => {
      const written = await writtenWith(sentence);
      expectClean(claimsOf(written), sentence);
      expect(written.engine).toBe('model');
      expect(written.dropped).toEqual([{ text: plain(sentence.text), reason: expect.any(String) }]);
      expect(claimsOf(written)).toHaveLength(TOLD.length - 1);
    },
  );

  it.each(TOLD.map(({ claim }, on) => ({ on, text: claim })))('control: a true sentence in its place is kept: $text', async (sentence) => {
    expect(claimsOf(await writtenWith(sentence))[0]?.text).toBe(sentence.text);
    const question = 'what happened between China and the UK over gallium, whisky and steel?';
    const answer = await withBot(await openModelBot({ answer: answererOf(sentence) }), ({ ask }) => ask(question));
    expect(answer.claims.map(({ text }) => text)).toContain(sentence.text);
  });

  // Fails until the checks know more pairs of opposite verbs; then the mark in hostile-sentences.ts goes.
  it.fails.each(CASES.filter(({ sentence }) => sentence.isKnownWrong))(
    'known wrong: gets into a brief by writing $kind ($index)',
    async ({ sentence }) => {
      const written = await writtenWith(sentence);
      expect(claimsOf(written).map(({ text }) => text)).not.toContain(plain(sentence.text));
    },
  );

  it.each(CASES)('gets nothing into a brief by reading $kind ($index)', async ({ sentence }) => {
    const faulty = TOLD.map((one, index) => (index === sentence.on ? { ...one, claim: sentence.text } : one));
    const changed = reads(faulty);
    const altered = { ...TOLD[sentence.on], claim: sentence.text, quote: sentence.quote };
    const reading = (request: Request) =>
      sentence.quote === undefined
        ? changed(request)
        : gives({ claims: [altered, ...others(sentence).filter(({ quote }) => request.input.includes(quote))] });
    const written = await withBot(await openModelBot({ reading }), ({ brief }) => brief());
    expectClean(claimsOf(written), sentence);
    expect(written.engine).toBe('model');
    expect(claimsOf(written)).toHaveLength(TOLD.length - 1);
  });

  it.each(CASES)('gets nothing into an answer by $kind ($index)', async ({ sentence }) => {
    const question = 'what happened between China and the UK over gallium, whisky and steel?';
    const answer = await withBot(await openModelBot({ answer: answererOf(sentence) }), ({ ask }) => ask(question));
    expectClean(answer.claims, sentence);
    expect(answer.claims).toHaveLength(1);
    expect(answer.engine).toBe('model');
  });
});
