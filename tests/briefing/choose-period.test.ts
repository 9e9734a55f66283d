import { describe, expect, it } from 'vitest';
import { choosePeriod } from '../../src/briefing/choose-period.ts';
import { makeHead } from '../support/heads.ts';

const today = '2026-11-23';

describe('the period of a brief', () => {
  it('is the last seven days, both ends included', () => {
    const heads = [makeHead('a', { published: '2026-11-17' }), makeHead('b', { published: '2026-11-16' })];
    const chosen = choosePeriod(heads, null, today);
    expect(chosen.period).toEqual({ from: '2026-11-17', to: today, widened: false });
    expect(chosen.heads.map(({ id }) => id)).toEqual(['a']);
    expect(chosen.notice).toBeNull();
  });

  it('widens to the seven days that end with the newest article, and says how old that is', () => {
    const heads = [
      makeHead('a', { published: '2023-11-14' }),
      makeHead('b', { published: '2023-11-08' }),
      makeHead('c', { published: '2023-11-07' }),
    ];
    const chosen = choosePeriod(heads, null, today);
    expect(chosen.period).toEqual({ from: '2023-11-08', to: '2023-11-14', widened: true });
    expect(chosen.heads.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(chosen.notice).toBe(
      'Nothing dated in the last 7 days (17–23 Nov 2026). Below is the newest held: 2 articles dated 8–14 Nov 2023, 3 years old. Background, not news.',
    );
  });

  it('never widens a period that was asked for', () => {
    const chosen = choosePeriod([makeHead('a', { published: '2023-11-14' })], { from: '2026-11-01', to: today }, today);
    expect(chosen.heads).toEqual([]);
    expect(chosen.period.widened).toBe(false);
    expect(chosen.notice).toContain('14 Nov 2023');
  });

  it('uses undated articles only when there are no others, and says so', () => {
    const undated = makeHead('u', { published: null, publishedFrom: null });
    expect(choosePeriod([undated, makeHead('a', { published: today })], null, today).heads.map(({ id }) => id)).toEqual(['a']);
    const alone = choosePeriod([undated], null, today);
    expect(alone.heads.map(({ id }) => id)).toEqual(['u']);
    expect(alone.notice).toContain('undated');
  });
});
