import { describe, expect, it } from 'vitest';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** What holds for every store of installations. */
export function installationStoreContract(implementation: StoreImplementation): void {
  describe('installations', () => {
    it('keeps, replaces, lists and removes, each adapter for itself', () =>
      withStores(implementation, async ({ installations }) => {
        expect(await installations.find('chat', 'T1')).toBeNull();
        for (const sealed of ['first', '']) await installations.save('chat', 'T2', sealed);
        await installations.save('chat', 'T1', 'sealed');
        await installations.save('other', 'T1', 'of the other');
        expect(await installations.list('chat')).toEqual(['T1', 'T2']);
        expect(await installations.find('chat', 'T2')).toBe('');
        expect(await installations.remove('chat', 'T1')).toBe(true);
        expect(await installations.remove('chat', 'T1')).toBe(false);
        expect(await installations.list('chat')).toEqual(['T2']);
        expect(await installations.find('other', 'T1')).toBe('of the other');
      }));
  });
}
