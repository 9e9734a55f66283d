import fc from 'fast-check';
import { expect } from 'vitest';
import type { AttemptEnd, StoredPart } from '../../src/domain/delivery.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import { sketchParts } from './sketch-chat.ts';

/** Attempts are named from the one that the part is at, so that most calls aim at something. */
type Step =
  | { readonly kind: 'freeze'; readonly group: string; readonly count: number; readonly payload: string }
  | { readonly kind: 'begin'; readonly part: string; readonly ahead: number }
  | { readonly kind: 'end'; readonly part: string; readonly ahead: number; readonly end: AttemptEnd };

const GROUPS = ['a', 'b'] as const;
const group = fc.constantFrom(...GROUPS);
const part = fc.constantFrom('a#0', 'a#1', 'b#0', 'b#2');
const end: fc.Arbitrary<AttemptEnd> = fc.oneof(
  fc.record({ state: fc.constant('posted'), messageId: fc.string() }),
  fc.record({ state: fc.constant('dead'), reason: fc.string() }),
  fc.record({ state: fc.constant('composed') }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('freeze'), group, count: fc.integer({ min: 1, max: 3 }), payload: fc.string() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('begin'), part, ahead: fc.constantFrom(0, 1, 1, 1, 2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end'), part, ahead: fc.constantFrom(-1, 0, 0, 0, 1), end }) },
);

function frozen(name: string, { count, payload }: Extract<Step, { readonly kind: 'freeze' }>): readonly StoredPart[] {
  const start = { state: 'composed', attempt: 0, startedAt: null, messageId: null, reason: null } as const;
  return sketchParts(name, count, payload).map((one) => ({ ...one, ...start }));
}

function ended(one: StoredPart, outcome: AttemptEnd): StoredPart {
  return outcome.state === 'composed' ? { ...one, ...outcome } : { ...one, ...outcome, place: { ...one.place, token: null } };
}

/** The port's sentences over a map: whether a call succeeds, and what the part is afterwards. */
function advance(
  parts: Map<string, StoredPart>,
  key: string,
  attempt: number,
  next: Exclude<Step, { readonly kind: 'freeze' }>,
  now: number,
) {
  const one = parts.get(key);
  const fits = next.kind === 'begin' ? one?.state === 'composed' && next.ahead === 1 : one?.state === 'sending' && next.ahead === 0;
  if (one && fits) parts.set(key, next.kind === 'begin' ? { ...one, state: 'sending', attempt, startedAt: now } : ended(one, next.end));
  return fits;
}

async function compare(deliveries: DeliveryStore, parts: Map<string, StoredPart>, next: Step, run: number, now: number): Promise<void> {
  if (next.kind === 'freeze') {
    const name = `${run}${next.group}`;
    await deliveries.freeze(sketchParts(name, next.count, next.payload), now);
    if (!parts.has(`${name}#0`)) for (const one of frozen(name, next)) parts.set(one.key, one);
    return;
  }
  const key = `${run}${next.part}`;
  const attempt = (parts.get(key)?.attempt ?? 0) + next.ahead;
  const outcome = next.kind === 'begin' ? deliveries.begin(key, attempt, now) : deliveries.end(key, attempt, next.end);
  expect(await outcome).toBe(advance(parts, key, attempt, next, now));
}

/** The property that a store of deliveries answers every sequence of calls as the map does, and keeps the same parts. */
export function deliveryProperty(deliveries: DeliveryStore) {
  let run = 0;
  return fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 20 }), async (steps) => {
    run += 1;
    const parts = new Map<string, StoredPart>();
    for (const [now, next] of steps.entries()) {
      await compare(deliveries, parts, next, run, now);
      for (const name of GROUPS) {
        const wanted = [...parts.values()].filter((one) => one.group === `${run}${name}`);
        expect(await deliveries.partsOf(`${run}${name}`)).toEqual(wanted);
      }
    }
  });
}
