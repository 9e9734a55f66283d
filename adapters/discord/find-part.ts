import type { Place } from '../../src/domain/inbound.ts';
import type { ChatDelivery, Found } from '../../src/ports/chat-delivery.ts';
import { channelOf } from './discord-channels.ts';
import { findMessage, type LookUp, SETTLE_MS } from './find-message.ts';
import { aliveToken, parseToken } from './interaction-token.ts';
import type { Repeats } from './repeats.ts';
import type { Line } from './sending.ts';
import { threadToOpen } from './thread-to-open.ts';

interface Finding {
  readonly line: Line;
  readonly now: () => number;
  readonly repeats: Repeats;
}

/** A thread that was never made holds nothing; then the message may be a reply in the channel. */
async function findInThread(lookUp: Omit<LookUp, 'channel'>, thread: string, channel: string): Promise<Found> {
  const there = await findMessage({ ...lookUp, channel: thread });
  if (there.kind === 'found' || there.kind === 'later') return there;
  const beside = await findMessage({ ...lookUp, channel });
  return beside.kind === 'absent' ? there : beside;
}

/** Looks in all channels into which a message of this place may have gone. */
async function look({ rest, application, timeoutMs, directWith }: Line, place: Place, key: string, startedAt: number): Promise<Found> {
  const { guild, channel } = channelOf(place);
  // The answer to an interaction is made when the interaction comes, and only filled later.
  const from = Math.min(startedAt, parseToken(place.token)?.at ?? startedAt);
  const lookUp = { rest, application: application(), timeoutMs, key, from, to: startedAt };
  const opened = threadToOpen(place);
  if (opened !== null) return findInThread(lookUp, opened, channel);
  if (channel !== place.person && (place.audience === 'everyone' || guild === null)) return findMessage({ ...lookUp, channel });
  const direct = await directWith(place.person).catch(() => null);
  if (channel === place.person) return direct === null ? { kind: 'absent' } : findMessage({ ...lookUp, channel: direct });
  const found: Found = direct === null ? { kind: 'absent' } : await findMessage({ ...lookUp, channel: direct });
  return found.kind === 'absent' ? findMessage({ ...lookUp, channel }) : found;
}

/** Tells whether a part is there, or that to send it again makes no second one. */
export function createPartFinder({ line, now, repeats }: Finding): ChatDelivery['find'] {
  return async (place, key, startedAt, under) => {
    const token = aliveToken(place.token, now());
    // An answer that is filled twice is one answer.
    if (token !== null && under === null) return repeats.soon(key, startedAt);
    // What only one person sees is in no history.
    if (token !== null && place.audience !== 'everyone') return { kind: 'cannot' };
    if (token === null && repeats.isSafe(key)) return repeats.soon(key, startedAt);
    const settled = startedAt + SETTLE_MS - now();
    return settled > 0 ? { kind: 'later', afterMs: settled } : look(line, place, key, startedAt);
  };
}
