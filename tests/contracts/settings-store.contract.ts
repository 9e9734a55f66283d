import { describe, expect, it } from 'vitest';
import { DEFAULT_CHANNEL_SETTINGS, DEFAULT_TENANT_SETTINGS, type TenantSettings } from '../../src/domain/settings.ts';
import { sketchChannel } from './sketch-chat.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** Settings that name one manager. */
export function sketchSettings(id: string): TenantSettings {
  return { managers: [{ adapter: 'chat', id }], owner: { adapter: 'chat', channel: id, person: null } };
}

/** What holds for every store of settings. */
export function settingsStoreContract(implementation: StoreImplementation): void {
  describe('settings', () => {
    it('has the default of what was never set, and gives back what was set last', () =>
      withStores(implementation, async ({ settings }) => {
        const channel = sketchChannel();
        expect(await settings.ofTenant('main')).toEqual(DEFAULT_TENANT_SETTINGS);
        expect(await settings.ofChannel(channel)).toEqual(DEFAULT_CHANNEL_SETTINGS);
        for (const id of ['P1', 'P2']) await settings.saveTenant('main', sketchSettings(id));
        for (const followUps of ['mention', 'threads'] as const) await settings.saveChannel(channel, { followUps, answers: 'thread' });
        expect(await settings.ofTenant('main')).toEqual(sketchSettings('P2'));
        expect(await settings.ofChannel(channel)).toEqual({ followUps: 'threads', answers: 'thread' });
        expect(await settings.ofChannel(sketchChannel('main', 'C2'))).toEqual(DEFAULT_CHANNEL_SETTINGS);
        expect(await settings.ofChannel({ ...channel, adapter: 'other' })).toEqual(DEFAULT_CHANNEL_SETTINGS);
      }));

    it('has the default of a field that what was saved does not know', () =>
      withStores(implementation, async ({ settings }) => {
        const { managers } = sketchSettings('P1');
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as an older release would have saved it
        await settings.saveTenant('main', { managers } as unknown as TenantSettings);
        expect(await settings.ofTenant('main')).toEqual({ ...DEFAULT_TENANT_SETTINGS, managers });
      }));
  });
}
