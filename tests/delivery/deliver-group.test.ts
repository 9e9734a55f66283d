import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import { partsOf } from '../../src/delivery/answer-act.ts';
import { deliverGroup } from '../../src/delivery/deliver-group.ts';
import type { Place } from '../../src/domain/inbound.ts';
import type { ChatDelivery } from '../../src/ports/chat-delivery.ts';
import type { DeliveryStore } from '../../src/ports/delivery-store.ts';
import { createFakeChat, type FakeChat, type Fault } from '../support/fake-chat.ts';
import { createHastyTime } from '../support/fake-time.ts';

const PLACE: Place = {
  channel: { tenant: 'main', adapter: 'fake', id: 'T/C' },
  thread: null,
  audience: 'everyone',
  person: 'U',
  token: null,
};
const PRIVATE: Place = { ...PLACE, audience: 'asker', token: 'secret' };
const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

class Crash extends Error {}

/** Dies at the n-th step: in front of it, or when its effect is there and its result is not. */
function createFuse(at: number, after: boolean) {
  let steps = 0;
  return async <T>(step: () => Promise<T>): Promise<T> => {
    steps += 1;
    if (steps === at && !after) throw new Crash();
    const result = await step();
    if (steps === at && after) throw new Crash();
    return result;
  };
}

type Fuse = ReturnType<typeof createFuse>;
const WHOLE: Fuse = (step) => step();

function fused<Port extends DeliveryStore | ChatDelivery>(port: Port, fuse: Fuse): Port {
  const wrap = ([name, method]: [string, unknown]): [string, unknown] => [
    name,
    name === 'render' || typeof method !== 'function' ? method : (...args: unknown[]) => fuse(() => method.apply(port, args)),
  ];
  return Object.fromEntries(Object.entries(port).map(wrap)) as unknown as Port;
}

type Deliver = typeof deliverGroup;

/** Delivers two parts, dying at step `at` of the first run; then starts again. What is there in the end is told. */
async function deliverOnce(
  deliver: Deliver,
  place: Place,
  faults: readonly Fault[],
  at: number,
  after: boolean,
): Promise<{ readonly chat: FakeChat; readonly died: boolean }> {
  const stores = await openSqliteStore({ path: ':memory:' });
  const time = createHastyTime();
  const chat = createFakeChat('fake', time.clock);
  chat.faults.push(...faults);
  let died = false;
  const run = async (fuse: Fuse): Promise<void> => {
    const deliveries = fused(stores.deliveries, fuse);
    await deliveries.freeze(partsOf('g', place, ['one', 'two']), 0);
    await deliver(
      {
        deliveries,
        delivery: fused(chat.delivery, fuse),
        clock: time.clock,
        wait: time.wait,
        logger: SILENT,
        signal: new AbortController().signal,
      },
      'g',
    );
  };
  try {
    await run(createFuse(at, after)).catch((error: unknown) => {
      if (!(error instanceof Crash)) throw error;
      died = true;
    });
    await run(WHOLE);
  } finally {
    await stores.close();
  }
  return { chat, died };
}

/** Kills a delivery at each of its steps, before and after the step, and tells how often something was lost or doubled. */
async function killEverywhere(
  deliver: Deliver,
  faults: readonly Fault[],
): Promise<{ readonly kills: number; readonly lost: number; readonly doubled: number }> {
  let [kills, lost, doubled] = [0, 0, 0];
  for (const after of [false, true]) {
    for (let at = 1; ; at += 1) {
      const { chat, died } = await deliverOnce(deliver, PLACE, faults, at, after);
      if (!died) break;
      kills += 1;
      for (const text of ['one', 'two']) {
        const count = chat.messages.filter(({ payload }) => payload === text).length;
        if (count === 0) lost += 1;
        if (count > 1) doubled += 1;
      }
    }
  }
  return { kills, lost, doubled };
}

/** What most bots do: post, then record. */
const postThenRecord: Deliver = async ({ deliveries, delivery, clock }, group) => {
  let under: string | null = null;
  for (const { key, number, place, payload, state } of await deliveries.partsOf(group)) {
    if (state === 'posted') continue;
    const posted = await delivery.post(place, payload, key, number === 0 ? null : under);
    if (posted.kind !== 'posted') continue;
    under = posted.messageId;
    await deliveries.begin(key, 1, clock.now());
    await deliveries.end(key, 1, { state: 'posted', messageId: posted.messageId });
  }
  return null;
};

/** The other way round. */
const recordThenPost: Deliver = async ({ deliveries, delivery, clock }, group) => {
  for (const { key, place, payload, state } of await deliveries.partsOf(group)) {
    if (state !== 'composed') continue;
    await deliveries.begin(key, 1, clock.now());
    await delivery.post(place, payload, key, null);
    await deliveries.end(key, 1, { state: 'posted', messageId: 'm' });
  }
  return null;
};

describe('the delivery of a reply', () => {
  it('posts each part once, the later ones below the first', async () => {
    const { chat } = await deliverOnce(deliverGroup, PLACE, [], 0, false);
    expect(chat.messages.map(({ payload, under, key }) => [payload, under, key])).toEqual([
      ['one', null, 'g/0'],
      ['two', 'm1', 'g/1'],
    ]);
  });

  it.each<readonly Fault[]>([
    [],
    ['answer lost'],
    ['request lost'],
    ['too many', 'none', 'answer lost'],
    ['none', 'request lost', 'answer lost'],
  ])('loses and doubles nothing, wherever it is killed (%s %s %s)', async (...faults) => {
    const { kills, lost, doubled } = await killEverywhere(deliverGroup, faults);
    expect(kills).toBeGreaterThan(15);
    expect({ lost, doubled }).toEqual({ lost: 0, doubled: 0 });
  });

  it('control: the same kills show what "post, then record" doubles and "record, then post" loses', async () => {
    expect((await killEverywhere(postThenRecord, [])).doubled).toBeGreaterThan(0);
    expect((await killEverywhere(recordThenPost, [])).lost).toBeGreaterThan(0);
  });

  it('is right for any faults and any place to be killed at', async () => {
    const fault = fc.constantFrom<Fault>('none', 'answer lost', 'request lost', 'too many');
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { maxLength: 6 }), fc.nat(30), fc.boolean(), async (faults, at, after) => {
        const { chat } = await deliverOnce(deliverGroup, PLACE, faults, at, after);
        expect(chat.messages.map(({ payload }) => payload)).toEqual(['one', 'two']);
      }),
      { numRuns: 60 },
    );
  });

  it('gives up what is refused, with the reason, and all that would go below it', async () => {
    const { chat } = await deliverOnce(deliverGroup, PLACE, ['refused'], 0, false);
    expect(chat.messages).toEqual([]);
  });

  it('sends again what only its reader can see and nobody can look up', async () => {
    const { chat } = await deliverOnce(deliverGroup, PRIVATE, ['answer lost'], 0, false);
    expect(chat.messages.map(({ payload }) => payload)).toEqual(['one', 'one', 'two']);
  });
});
