import type { Place } from '../domain/inbound.ts';
import type { Reply } from '../domain/reply.ts';
import type { Receive } from '../ports/chat-lifecycle.ts';
import { type AnswerActOptions, partsOf } from './answer-act.ts';
import type { Wait } from './chats.ts';
import { type HandleTakenOptions, handleTaken } from './handle-taken.ts';
import { createReceive } from './receive.ts';

export type InboxOptions = Omit<HandleTakenOptions, 'handle' | 'listens' | 'owner' | 'signal'>;

/** What handles acts and says things. */
export interface InboxWork {
  /** Keeps an act; resolves once it is committed. */
  readonly receive: Receive;
  /** Says something that nobody has asked for, with the same care. False where the platform is not connected. */
  readonly announce: (place: Place, reply: Reply) => Promise<boolean>;
  /** Looks at once: there is something new. */
  readonly wake: () => void;
  /** Begins to handle what is kept and what comes. */
  start(how: Pick<AnswerActOptions, 'handle' | 'listens'>): void;
  /** Takes nothing more; resolves when what is under way is done, or after `withinMs`, and lets go of the rest. */
  stop(withinMs: number): Promise<void>;
}

/** Acts that are handled at the same time: most of them wait for a model or a platform. */
const AT_ONCE = 24;
/** Those that wait for a platform included. */
const MOST_HELD = 500;
/** Short, so that what a killed process had is taken up soon; held again long before it ends. */
const LEASE_MS = 6_000;
const HOLD_EVERY_MS = LEASE_MS / 3;
/** How long nobody looks for what others have let go. */
const LOOK_EVERY_MS = 2_000;

/** Something that can be woken from a sleep. */
function createSleep({ wait }: Pick<InboxOptions, 'wait'>, stopping: AbortSignal) {
  let early = new AbortController();
  return {
    wake: (): void => early.abort(),
    sleep: async (): Promise<void> => {
      await wait(LOOK_EVERY_MS, AbortSignal.any([early.signal, stopping]));
      // Whoever wakes it while it is awake wakes the next sleep, so that nothing is slept through.
      early = new AbortController();
    },
  };
}

/** Holds what `owner` has for as long as there is something. */
async function keepHolding(
  { inbox, clock, logger, wait, owner, signal }: HandleTakenOptions,
  running: ReadonlyMap<string, unknown>,
): Promise<void> {
  while (!signal.aborted) {
    await wait(HOLD_EVERY_MS, signal);
    if (running.size === 0) continue;
    await inbox.hold(owner, clock.now() + LEASE_MS).catch((error: unknown) => logger.error('the inbox could not be held', { error }));
  }
}

/** Handles what is in the inbox until it is told to stop. Never rejects. */
function beginWork(
  options: HandleTakenOptions,
  running: Map<string, Promise<void>>,
  { wake, sleep }: ReturnType<typeof createSleep>,
): void {
  const { inbox, clock, logger, wait, owner, signal } = options;
  let waiting = 0;

  /** Who waits for a platform works at nothing, and takes nobody's place. */
  const waitAside: Wait = async (ms, until) => {
    waiting += 1;
    wake();
    await wait(ms, until);
    waiting -= 1;
  };

  async function takeSome(): Promise<number> {
    const now = clock.now();
    const room = Math.min(AT_ONCE + waiting, MOST_HELD) - running.size;
    const taken = room > 0 ? await inbox.take(owner, now, now + LEASE_MS, room) : [];
    for (const one of taken) {
      const { key } = one.inbound;
      // After a long sleep of the machine our own lease is over, and what we work at is handed to us again.
      if (running.has(key)) continue;
      const handled = handleTaken({ ...options, wait: waitAside }, one).finally(() => {
        running.delete(key);
        wake();
      });
      running.set(key, handled);
    }
    return taken.length;
  }

  async function work(): Promise<void> {
    while (!signal.aborted) {
      const taken = await takeSome().catch((error: unknown) => {
        logger.error('the inbox could not be read', { error });
        return 0;
      });
      if (taken === 0) await sleep();
    }
  }

  void work();
  void keepHolding(options, running);
}

/** Takes acts from the inbox and answers each once, several at a time, those of one lane in order. */
export function createInboxWork(options: InboxOptions): InboxWork {
  const { inbox, ids, clock, wait, chatOf, deliveries } = options;
  const owner = ids.next('owner');
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const sleep = createSleep(options, stopping.signal);

  const receive = createReceive(options, sleep.wake);

  return {
    receive,
    wake: sleep.wake,
    async announce(place, reply) {
      const delivery = chatOf(place.channel.adapter)?.delivery;
      if (!delivery) return false;
      const group = ids.next('said');
      await deliveries.freeze(partsOf(group, place, delivery.render(reply, place)), clock.now());
      await receive({ key: group, lane: group, act: { kind: 'text', text: '', isAddressed: false }, place });
      return true;
    },
    start: (how) => beginWork({ ...options, ...how, owner, signal: stopping.signal }, running, sleep),
    async stop(withinMs) {
      stopping.abort();
      await Promise.race([Promise.all(running.values()), wait(withinMs, new AbortController().signal)]);
      await inbox.hold(owner, clock.now() - 1);
    },
  };
}
