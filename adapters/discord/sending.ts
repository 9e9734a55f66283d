import type { REST } from 'discord.js';
import type { Place } from '../../src/domain/inbound.ts';
import type { ChannelGate } from './channel-gate.ts';
import type { DiscordChannel } from './discord-channels.ts';
import type { InteractionToken } from './interaction-token.ts';
import type { MessagePayload } from './message-payload.ts';
import type { OpenedThreads } from './opened-threads.ts';

/** What calls need. */
export interface Line {
  readonly rest: REST;
  readonly application: () => string;
  readonly gate: ChannelGate;
  readonly timeoutMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The channel of direct messages with a person. */
  readonly directWith: (person: string) => Promise<string>;
  readonly opened: OpenedThreads;
}

/** One message on its way. */
export interface Sending {
  readonly place: Place;
  readonly channel: DiscordChannel;
  /** While the interaction can be answered. */
  readonly token: InteractionToken | null;
  readonly body: MessagePayload;
  readonly key: string;
  readonly under: string | null;
}
