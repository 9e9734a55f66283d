import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.ts';
import { sketchReading } from './reading-store.contract.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** An open report of one claim. */
export function sketchReport(id: string, why: string, reportedAt = '2026-11-23T07:58:00.000Z'): Report {
  const [first] = sketchReading('a', 'r', '王毅 said “no” 😀 \ud800 \0').claims;
  if (!first) throw new Error('a reading was sketched with a claim');
  return { id, replyId: 'reply', claim: first.claim, why, by: 'chat:P1', reportedAt, state: 'open' };
}

/** What holds for every store of reports. */
export function reportStoreContract(implementation: StoreImplementation): void {
  describe('reports', () => {
    it('lists exactly what was saved, newest first, those of a moment in the order that they came in', () =>
      withStores(implementation, async ({ reports }) => {
        const old = sketchReport('b', 'old', '2026-11-22T00:00:00.000Z');
        const [first, second] = [sketchReport('c', 'first'), sketchReport('a', 'second')];
        expect(await reports.list('main', [])).toEqual([]);
        for (const report of [first, old, { ...second, why: 'typed too soon' }, second]) await reports.save('main', report);
        expect(await reports.list('main', [])).toEqual([second, first, old]);
      }));

    it('decides, lists by what was decided, and knows when there is nothing to decide', () =>
      withStores(implementation, async ({ reports }) => {
        for (const id of ['a', 'b', 'c']) await reports.save('main', sketchReport(id, ''));
        expect(await reports.decide('main', 'a', 'upheld')).toBe(true);
        expect(await reports.decide('main', 'b', 'dismissed')).toBe(true);
        expect(await reports.decide('main', 'b', 'dismissed')).toBe(true);
        expect(await reports.decide('main', 'unknown', 'upheld')).toBe(false);
        const upheld = { ...sketchReport('a', ''), state: 'upheld' };
        expect(await reports.list('main', ['upheld'])).toEqual([upheld]);
        expect(await reports.list('main', ['open', 'upheld'])).toEqual([sketchReport('c', ''), upheld]);
      }));
  });
}
