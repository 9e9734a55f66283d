import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/ports/source-store.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

const FOLDER: Source = {
  path: '/b',
  outlet: 'Wire',
  language: 'en',
  readAt: '2026-11-23T07:58:00Z',
  problem: null,
};
const FAILED: Source = { path: '/a', outlet: null, language: null, readAt: null, problem: 'cannot be read' };

/** What holds for every store of sources. */
export function sourceStoreContract(implementation: StoreImplementation): void {
  describe('sources', () => {
    it('lists by path, replaces and removes', () =>
      withStores(implementation, async ({ sources }) => {
        await sources.save('main', FOLDER);
        await sources.save('main', { ...FAILED, problem: 'first' });
        await sources.save('main', FAILED);
        expect(await sources.list('main')).toEqual([FAILED, FOLDER]);
        expect(await sources.remove('main', '/a')).toBe(true);
        expect(await sources.remove('main', '/a')).toBe(false);
        expect(await sources.list('main')).toEqual([FOLDER]);
      }));
  });
}
