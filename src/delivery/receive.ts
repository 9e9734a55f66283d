import type { Receive } from '../ports/chat-lifecycle.ts';
import type { Clock } from '../ports/clock.ts';
import type { InboxStore } from '../ports/inbox-store.ts';

/** Keeps an act, and wakes whoever works on them when it is new. */
export function createReceive({ inbox, clock }: { readonly inbox: InboxStore; readonly clock: Clock }, wake: () => void): Receive {
  return async (inbound) => {
    if (await inbox.put(inbound, clock.now())) wake();
  };
}
