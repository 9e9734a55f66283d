/**
 * Keeps what a platform gave the bot when somebody installed it. Adapters seal it before it comes here and open it
 * afterwards: nobody can use what is in the store without the adapter's key.
 */
export interface InstallationStore {
  /** Replaces what was kept under this id. */
  save(adapter: string, id: string, sealed: string): Promise<void>;
  /** Null when there is none. */
  find(adapter: string, id: string): Promise<string | null>;
  /** False when there was none. */
  remove(adapter: string, id: string): Promise<boolean>;
  /** The ids of all installations of the adapter, in order. */
  list(adapter: string): Promise<readonly string[]>;
}
