import type { AttemptEnd, StoredPart } from '../domain/delivery.ts';
import type { ChatDelivery, Found, Posted } from '../ports/chat-delivery.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeliveryStore } from '../ports/delivery-store.ts';
import type { Logger } from '../ports/logger.ts';
import { Stopped, type Wait } from './chats.ts';

export interface DeliverPartOptions {
  readonly deliveries: DeliveryStore;
  readonly delivery: ChatDelivery;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly wait: Wait;
  readonly signal: AbortSignal;
}

/** A platform that has turned a message away this often, or left it open, will not take it. */
const MOST_ATTEMPTS = 60;
/** What nobody can look up is not sent again and again: each time it may have arrived. */
const MOST_BLIND_ATTEMPTS = 5;
/** Between two attempts that came to nothing known, doubled each time. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;

/** How a part ended: there, or never. */
export type PartEnd = Exclude<AttemptEnd, { readonly state: 'composed' }>;

function endOfPost(posted: Posted): AttemptEnd | null {
  switch (posted.kind) {
    case 'posted':
      return { state: 'posted', messageId: posted.messageId };
    case 'refused':
      return { state: 'dead', reason: posted.reason };
    case 'later':
      return { state: 'composed' };
    case 'unknown':
      return null;
    default:
      return posted satisfies never;
  }
}

function endOfSearch(found: Found): AttemptEnd | null {
  switch (found.kind) {
    case 'found':
      return { state: 'posted', messageId: found.messageId };
    case 'absent':
    // What only its reader can see cannot be looked up. Twice is better than never.
    case 'cannot':
      return { state: 'composed' };
    case 'later':
      return null;
    default:
      return found satisfies never;
  }
}

/** How long to leave a platform alone whose outcome was unknown so many times. */
function pauseAfter(unknowns: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (unknowns - 1));
}

/** The end of a search; one that can never tell is given up after a while. */
function endOfLook(found: Found, unknowns: number, looks: number): AttemptEnd | null {
  const isBlind = found.kind === 'cannot' && unknowns >= MOST_BLIND_ATTEMPTS;
  return isBlind || looks > MOST_ATTEMPTS ? { state: 'dead', reason: 'it could not be told whether it arrived' } : endOfSearch(found);
}

async function readAgain(deliveries: DeliveryStore, { group, key }: StoredPart): Promise<StoredPart> {
  const stored = (await deliveries.partsOf(group)).find((one) => one.key === key);
  if (!stored) throw new Error(`part ${key} is gone`);
  return stored;
}

/**
 * Brings one part to its end, wherever it stands: a part that was begun is looked for before it is sent again, and each
 * step is committed before the next. Nobody else's attempt is ended by us.
 * @throws Stopped when the signal says stop, with everything left as it is committed.
 */
export async function deliverPart(options: DeliverPartOptions, part: StoredPart, under: string | null): Promise<PartEnd> {
  const { deliveries, delivery, clock, logger, wait, signal } = options;
  const { key, place, payload } = part;
  let current = part;
  let unknowns = 0;
  let looks = 0;

  const reload = async (): Promise<void> => void (current = await readAgain(deliveries, part));

  async function end(how: AttemptEnd): Promise<void> {
    await deliveries.end(key, current.attempt, how);
    await reload();
  }

  async function send(): Promise<number> {
    const attempt = current.attempt + 1;
    if (!(await deliveries.begin(key, attempt, clock.now()))) {
      await reload();
      return 0;
    }
    await reload();
    if (attempt > MOST_ATTEMPTS) {
      await end({ state: 'dead', reason: `given up after ${MOST_ATTEMPTS} attempts` });
      return 0;
    }
    const posted = await delivery.post(place, payload, key, under);
    if (posted.kind !== 'posted') logger.warn('a message was not taken', { key, attempt, outcome: posted });
    const how = endOfPost(posted);
    if (how) await end(how);
    if (posted.kind !== 'unknown') return posted.kind === 'later' ? posted.afterMs : 0;
    unknowns += 1;
    return pauseAfter(unknowns);
  }

  async function look(): Promise<number> {
    const found = await delivery.find(place, key, current.startedAt ?? 0, under);
    looks += 1;
    const how = endOfLook(found, unknowns, looks);
    if (how) await end(how);
    return found.kind === 'later' ? found.afterMs : 0;
  }

  for (;;) {
    if (current.state === 'posted') return { state: 'posted', messageId: current.messageId ?? '' };
    if (current.state === 'dead') return { state: 'dead', reason: current.reason ?? '' };
    if (signal.aborted) throw new Stopped('stopped');
    const pauseMs = current.state === 'composed' ? await send() : await look();
    if (pauseMs > 0) await wait(pauseMs, signal);
  }
}
