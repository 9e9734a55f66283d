import type { Channel } from '../domain/caller.ts';

/** Reads files that people attached to messages. */
export interface ChatFiles {
  /** The text of a file. `reference` is the adapter's own. @throws UserError when it is no text, too large or gone. */
  readText(channel: Channel, reference: string): Promise<string>;
}
