import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDiscordDelivery } from '../../../adapters/discord/delivery.ts';
import type { Inbound, Place } from '../../../src/domain/inbound.ts';
import type { ChatDelivery, Posted } from '../../../src/ports/chat-delivery.ts';
import { type Bench, createBench } from '../../support/fake-discord/discord-bench.ts';
import * as payloads from '../../support/fake-discord/payloads.ts';
import { CHANNEL, MEMBER } from '../../support/fake-discord/world.ts';

// Both halves, and a core that has its answer at once.

let bench: Bench;
let posted: Promise<readonly Posted[]>[];
let delivery: ChatDelivery;
let isInThread: boolean;

/** A turn of the event loop stands for any wait. */
async function postInTheEnd(place: Place, part: string, key: string): Promise<Posted> {
  for (;;) {
    const end = await delivery.post(place, part, key, null);
    if (end.kind !== 'later') return end;
    await new Promise((resolve) => void setImmediate(resolve));
  }
}

/** The delivery, for which so much time has passed. */
function deliveryAfter(milliseconds: number): ChatDelivery {
  const { rest, applicationId } = bench.discord;
  return createDiscordDelivery({ rest, applicationId, now: () => Date.UTC(2026, 10, 25) + milliseconds });
}

async function answer({ place: asked, key }: Inbound): Promise<readonly Posted[]> {
  const place = { ...asked, opensThread: isInThread };
  const parts = delivery.render({ kind: 'notice', text: 'That is all.' }, place);
  const outcomes: Posted[] = [];
  for (const [number, part] of parts.entries()) outcomes.push(await postInTheEnd(place, part, `${key}/${number}`));
  return outcomes;
}

beforeEach(async () => {
  posted = [];
  isInThread = false;
  bench = await createBench({ onKept: (inbound) => void posted.push(answer(inbound)) });
  delivery = deliveryAfter(0);
  await bench.start();
});

afterEach(() => bench.close());

async function ends(): Promise<readonly Posted[]> {
  await bench.took(posted.length + 1);
  return (await Promise.all(posted)).flat();
}

function command(): void {
  const fake = bench.rest.interact(CHANNEL, MEMBER);
  bench.gateway.dispatch('INTERACTION_CREATE', payloads.interaction(2, payloads.slashData('attache help'), {}, fake));
}

const made = () => bench.world.messages.filter(({ author }) => author === bench.world.bot);

describe('an answer', () => {
  test('that is there before the interaction is acknowledged takes the place of what is deferred', async () => {
    command();
    expect(await ends()).toMatchObject([{ kind: 'posted' }]);
    expect(made()).toMatchObject([{ channel: CHANNEL, ephemeralTo: MEMBER, isDeferred: false }]);
  });

  test('that waits no longer for that goes elsewhere', async () => {
    delivery = deliveryAfter(6000);
    command();
    await ends();
    await bench.answered(1);
    expect(made().map(({ channel }) => channel)).not.toEqual([CHANNEL]);
  });

  test('to a mention replies to it, and a reply to that answer goes on with the conversation', async () => {
    const asked = bench.rest.say(CHANNEL, MEMBER, `${payloads.MENTION} help`);
    bench.gateway.dispatch('MESSAGE_CREATE', payloads.message(`${payloads.MENTION} help`, { id: asked.id }));
    await ends();
    const [reply] = made();
    expect(reply).toMatchObject({ channel: CHANNEL, reference: asked.id });
    const said = payloads.botMessage({ id: reply?.id ?? '', message_reference: { message_id: asked.id } });
    bench.gateway.dispatch('MESSAGE_CREATE', payloads.message('and he?', { type: 19, referenced_message: said }));
    await bench.took(2);
    expect(bench.received.map(({ place }) => place.thread)).toEqual([asked.id, asked.id]);
  });

  test('to a mention stands in a thread where that is set, and so does the answer to what is asked there', async () => {
    isInThread = true;
    const asked = bench.rest.say(CHANNEL, MEMBER, `${payloads.MENTION} help`);
    bench.gateway.dispatch('MESSAGE_CREATE', payloads.message(`${payloads.MENTION} help`, { id: asked.id }));
    await ends();
    const thread = bench.world.channels.get(asked.id);
    expect(thread).toMatchObject({ type: 11, parent: CHANNEL });
    bench.gateway.dispatch('MESSAGE_CREATE', payloads.message(`${payloads.MENTION} and he?`, { channel_id: asked.id }));
    await ends();
    expect(made().map(({ channel }) => channel)).toEqual([asked.id, asked.id]);
    const [first, second] = bench.received.map(({ place }) => [place.channel, place.thread]);
    expect(second).toEqual(first);
  });
});
