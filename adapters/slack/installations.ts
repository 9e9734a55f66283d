import type { InstallationStore as BoltStore, Installation, InstallationQuery } from '@slack/bolt';
import type { InstallationStore } from '../../src/ports/installation-store.ts';
import { createSeal } from './seal.ts';

const ADAPTER = 'slack';

/** Where the bot is installed. */
export interface Installations {
  /** For Bolt's own installing and authorizing. */
  readonly store: BoltStore;
  /** The bot's token in the workspace; null where it is not installed. */
  tokenOf(team: string): Promise<string | null>;
  /** Forgets a workspace and its token. */
  forget(team: string): Promise<void>;
}

/** What an installation is kept under: the workspace, or the organization that it was installed for as a whole. */
function idOf({ isEnterpriseInstall, teamId, enterpriseId }: Partial<InstallationQuery<boolean>>): string {
  const id = (isEnterpriseInstall === true ? enterpriseId : teamId) ?? enterpriseId;
  if (id === undefined) throw new Error('Slack named no workspace.');
  return id;
}

/** Installations in the store, sealed with a key made of `secret`: who reads the database has no token. */
export function createInstallations(stored: InstallationStore, secret: string): Installations {
  const { seal, open } = createSeal(secret);

  async function find(id: string): Promise<Installation | null> {
    const sealed = await stored.find(ADAPTER, id);
    return sealed === null ? null : (JSON.parse(open(sealed, id)) as Installation);
  }

  return {
    store: {
      async storeInstallation(installation) {
        const { team, enterprise, isEnterpriseInstall = false } = installation;
        const id = idOf({ isEnterpriseInstall, teamId: team?.id, enterpriseId: enterprise?.id });
        await stored.save(ADAPTER, id, seal(JSON.stringify(installation), id));
      },
      async fetchInstallation(query) {
        const found = await find(idOf(query));
        if (found === null) throw new Error('The bot is not installed in this workspace.');
        return found;
      },
      async deleteInstallation(query) {
        await stored.remove(ADAPTER, idOf(query));
      },
    },
    tokenOf: async (team) => (await find(team))?.bot?.token ?? null,
    forget: async (team) => {
      await stored.remove(ADAPTER, team);
    },
  };
}
