import { type Client, GatewayDispatchEvents } from 'discord.js';
import type { InteractionPayload, MessagePayload } from './payloads.ts';

/** What is done with what the gateway sends. None of these may throw. */
interface Listeners {
  readonly onMessage: (message: MessagePayload) => void;
  /** A thread that was opened, or opened again. */
  readonly onThread: (channel: string, parent: string | null) => void;
  readonly onInteraction: (interaction: InteractionPayload) => void;
  /** A session of a shard began. When it is not its first, what was said in between is not sent. */
  readonly onSession: (bot: string, shard: number) => void;
}

interface ReadyPayload {
  readonly user: { readonly id: string };
}

interface ThreadPayload {
  readonly id: string;
  readonly parent_id?: string | null;
}

/**
 * Listens to what the gateway sends, as it sends it. The SDK's own events leave out what its memory knows already, and wait
 * until all servers are there.
 */
export function listen(client: Client, listeners: Listeners): void {
  client.ws.on(GatewayDispatchEvents.Ready, (data: ReadyPayload, shard) => listeners.onSession(data.user.id, shard));
  client.ws.on(GatewayDispatchEvents.MessageCreate, (data: MessagePayload) => listeners.onMessage(data));
  for (const event of [GatewayDispatchEvents.ThreadCreate, GatewayDispatchEvents.ThreadUpdate])
    client.ws.on(event, ({ id, parent_id: parent = null }: ThreadPayload) => listeners.onThread(id, parent));
  client.ws.on(GatewayDispatchEvents.InteractionCreate, (data: InteractionPayload) => listeners.onInteraction(data));
}
