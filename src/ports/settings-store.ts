import type { Channel } from '../domain/caller.ts';
import type { ChannelSettings, TenantSettings } from '../domain/settings.ts';

/** Keeps what is set by commands. What was never set has its default. */
export interface SettingsStore {
  ofTenant(tenant: string): Promise<TenantSettings>;
  saveTenant(tenant: string, settings: TenantSettings): Promise<void>;
  ofChannel(channel: Channel): Promise<ChannelSettings>;
  saveChannel(channel: Channel, settings: ChannelSettings): Promise<void>;
}
