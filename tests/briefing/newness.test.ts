import { describe, expect, it } from 'vitest';
import type { Known } from '../../src/briefing/baseline.ts';
import { newnessOf } from '../../src/briefing/newness.ts';
import type { ReplyInput } from '../../src/domain/reply-record.ts';
import { makeInput } from '../support/records.ts';

const at = (id: string, published: string | null, over: Partial<ReplyInput> = {}): ReplyInput => makeInput(id, { published, ...over });
const THEN: Known = {
  inputs: [at('known', '2025-01-10'), at('older', '2025-01-08')],
  period: { from: '2025-01-08', to: '2025-01-14', widened: false },
  writtenOn: '2025-01-14',
};
const NOW: Known = { inputs: [], period: { from: '2025-01-09', to: '2025-01-15', widened: false }, writtenOn: '2025-01-15' };
const MONTH: Known = { ...NOW, period: { from: '2024-10-01', to: '2025-01-15', widened: false } };

describe('a claim', () => {
  it('is new when its article came in and is of the period and no older than what was known', () => {
    expect(newnessOf([at('b', '2025-01-15')], NOW, THEN)).toBe('New');
    expect(newnessOf([at('b', '2025-01-10')], NOW, THEN)).toBe('New');
  });

  it('is newly added when its article came in late: older than what was known, or than the period', () => {
    expect(newnessOf([at('b', '2025-01-09')], NOW, THEN)).toBe('Newly added, dated 9 Jan 2025');
    expect(newnessOf([at('b', '2025-01-08')], NOW, THEN)).toBe('Newly added, dated 8 Jan 2025');
    const widened = { ...NOW, period: { ...NOW.period, widened: true } };
    expect(newnessOf([at('b', '2025-01-15')], widened, THEN)).toBe('Newly added, dated 15 Jan 2025');
  });

  it('is newly added and undated where no article has a date', () => {
    const undated = { ...THEN, inputs: [at('known', null)] };
    expect(newnessOf([at('b', null)], NOW, undated)).toBe('Newly added, undated');
    expect(newnessOf([at('b', null)], NOW, THEN)).toBeNull();
  });

  it('is neither when its article was there, its story was, or an earlier version', () => {
    expect(newnessOf([at('known', '2025-01-10')], NOW, THEN)).toBeNull();
    expect(newnessOf([at('copy', '2025-01-15', { storyId: 'known' })], NOW, THEN)).toBeNull();
    expect(newnessOf([at('known~2', '2025-01-15', { storyId: 'known' })], NOW, THEN)).toBeNull();
  });

  it('is neither when only this brief looks at its day, because it covers more', () => {
    expect(newnessOf([at('b', '2024-11-03')], MONTH, THEN)).toBeNull();
    const month = { ...THEN, period: MONTH.period };
    expect(newnessOf([at('b', '2024-11-03')], MONTH, month)).toBe('Newly added, dated 3 Nov 2024');
  });

  it('is as new as the oldest that it stands on', () => {
    expect(newnessOf([at('b', '2025-01-15'), at('known', '2025-01-10')], NOW, THEN)).toBeNull();
    expect(newnessOf([at('b', '2025-01-15'), at('c', '2025-01-09')], NOW, THEN)).toBe('Newly added, dated 9 Jan 2025');
    expect(newnessOf([], NOW, THEN)).toBeNull();
  });
});
