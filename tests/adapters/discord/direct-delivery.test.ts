import { expect, test } from 'vitest';
import { openDeliveryBench } from '../../support/fake-discord/delivery-bench.ts';
import { discordPlace } from '../../support/fake-discord/places.ts';
import { MEMBER } from '../../support/fake-discord/world.ts';

const HELLO = JSON.stringify({ components: [{ type: 10, content: 'Hello' }] });
const MESSAGES = 'POST /channels/:id/messages';
const SETTLE = 40_000;

test('a message goes to a person directly where the channel is the person, and is found there', async () => {
  const bench = await openDeliveryBench();
  const mine = () => bench.discord.world.messages.filter(({ author }) => author === bench.discord.world.bot);
  const place = discordPlace({ at: MEMBER });
  const startedAt = bench.now();
  bench.discord.faults.plan(MESSAGES, { kind: 'cut', when: 'after' });
  expect(await bench.delivery.post(place, HELLO, 'k1', null)).toMatchObject({ kind: 'unknown' });
  bench.pass(SETTLE);
  expect(await bench.restart().find(place, 'k1', startedAt, null)).toMatchObject({ kind: 'found' });
  expect(mine()).toHaveLength(1);
  expect(bench.discord.callsOf('POST /users/@me/channels')[0]?.body).toEqual({ recipient_id: MEMBER });
  await bench.discord.close();
});
