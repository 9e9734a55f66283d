import type { Inbound, Place } from '../domain/inbound.ts';
import type { Reply } from '../domain/reply.ts';
import type { Receive } from '../ports/chat-lifecycle.ts';
import type { Ids } from '../ports/ids.ts';
import type { InboxStore, TakenInbound } from '../ports/inbox-store.ts';
import { type AnswerActOptions, answerAct, partsOf } from './answer-act.ts';
import { Stopped } from './chats.ts';

export interface InboxOptions extends Omit<AnswerActOptions, 'handle' | 'listens'> {
  readonly inbox: InboxStore;
  readonly ids: Ids;
}

/** What handles acts and says things. */
export interface InboxWork {
  /** Keeps an act; resolves once it is committed. */
  readonly receive: Receive;
  /** Says something that nobody has asked for, with the same care. */
  announce(place: Place, reply: Reply): Promise<void>;
  /** Begins to handle what is kept and what comes. */
  start(how: Pick<AnswerActOptions, 'handle' | 'listens'>): void;
  /** Takes nothing more; resolves when what is under way is done, or after `withinMs`, and lets go of the rest. */
  stop(withinMs: number): Promise<void>;
}

/** Acts that are handled at the same time: most of them wait for a model or a platform. */
const AT_ONCE = 24;
/** Short, so that what a killed process had is taken up soon; held again long before it ends. */
const LEASE_MS = 15_000;
const HOLD_EVERY_MS = LEASE_MS / 3;
/** How long nobody looks for what others have let go. */
const LOOK_EVERY_MS = 2_000;
/** An act that was taken this often and never finished brings down whoever takes it. */
const MOST_TAKES = 3;

/** Takes acts from the inbox and answers each once, several at a time, those of one lane in order. */
export function createInboxWork(options: InboxOptions): InboxWork {
  const { inbox, ids, clock, logger, wait, chatOf, deliveries } = options;
  const owner = ids.next('owner');
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  let nudge: () => void = () => undefined;

  /** Resolves at the next nudge, or when it is time to look. */
  async function nudgedOrLate(): Promise<void> {
    const early = new AbortController();
    nudge = () => early.abort();
    await wait(LOOK_EVERY_MS, AbortSignal.any([early.signal, stopping.signal]));
  }

  async function giveUp({ key, place }: Inbound, errorId: string): Promise<void> {
    const delivery = chatOf(place.channel.adapter)?.delivery;
    const text = 'Something went wrong on our side, more than once; please ask again in other words.';
    if (delivery) await deliveries.freeze(partsOf(key, place, delivery.render({ kind: 'failure', text, errorId }, place)));
  }

  async function handleTaken(how: AnswerActOptions, { inbound, attempt }: TakenInbound): Promise<void> {
    const { key } = inbound;
    try {
      if (attempt > MOST_TAKES) {
        const errorId = ids.next('error');
        logger.error('an act could not be handled', { errorId, key, attempt });
        await giveUp(inbound, errorId);
      }
      if (attempt > 2 * MOST_TAKES) logger.error('not even that can be said', { key });
      else await answerAct(how, inbound, stopping.signal);
      await inbox.finish(owner, key, clock.now());
    } catch (error) {
      // It stays in the inbox, and is taken again once the lease is over.
      if (!(error instanceof Stopped)) logger.error('an act was not finished', { key, attempt, error });
    } finally {
      nudge();
    }
  }

  async function work(how: AnswerActOptions): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const now = clock.now();
        const taken = running.size < AT_ONCE ? await inbox.take(owner, now, now + LEASE_MS, AT_ONCE - running.size) : [];
        for (const one of taken) {
          const handled = handleTaken(how, one).finally(() => running.delete(handled));
          running.add(handled);
        }
        if (taken.length > 0) continue;
      } catch (error) {
        logger.error('the inbox could not be read', { error });
      }
      await nudgedOrLate();
    }
  }

  async function keepHolding(): Promise<void> {
    while (!stopping.signal.aborted) {
      await wait(HOLD_EVERY_MS, stopping.signal);
      if (running.size > 0) await inbox.hold(owner, clock.now() + LEASE_MS).catch((error: unknown) => logger.error('no hold', { error }));
    }
  }

  async function receive(inbound: Inbound): Promise<void> {
    if (await inbox.put(inbound, clock.now())) nudge();
  }

  return {
    receive,
    async announce(place, reply) {
      const delivery = chatOf(place.channel.adapter)?.delivery;
      if (!delivery) return;
      const group = ids.next('said');
      await deliveries.freeze(partsOf(group, place, delivery.render(reply, place)));
      await receive({ key: group, lane: group, act: { kind: 'text', text: '', isAddressed: false }, place });
    },
    start(how) {
      void work({ ...options, ...how });
      void keepHolding();
    },
    async stop(withinMs) {
      stopping.abort();
      await Promise.race([Promise.all(running), wait(withinMs, new AbortController().signal)]);
      await inbox.hold(owner, clock.now() - 1);
    },
  };
}
