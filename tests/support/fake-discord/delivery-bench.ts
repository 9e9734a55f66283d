import { createRest } from '../../../adapters/discord/create-rest.ts';
import { createDiscordDelivery } from '../../../adapters/discord/delivery.ts';
import type { ChatDelivery } from '../../../src/ports/chat-delivery.ts';
import { type FakeDiscord, type FakeDiscordOptions, startFakeDiscord } from './rest.ts';
import { APPLICATION, BOT_TOKEN, CHANNEL, type FakeInteraction, MEMBER } from './world.ts';

/** Discord's delivery over the real SDK, against a fake Discord with a clock that only the test moves. */
export interface DeliveryBench {
  readonly discord: FakeDiscord;
  readonly delivery: ChatDelivery;
  readonly now: () => number;
  readonly pass: (ms: number) => void;
  /** The delivery of a process that begins now and remembers nothing. */
  readonly restart: () => ChatDelivery;
  /** An interaction that was deferred, and the token of its place. */
  readonly deferred: (ephemeral: boolean) => FakeInteraction & { readonly placeToken: string };
}

export interface BenchOptions extends Partial<FakeDiscordOptions> {
  readonly timeoutMs?: number;
  readonly mostInvalidRequests?: number;
}

export async function openDeliveryBench({ timeoutMs = 5000, mostInvalidRequests, ...options }: BenchOptions = {}): Promise<DeliveryBench> {
  let time = Date.UTC(2026, 10, 23, 8);
  const now = (): number => time;
  const discord = await startFakeDiscord({ now, ...options });
  const restart = (): ChatDelivery => {
    const rest = createRest({ token: BOT_TOKEN, apiUrl: discord.api }, 0);
    const most = mostInvalidRequests === undefined ? {} : { mostInvalidRequests };
    return createDiscordDelivery({ rest, applicationId: () => APPLICATION, now, timeoutMs, ...most });
  };
  return {
    discord,
    delivery: restart(),
    now,
    pass: (ms) => void (time += ms),
    restart,
    deferred: (ephemeral) => {
      const made = discord.interact(CHANNEL, MEMBER, { ephemeral });
      return { ...made, placeToken: JSON.stringify({ id: made.id, token: made.token, at: now() }) };
    },
  };
}
