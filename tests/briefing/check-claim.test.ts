import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeCase, readClaimCases } from '../../scripts/eval-claims.ts';
import { CHECKS, checkClaim } from '../../src/briefing/check-claim.ts';
import { checkClaims } from '../../src/briefing/check-claims.ts';
import { readClaim } from '../../src/briefing/checks/claim-reading.ts';
import type { Article } from '../../src/domain/article.ts';
import { cite } from '../../src/domain/citation.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { makeHead } from '../support/heads.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'claims');
/** The sets that the checks were made with. The hold-out is measured by `npm run eval` and is no test. */
const cases = (await Promise.all(['tune.jsonl', 'tune-2.jsonl'].map((file) => readClaimCases(join(FOLDER, file))))).flat();
const faults = [
  'quote',
  'number',
  'date',
  'name',
  'modality',
  'negation',
  'verb-class',
  'attribution',
  'direct-speech',
  'presupposition',
] as const;

describe('claims that people have judged', () => {
  it('are all kept when they are true', () => {
    expect(cases.filter((row) => row.expect === 'true' && judgeCase(row).length > 0).map(({ id, claim }) => `${id} ${claim}`)).toEqual([]);
  });

  it('are all dropped when they are false', () => {
    expect(cases.filter((row) => row.expect === 'false' && judgeCase(row).length === 0).map(({ id, claim }) => `${id} ${claim}`)).toEqual(
      [],
    );
  });

  it.each(faults)('control: without the check for %s, a false claim gets through', (fault) => {
    const others = Object.entries(CHECKS).flatMap(([name, check]) => (name === fault ? [] : [check]));
    const through = cases.filter((row) => row.fault === fault && judgeCase(row, others).length === 0);
    expect(through.length).toBeGreaterThan(0);
  });
});

const article: Article = {
  ...makeHead('a', { title: 'Talks in Rome' }),
  text: 'Mara Lindt said on Tuesday that 140 firms would pay 35.3% more. Critics fear a slump.\n\nThe ban may be lifted in 2026.',
};
const sources = new Map([[article.id, article]]);

function claimOf(text: string, start: number, end: number, over: Partial<Claim> = {}): Claim {
  const base = { speaker: 'Mara Lindt', verb: 'said', modality: 'fact', negated: false, eventDate: null, directSpeech: false } as const;
  return { ...base, text, citations: [cite(article, start, end)], ...over };
}

describe('one claim', () => {
  const end = article.text.indexOf(' Critics');
  const sentence = article.text.slice(0, end);

  it('passes in the words of its quote, wherever that stands', () => {
    expect(checkClaim(claimOf(sentence, 0, end), sources, [])).toEqual({ ok: true });
  });

  it('fails when any digit of it is another', () => {
    const places = [...sentence.matchAll(/\d/gu)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digit = (Number(sentence[place]) + shift) % 10;
        const changed = `${sentence.slice(0, place)}${digit}${sentence.slice(place + 1)}`;
        expect(checkClaim(claimOf(changed, 0, end), sources, []).ok).toBe(false);
      }),
    );
  });

  it.each([
    ['a link', 'See https://evil.example for what Mara Lindt said.'],
    ['a mention', 'Mara Lindt said <!channel> that 140 firms would pay more.'],
  ])('fails with %s that the quote has not', (_, text) => {
    const result = checkClaim(claimOf(text, 0, end), sources, []);
    expect(result.ok).toBe(false);
    const others = Object.entries(CHECKS).flatMap(([name, check]) => (name === 'link-or-markup' ? [] : [check]));
    const without = checkClaim(claimOf(text, 0, end), sources, [], others);
    expect(without.ok || without.reasons.every(({ reason }) => reason !== 'link-or-markup')).toBe(true);
  });

  it.each([
    'Rates rose 0.25 points, from 4.5 to 4.75 per cent.',
    'The U.S./China deal was signed in London on 3.5.2024 at 5 p.m./6 p.m.',
    'The G7 & the EU agreed (see Article 5).',
    'The law [of 2024] is worth €1.5bn/year to AT&T, 3/4 of what was hoped.',
    'Prices rose 5-10% - a record.',
    'No. 10 said: the data: none.',
  ])('meets nothing of a platform in plain words: %s', (text) => {
    expect(CHECKS['link-or-markup'](readClaim(claimOf(text, 0, end), sources, []))).toEqual([]);
  });

  it('fails when its quote is not at its place, or its article is not known', () => {
    const moved = claimOf(sentence, 0, end);
    const shifted = { ...moved, citations: moved.citations.map((citation) => ({ ...citation, start: 1, end: end + 1 })) };
    expect(checkClaim(shifted, sources, [])).toMatchObject({ ok: false, reasons: [{ reason: 'quote' }] });
    expect(checkClaim(moved, new Map(), [])).toMatchObject({ ok: false, reasons: [{ reason: 'quote' }] });
  });

  it('meets any text without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.option(fc.string({ unit: 'binary', maxLength: 20 })),
        (text, speaker) => {
          expect(checkClaim(claimOf(text, 0, end, { speaker }), sources, []).ok).toBeTypeOf('boolean');
        },
      ),
    );
  });

  it('is dropped alone, counted with its reason', () => {
    const good = claimOf(sentence, 0, end);
    const bad = claimOf(sentence.replace('140', '150'), 0, end);
    const { kept, dropped, counts } = checkClaims([good, bad], sources, []);
    expect(kept).toEqual([good]);
    expect(dropped).toHaveLength(1);
    expect([...counts]).toEqual([['number', 1]]);
  });
});
