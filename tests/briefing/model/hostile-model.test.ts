import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/domain/claim.ts';
import { gives } from '../../support/fake-model.ts';
import { FURTHER_CLASSES, OPPOSITE_MEANING, SEEN_CLASSES } from '../../support/hostile/hostile-classes.ts';
import { ARTICLES, TRUE_CLAIMS, trueClaim } from '../../support/hostile/hostile-corpus.ts';
import { answersWith, readsWith, writesWith } from '../../support/hostile/hostile-model.ts';
import type { HostileSentence } from '../../support/hostile/hostile-sentence.ts';
import { claimsOf, type ModelBot, offeredIn, openModelBot } from '../../support/model-bot.ts';

const TEXTS = new Map(ARTICLES.map(({ id, text }) => [id, text]));
const TRUE_TEXTS = TRUE_CLAIMS.map(({ claim }) => claim).toSorted();
const QUESTION =
  'what happened between China and the UK over gallium, whisky, steel, freighters off Felixstowe and the plant in Sunderland?';
/** Sentences of one answer are at most three, and the last of them is true. */
const FAULTY_AT_ONCE = 2;
const CLASSES = [...SEEN_CLASSES, ...FURTHER_CLASSES];

function plain(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Fails where a reply has anything but true sentences, or a citation that is not in the corpus. */
function expectTrue(claims: readonly Claim[], texts: readonly string[]): void {
  expect(claims.map(({ text }) => text).toSorted()).toEqual(texts);
  for (const { citations } of claims) {
    expect(citations.length).toBeGreaterThan(0);
    for (const { articleId, start, end, quote } of citations) {
      expect(quote).not.toBe('');
      expect(TEXTS.get(articleId)?.slice(start, end)).toBe(quote);
    }
  }
}

/** Cases in groups, no two on the same claim: the second would be dropped as said before, whatever else is wrong with it. */
function inGroups(sentences: readonly HostileSentence[]): readonly (readonly HostileSentence[])[] {
  const groups: HostileSentence[][] = [];
  for (const sentence of sentences) {
    const group = groups.find((others) => others.length < FAULTY_AT_ONCE && others.every(({ on }) => on !== sentence.on));
    if (group) group.push(sentence);
    else groups.push([sentence]);
  }
  return groups;
}

describe.each(CLASSES)('a hostile model: $name', ({ sentences }) => {
  let bot: ModelBot;
  beforeAll(async () => {
    // The second question in a channel may be about the first, and is put to the model for that.
    bot = await openModelBot({ question: gives({ question: QUESTION }) }, {}, ARTICLES);
  });
  afterAll(() => bot.close());

  it('gets nothing into a brief by writing it', async () => {
    bot.model.answer({ brief: writesWith(sentences), reading: readsWith([]) });
    const brief = await bot.brief();
    expectTrue(claimsOf(brief), TRUE_TEXTS);
    expect(brief.engine).toBe('model');
    expect(brief.dropped.map(({ text }) => text)).toEqual(sentences.map(({ text }) => plain(text)));
    // A sentence after one that got through is dropped for repeating it.
    expect(brief.dropped.filter(({ reason }) => reason === 'repeated')).toEqual([]);
  });

  it('gets nothing into an answer', async () => {
    for (const group of inGroups(sentences)) {
      const good = TRUE_CLAIMS.findIndex((_, on) => group.every((sentence) => sentence.on !== on));
      bot.model.answer({ answer: answersWith(group, good) });
      const answer = await bot.ask(QUESTION);
      expect(answer.engine).toBe('model');
      expectTrue(answer.claims, [trueClaim(good).claim]);
    }
  });

  it('gets nothing into a brief by reading it', async () => {
    const reader = await openModelBot({ reading: readsWith(sentences) }, {}, ARTICLES);
    try {
      const brief = await reader.brief();
      expect(reader.model.asked('brief').flatMap(offeredIn).toSorted()).toEqual(TRUE_TEXTS);
      expectTrue(claimsOf(brief), TRUE_TEXTS);
      expect(brief.engine).toBe('model');
    } finally {
      await reader.close();
    }
  });
});

describe('control: what the checks let through', () => {
  it('is seen in a brief, so that nothing is hidden in those above', async () => {
    const known = OPPOSITE_MEANING.sentences.filter(({ isKnownWrong }) => isKnownWrong).slice(0, 1);
    const bot = await openModelBot({ brief: writesWith(known), reading: readsWith([]) }, {}, ARTICLES);
    try {
      expect(claimsOf(await bot.brief()).map(({ text }) => text)).toContain(known[0]?.text);
    } finally {
      await bot.close();
    }
  });
});
