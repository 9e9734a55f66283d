import type { Logger } from '../../src/ports/logger.ts';
import type { Pause } from './keep-trying.ts';

export interface DiscordOptions {
  readonly token: string;
  /** Checked against the token's own where it is given; null to take that. */
  readonly applicationId: string | null;
  /** The one server in which commands are registered at once; null for everywhere, which takes longer. */
  readonly guild: string | null;
  /** `https://discord.com/api`, or a server that stands in for it; without a version. */
  readonly apiUrl: string;
  /** Whether what is said in threads without a mention is heard. Needs the intent Message Content. */
  readonly threadsWithoutMention: boolean;
  readonly logger: Logger;
  /** Who shares a corpus with a server; null is for direct messages. */
  readonly tenantOf: (guild: string | null) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Told once, in one sentence, when Discord will not have the bot any more: there is no use in going on. */
  readonly onFatal: (reason: string) => void;
  readonly pause?: Pause;
  readonly fetch?: typeof globalThis.fetch;
}
