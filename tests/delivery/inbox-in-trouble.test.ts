import { describe, expect, it } from 'vitest';
import { echo, said, withScene } from '../support/inbox-scene.ts';

describe('the inbox in trouble', () => {
  it('shows no status to others for what was asked in private, and remembers it apart', () =>
    withScene(async ({ boot, chat, time }) => {
      const threads: (string | null)[] = [];
      const work = boot(async (command, caller, tell) => {
        threads.push(caller.thread);
        return echo(command, caller, tell);
      });
      const { place } = said('a', '');
      for (const [key, person] of [
        ['a', 'U1'],
        ['b', 'U2'],
      ] as const)
        await work.receive(said(key, 'what?', { place: { ...place, person, audience: 'asker', token: 'url' } }));
      await work.receive(said('c', 'what?'));
      await time.settle();
      expect(chat.statuses).toEqual(['is reading …']);
      expect(new Set(threads)).toEqual(new Set(['t', 't@U1', 't@U2']));
    }));

  it('gives a private reply to a platform in trouble time, and does not send it for ever', () =>
    withScene(async ({ boot, chat, time }) => {
      chat.faults.push('request lost', 'request lost');
      const work = boot(echo);
      const { place } = said('a', '');
      await work.receive(said('a', 'what?', { place: { ...place, audience: 'asker' } }));
      await time.settle();
      expect(chat.messages).toEqual([]);
      await time.advance(4_000);
      expect(chat.messages).toHaveLength(1);

      chat.faults.push(...Array.from({ length: 20 }, () => 'answer lost' as const));
      await work.receive(said('b', 'and?', { place: { ...place, audience: 'asker' } }));
      await time.advance(600_000);
      expect(chat.messages.filter(({ payload }) => payload === 'and?')).toHaveLength(5);
    }));

  it('answers elsewhere while a channel takes nothing', () =>
    withScene(async ({ boot, chat, time }) => {
      const work = boot(echo);
      const blocked = 60;
      const { post } = chat.delivery;
      chat.delivery.post = (place, payload, key, under) =>
        place.channel.id === 'T/BUSY' ? Promise.resolve({ kind: 'later', afterMs: 20_000 }) : post(place, payload, key, under);
      const { place } = said('a', '');
      const busy = { ...place, channel: { ...place.channel, id: 'T/BUSY' } };
      for (let index = 0; index < blocked; index += 1) await work.receive(said(`busy-${index}`, 'what?', { place: busy }));
      await time.settle();
      await work.receive(said('elsewhere', 'and here?'));
      await time.settle();
      expect(chat.messages.map(({ payload }) => payload)).toEqual(['and here?']);
    }));

  it('works once at what it is handed a second time after a long sleep of the machine', () =>
    withScene(async ({ boot, chat, time, stores }) => {
      const slow = Promise.withResolvers<void>();
      let handled = 0;
      const work = boot(async (command, caller, tell) => {
        handled += 1;
        await slow.promise;
        return echo(command, caller, tell);
      });
      await work.receive(said('a', 'what?'));
      await time.settle();
      // The lease ends although it is held: as after a sleep, when the clock has gone on and nothing else has.
      for (const { inbound } of await stores.inbox.take('nobody', time.clock.now() + 60_000, time.clock.now(), 10))
        expect(inbound.key).toBe('a');
      work.wake();
      await time.settle();
      slow.resolve();
      await time.advance(60_000);
      expect(handled).toBe(1);
      expect(chat.messages).toHaveLength(1);
    }));
});
