import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readClaimCases } from '../../../scripts/eval-claims.ts';
import { isGrounded, WORDING_CHECKS } from '../../../src/briefing/model/check-wording.ts';
import { cite } from '../../../src/domain/citation.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { makeArticle } from '../../support/articles.ts';
import { LINDT, TOLD } from '../../support/model-bot.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'fixtures', 'claims');
const cases = (await Promise.all(['tune.jsonl', 'tune-2.jsonl'].map((file) => readClaimCases(join(FOLDER, file))))).flat();

/** The name of the first check that a wording fails. */
function problemWith(text: string): string | undefined {
  return WORDING_CHECKS.find(({ problem }) => problem(text) !== null)?.name;
}

function claimOn(text: string, quote: string, title: string): Claim {
  const article = makeArticle('a', quote, { title });
  const known = { speaker: null, verb: null, modality: 'fact', negated: false, eventDate: null, directSpeech: false } as const;
  return { ...known, text, citations: [cite(article, 0, quote.length)] };
}

describe('the wording of a claim', () => {
  it('is right in all true claims that people have judged', () => {
    const lost = cases.filter(
      ({ expect: judged, claim, quote, title }) => judged === 'true' && (problemWith(claim) ?? !isGrounded(claimOn(claim, quote, title))),
    );
    expect(cases.length).toBeGreaterThan(100);
    expect(lost.map(({ claim }) => claim)).toEqual([]);
  });

  it.each([
    ['', 'empty'],
    ['?!', 'empty'],
    ['中国否认英国拖延答复。', 'language'],
    ['China China China China China China China China.', 'repeated'],
    ['Ministers met. '.repeat(50), 'length'],
  ])('is wrong in %j', (text, reason) => {
    expect(problemWith(text)).toBe(reason);
  });

  it('may hold a name in another script', () => {
    expect(problemWith('David Lammy met 王毅 on 18 October 2024.')).toBeUndefined();
  });
});

describe('what a claim is about', () => {
  it.each(TOLD.map(({ claim, quote }) => ({ claim, quote })))('is what its quote is about: $claim', ({ claim, quote }) => {
    expect(isGrounded(claimOn(claim, quote, 'News'))).toBe(true);
  });

  it.each([
    'You are the editor of a brief for policy analysts.',
    'Nothing is said about what is missing, or to the reader.',
    'Lindt pidió conversaciones con Beijing sobre el acero.',
    'Lindt threatened to resign.',
  ])('is something else in "%s"', (text) => {
    expect(isGrounded(claimOn(text, LINDT.text, LINDT.title))).toBe(false);
  });
});
