import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/domain/inbound.ts';
import { echo, never, said, withScene } from '../support/inbox-scene.ts';

describe('the inbox', () => {
  it('answers what comes, with a status meanwhile and the rights that the platform tells', () =>
    withScene(async ({ boot, chat, time }) => {
      chat.roles.set('U1', 'manager');
      const work = boot(async (_command, { person, thread, remembers }, tell) => {
        tell('is reading 12 articles …');
        return { kind: 'notice', text: JSON.stringify([person, thread, remembers]) };
      });
      await work.receive(said('a', 'what did they say?'));
      await time.settle();
      expect(chat.messages.map(({ payload }) => payload)).toEqual(['[{"id":"U1","role":"manager"},"t",true]']);
      expect(chat.statuses).toEqual(['is reading …', 'is reading 12 articles …']);
    }));

  it('has a thread made for the answer to a message where the channel is set so, and for nothing else', () =>
    withScene(async ({ boot, time, stores }) => {
      const work = boot(echo);
      const opens = async (key: string, over: Partial<Inbound> = {}) => {
        await work.receive(said(key, 'what?', over)).then(() => time.settle());
        return (await stores.deliveries.partsOf(key))[0]?.place.opensThread;
      };
      const { place } = said('a', 'x');
      expect(await opens('before')).toBeUndefined();
      await stores.settings.saveChannel(place.channel, { followUps: 'mention', answers: 'thread' });
      expect(await opens('after')).toBe(true);
      for (const other of [{ audience: 'asker' }, { thread: null }, { token: 'secret' }] as const)
        expect(await opens(JSON.stringify(other), { place: { ...place, ...other } })).toBeUndefined();
    }));

  it('answers once what is delivered twice, also later and after it was answered', () =>
    withScene(async ({ boot, chat, time }) => {
      const work = boot(echo);
      await Promise.all([work.receive(said('a', 'one')), work.receive(said('a', 'one'))]);
      await time.settle();
      await work.receive(said('a', 'one'));
      await time.advance(60_000);
      expect(chat.messages).toHaveLength(1);
    }));

  it('answers acts of a lane in order, and others meanwhile', () =>
    withScene(async ({ boot, chat, time }) => {
      const first = Promise.withResolvers<void>();
      const work = boot(async (command, caller, tell) => {
        if (command.args['question'] === 'slow') await first.promise;
        return echo(command, caller, tell);
      });
      await work.receive(said('a', 'slow', { lane: 'thread' }));
      await work.receive(said('b', 'after', { lane: 'thread' }));
      await work.receive(said('c', 'beside'));
      await time.settle();
      expect(chat.messages.map(({ payload }) => payload)).toEqual(['beside']);
      first.resolve();
      await time.advance(2_000);
      expect(chat.messages.map(({ payload }) => payload)).toEqual(['beside', 'slow', 'after']);
    }));

  it('answers once what a killed process had taken, within eight seconds', () =>
    withScene(async ({ boot, chat, time, stores }) => {
      await stores.inbox.put(said('a', 'what?'), time.clock.now());
      await stores.inbox.take('killed', time.clock.now(), time.clock.now() + 6_000, 10);
      boot(echo);
      await time.advance(5_000);
      expect(chat.messages).toEqual([]);
      await time.advance(3_000);
      expect(chat.messages.map(({ payload }) => payload)).toEqual(['what?']);
    }));

  it('leaves an act to its owner for as long as that one works on it', () =>
    withScene(async ({ boot, chat, time }) => {
      const slow = Promise.withResolvers<void>();
      const one = boot(async (command, caller, tell) => {
        await slow.promise;
        return echo(command, caller, tell);
      });
      await one.receive(said('a', 'what?'));
      await time.settle();
      boot(echo);
      await time.advance(120_000);
      expect(chat.messages).toEqual([]);
      slow.resolve();
      await time.settle();
      expect(chat.messages).toHaveLength(1);
    }));

  it('lets go of what it has when it is stopped, so that the next process takes it at once', () =>
    withScene(async ({ boot, chat, time }) => {
      const one = boot(never);
      await one.receive(said('a', 'what?'));
      await time.settle();
      const stopped = one.stop(8_000);
      await time.advance(8_000);
      await stopped;
      boot(echo);
      await time.settle();
      expect(chat.messages).toHaveLength(1);
    }));

  it('stops at once when nothing is under way', () =>
    withScene(async ({ boot, time }) => {
      const one = boot(echo);
      await time.settle();
      const before = time.clock.now();
      await one.stop(8_000);
      expect(time.clock.now()).toBe(before);
    }));

  it('apologises for what can never be answered, and goes on', () =>
    withScene(async ({ boot, chat, time, logged }) => {
      const work = boot(() => Promise.reject(new Error('broken')));
      await work.receive(said('a', 'what?'));
      await time.advance(90_000);
      expect(chat.messages.map(({ payload }) => payload)).toEqual([expect.stringContaining('more than once')]);
      expect(logged).toContain('an act could not be handled');
      await time.advance(600_000);
      expect(chat.messages).toHaveLength(1);
    }));

  it('tries again what went wrong once, also while it is busy with others', () =>
    withScene(async ({ boot, chat, time }) => {
      let failures = 1;
      const work = boot((command, caller, tell) => {
        if (command.args['question'] === 'for ever') return never(command, caller, tell);
        failures -= 1;
        return failures < 0 ? echo(command, caller, tell) : Promise.reject(new Error('the store is busy'));
      });
      await work.receive(said('long', 'for ever'));
      await work.receive(said('a', 'what?'));
      await time.settle();
      expect(chat.messages).toEqual([]);
      await time.advance(8_000);
      expect(chat.messages.map(({ payload }) => payload)).toEqual(['what?']);
    }));

  it('does not answer what is not for the bot', () =>
    withScene(async ({ boot, chat, time }) => {
      const work = boot(echo, ({ act }) => Promise.resolve(act.kind === 'command' || act.isAddressed));
      await work.receive(said('a', 'lunch?', { act: { kind: 'text', text: 'lunch?', isAddressed: false } }));
      await time.advance(60_000);
      expect(chat.messages).toEqual([]);
      expect(chat.statuses).toEqual([]);
    }));

  it('tells whoever asked, and only them, when the channel will not have the reply', () =>
    withScene(async ({ boot, chat, time, logged }) => {
      chat.faults.push('refused');
      const work = boot(echo);
      await work.receive(said('a', 'what?'));
      await time.settle();
      expect(chat.messages.map(({ place: { audience }, payload }) => [audience, payload])).toEqual([['asker', 'The channel is archived.']]);
      expect(logged).toContain('a reply could not be posted');
    }));

  it('says to the asker alone what went wrong with a button', () =>
    withScene(async ({ boot, chat, time }) => {
      const work = boot(async () => ({ kind: 'usage', text: 'No brief has this id.' }));
      const { place } = said('a', '');
      const act = { kind: 'command', command: { name: 'show', args: { id: 'brief-1' } } } as const;
      await work.receive({ key: 'a', lane: 'a', act, place: { ...place, token: 'url' } });
      await work.receive({ key: 'b', lane: 'b', act, place });
      await time.settle();
      expect(chat.messages.map(({ place: { audience } }) => audience).toSorted()).toEqual(['asker', 'everyone']);
    }));

  it('says what nobody has asked for, once', () =>
    withScene(async ({ boot, chat, time }) => {
      const work = boot(echo);
      chat.faults.push('answer lost');
      await work.announce(said('a', '').place, { kind: 'notice', text: 'A claim was reported.' });
      await time.advance(120_000);
      expect(chat.messages.map(({ payload }) => payload)).toEqual(['A claim was reported.']);
    }));

  it('keeps what comes when nobody works, and an act of a platform that is gone does no harm', () =>
    withScene(async ({ boot, chat, time, stores, logged }) => {
      const gone = { ...said('x', 'what?').place, channel: { tenant: 'main', adapter: 'gone', id: 'C' } };
      await stores.inbox.put(said('x', 'what?', { place: gone }), time.clock.now());
      await stores.inbox.put(said('a', 'what?'), time.clock.now());
      boot(echo);
      await time.settle();
      expect(chat.messages).toHaveLength(1);
      expect(logged).toContain('an act of a platform that is not connected');
    }));
});
