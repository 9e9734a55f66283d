import { type ChannelSettings, DEFAULT_CHANNEL_SETTINGS, DEFAULT_TENANT_SETTINGS, type TenantSettings } from '../../src/domain/settings.ts';
import type { SettingsStore } from '../../src/ports/settings-store.ts';
import type { SqlDatabase } from './sql-database.ts';
import { parseStored } from './stored-json.ts';

/** What a row says, and the default for each field that it does not know because it is older than the field. */
function withDefaults<T extends object>(defaults: T, row: { readonly body: string } | undefined): T {
  return row ? { ...defaults, ...parseStored<Partial<T>>(row.body) } : defaults;
}

/** Keeps settings. */
export function createSettingsStore({ query, write }: SqlDatabase): SettingsStore {
  return {
    async ofTenant(tenant): Promise<TenantSettings> {
      const row = await query.selectFrom('tenant_settings').select('body').where('tenant', '=', tenant).executeTakeFirst();
      return withDefaults(DEFAULT_TENANT_SETTINGS, row);
    },
    async saveTenant(tenant, settings) {
      const body = JSON.stringify(settings);
      await write([
        query
          .insertInto('tenant_settings')
          .values({ tenant, body })
          .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ body })),
      ]);
    },
    async ofChannel({ tenant, adapter, id }): Promise<ChannelSettings> {
      const row = await query
        .selectFrom('channel_settings')
        .select('body')
        .where((settings) => settings.and({ tenant, adapter, channel: id }))
        .executeTakeFirst();
      return withDefaults(DEFAULT_CHANNEL_SETTINGS, row);
    },
    async saveChannel({ tenant, adapter, id }, settings) {
      const body = JSON.stringify(settings);
      await write([
        query
          .insertInto('channel_settings')
          .values({ tenant, adapter, channel: id, body })
          .onConflict((conflict) => conflict.columns(['tenant', 'adapter', 'channel']).doUpdateSet({ body })),
      ]);
    },
  };
}
