import type { APIMessageTopLevelComponent } from 'discord.js';

/** A file that goes with a message. */
export interface PayloadFile {
  readonly name: string;
  readonly text: string;
}

/** A message of Discord's without where it goes and without what every message has: what is kept until it is sent. */
export interface MessagePayload {
  readonly components: readonly APIMessageTopLevelComponent[];
  /** Shown by components that name them: `attachment://name`. */
  readonly files?: readonly PayloadFile[];
  /** Of the thread that is made for it, if one is. */
  readonly threadName?: string;
}
