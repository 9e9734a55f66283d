import { describe, expect, it } from 'vitest';
import type { Thread } from '../../src/domain/thread.ts';
import { sketchChannel } from './sketch-chat.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** A conversation of one turn. */
export function sketchThread(question: string): Thread {
  return { turns: [{ question, answer: ['王毅 said “no” 😀 \ud800 \0'] }], people: ['P1', 'P2'], spokenAt: 1_000 };
}

/** What holds for every store of conversations. */
export function threadStoreContract(implementation: StoreImplementation): void {
  describe('threads', () => {
    it('gives back exactly what was saved last, and takes no thread for another', () =>
      withStores(implementation, async ({ threads }) => {
        const channel = sketchChannel();
        const places = [null, 'null', '', '1700000000.000100'];
        expect(await threads.read(channel, null)).toBeNull();
        for (const place of places) await threads.save(channel, place, sketchThread('first'), 1, 0);
        for (const place of places) await threads.save(channel, place, sketchThread(`in ${place}`), 2, 0);
        for (const place of places) expect(await threads.read(channel, place)).toEqual(sketchThread(`in ${place}`));
        expect(await threads.read(sketchChannel('main', 'C2'), null)).toBeNull();
        expect(await threads.read({ ...channel, adapter: 'other' }, null)).toBeNull();
      }));

    it('forgets what was last written before', () =>
      withStores(implementation, async ({ threads }) => {
        const channel = sketchChannel();
        for (const [index, thread] of ['a', 'b', 'c'].entries()) await threads.save(channel, thread, sketchThread(thread), index, 0);
        await threads.save(channel, 'a', sketchThread('again'), 3, 2);
        expect(await threads.read(channel, 'a')).toEqual(sketchThread('again'));
        expect(await threads.read(channel, 'b')).toBeNull();
        expect(await threads.read(channel, 'c')).toEqual(sketchThread('c'));
      }));
  });
}
