import type { StoredPart } from '../domain/delivery.ts';
import { type DeliverPartOptions, deliverPart, type PartEnd } from './deliver-part.ts';

/** A part that goes below one that will never be there is not sent. */
async function abandon({ deliveries, clock }: DeliverPartOptions, { key, attempt, state }: StoredPart, reason: string): Promise<void> {
  if (state !== 'composed') return;
  if (await deliveries.begin(key, attempt + 1, clock.now())) await deliveries.end(key, attempt + 1, { state: 'dead', reason });
}

/** Brings all parts of a group to their end, in order, the later ones below the first. The end is that of the first part that died. */
export async function deliverGroup(options: DeliverPartOptions, group: string): Promise<PartEnd | null> {
  let under: string | null = null;
  let dead: PartEnd | null = null;
  let last: PartEnd | null = null;
  for (const part of await options.deliveries.partsOf(group)) {
    if (dead?.state === 'dead') {
      await abandon(options, part, dead.reason);
      continue;
    }
    const end = await deliverPart(options, part, part.number === 0 ? null : under);
    if (end.state === 'dead') dead = end;
    else if (part.number === 0) under = end.messageId;
    last = end;
  }
  return dead ?? last;
}
