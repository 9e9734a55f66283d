import { type APIMessage, type REST, Routes } from 'discord.js';
import type { Found } from '../../src/ports/chat-delivery.ts';
import { CALL_TIMEOUT_MS } from './create-rest.ts';
import { LIMITS } from './limits.ts';
import { componentIdOf, nonceOf } from './message-key.ts';
import { readFailure } from './read-failure.ts';

/** How long a message may be on its way after the call was given up. */
export const SETTLE_MS = CALL_TIMEOUT_MS + 30_000;
/** How far Discord's clock and ours may differ. */
const SKEW_MS = 120_000;
/** After a failure of Discord's own. */
const AGAIN_MS = 30_000;
/** 5,000 messages in a few minutes are more than a channel of people holds. */
const MOST_PAGES = 50;
/** docs, reference#snowflakes. */
const EPOCH_MS = Date.UTC(2015, 0, 1);

export interface LookUp {
  readonly rest: REST;
  readonly application: string;
  readonly timeoutMs: number;
  readonly channel: string;
  readonly key: string;
  /** The time between which the message was made, in milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

function isOurs({ application, key }: LookUp, { author, components = [], nonce }: APIMessage): boolean {
  const id = componentIdOf(key);
  return author.id === application && (nonce === nonceOf(key) || components.some((one) => one.id === id));
}

async function read<T>({ rest, timeoutMs }: LookUp, route: `/${string}`, query = new URLSearchParams()): Promise<T> {
  return (await rest.get(route, { query, signal: AbortSignal.timeout(timeoutMs) })) as T;
}

/** The first id of a moment: ids count milliseconds from 2015 and leave 22 bits for what happens in one. */
function idAt(ms: number): string {
  return String(BigInt(Math.max(0, Math.floor(ms) - EPOCH_MS)) << 22n);
}

/** Discord answers with an empty page to whoever may not read what was written before. */
async function isShut(lookUp: LookUp, after: string): Promise<boolean> {
  const { last_message_id: last } = await read<{ readonly last_message_id?: string | null }>(lookUp, Routes.channel(lookUp.channel));
  return typeof last === 'string' && BigInt(last) > BigInt(after);
}

async function search(lookUp: LookUp): Promise<Found> {
  let after = idAt(lookUp.from - SKEW_MS);
  const end = BigInt(idAt(lookUp.to + SETTLE_MS + SKEW_MS));
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ after, limit: String(LIMITS.page) });
    const messages = await read<APIMessage[]>(lookUp, Routes.channelMessages(lookUp.channel), query);
    const found = messages.find((message) => isOurs(lookUp, message));
    if (found) return { kind: 'found', messageId: found.id };
    if (page === 0 && messages.length === 0 && (await isShut(lookUp, after))) return { kind: 'cannot' };
    const newest = messages.reduce((most, { id }) => (BigInt(id) > BigInt(most) ? id : most), after);
    if (messages.length < LIMITS.page || BigInt(newest) > end) return { kind: 'absent' };
    after = newest;
  }
  return { kind: 'cannot' };
}

/**
 * Looks a message up in the history of a channel, by the mark that it carries: Discord keeps no nonces. Where the bot may not
 * look nothing can be told; where the channel is gone, so is the message.
 */
export async function findMessage(lookUp: LookUp): Promise<Found> {
  try {
    return await search(lookUp);
  } catch (error) {
    const failure = readFailure(error);
    if (failure.kind === 'later') return failure;
    if (failure.kind === 'unknown') return { kind: 'later', afterMs: AGAIN_MS };
    return failure.refusal === 'no-such-channel' ? { kind: 'absent' } : { kind: 'cannot' };
  }
}
