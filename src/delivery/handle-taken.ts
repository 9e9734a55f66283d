import type { Inbound } from '../domain/inbound.ts';
import type { Ids } from '../ports/ids.ts';
import type { InboxStore, TakenInbound } from '../ports/inbox-store.ts';
import { type AnswerActOptions, answerAct, partsOf } from './answer-act.ts';
import { Stopped } from './chats.ts';

export interface HandleTakenOptions extends AnswerActOptions {
  readonly inbox: InboxStore;
  readonly ids: Ids;
  readonly owner: string;
  readonly signal: AbortSignal;
}

/** An act that was taken this often and never finished brings down whoever takes it. */
const MOST_TAKES = 3;

/** What went wrong may have passed by then: a busy store, a full disk. */
const RETRY_AFTER_MS = 5_000;

/** Freezes an apology in place of a reply, if there is none yet. */
async function apologise({ chatOf, deliveries, clock }: HandleTakenOptions, { key, place }: Inbound, errorId: string): Promise<void> {
  const delivery = chatOf(place.channel.adapter)?.delivery;
  const text = 'Something went wrong on our side, more than once; please ask again in other words.';
  if (delivery) await deliveries.freeze(partsOf(key, place, delivery.render({ kind: 'failure', text, errorId }, place)), clock.now());
}

/**
 * Answers an act that was taken and finishes it. Never rejects: what goes wrong leaves the act in the inbox, to be taken
 * again a little later; what goes wrong again and again is answered with an apology, and then left.
 */
export async function handleTaken(options: HandleTakenOptions, { inbound, attempt }: TakenInbound): Promise<void> {
  const { inbox, ids, logger, clock, owner, signal } = options;
  const { key } = inbound;
  try {
    const isComposed = (await options.deliveries.partsOf(key)).length > 0;
    if (attempt > MOST_TAKES && !isComposed) {
      const errorId = ids.next('error');
      logger.error('an act could not be handled', { errorId, key, attempt });
      await apologise(options, inbound, errorId);
    }
    await answerAct(options, inbound, signal);
    await inbox.finish(owner, key, clock.now());
  } catch (error) {
    if (error instanceof Stopped) return;
    logger.error('an act was not finished', { key, attempt, error });
    // Given back: who holds on to what is not worked at keeps it from being tried again.
    await inbox
      .release(owner, key, clock.now() + RETRY_AFTER_MS)
      .catch((failure: unknown) => logger.error('nor given back', { key, error: failure }));
  }
}
