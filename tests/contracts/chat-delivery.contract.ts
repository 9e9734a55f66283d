import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/domain/inbound.ts';
import type { Reply } from '../../src/domain/reply.ts';
import type { ChatDelivery } from '../../src/ports/chat-delivery.ts';
import { everyReply } from '../support/every-reply.ts';

/** What goes wrong with the next post: it arrives and its answer does not, it does not arrive, there are too many, or something fails there. */
export type DeliveryFault = 'answer lost' | 'request lost' | 'too many' | 'broken';

/** A platform, with what a test does to it. */
export interface OpenDelivery {
  readonly delivery: ChatDelivery;
  /** A channel in which the bot may post. */
  readonly channel: Place;
  readonly otherChannel: Place;
  /** One in which it may not. */
  readonly closedChannel: Place;
  /** How many messages the channel has. */
  readonly count: (place: Place) => number;
  readonly plan: (fault: DeliveryFault) => void;
  readonly pass: (ms: number) => void;
  readonly now: () => number;
  close(): Promise<void>;
}

export interface DeliveryImplementation {
  readonly name: string;
  open(): Promise<OpenDelivery>;
}

const REPLY: Reply = { kind: 'notice', text: 'The committee published its report.' };
/** Longer than any message may be on its way. */
const SETTLED_MS = 60_000;

/** What holds for every platform that replies are delivered to. */
export function chatDeliveryContract(implementation: DeliveryImplementation): void {
  async function withDelivery(test: (open: OpenDelivery, payload: string) => Promise<void>): Promise<void> {
    const open = await implementation.open();
    try {
      await test(open, open.delivery.render(REPLY, open.channel)[0] ?? '');
    } finally {
      await open.close();
    }
  }

  /** Looks until the platform can tell, letting the time pass that it asks for. */
  async function findAt({ delivery, pass }: OpenDelivery, place: Place, key: string, startedAt: number) {
    for (let look = 0; look < 20; look += 1) {
      const found = await delivery.find(place, key, startedAt, null);
      if (found.kind !== 'later') return found;
      expect(found.afterMs).toBeGreaterThan(0);
      pass(found.afterMs);
    }
    throw new Error('it can never tell');
  }

  describe('chat delivery', () => {
    it('renders every reply, for everybody and for one, as messages that it takes', () =>
      withDelivery(async ({ delivery, channel, count }) => {
        let next = 0;
        for (const reply of everyReply({ text: () => `word ${(next += 1)}`, url: () => 'https://samples.example/a', count: 2 })) {
          expect(delivery.render(reply, { ...channel, audience: 'asker' }).length).toBeGreaterThan(0);
          for (const payload of delivery.render(reply, channel)) {
            const posted = await delivery.post(channel, payload, `key-${(next += 1)}`, null);
            expect(posted.kind).toBe('posted');
          }
        }
        expect(count(channel)).toBeGreaterThan(20);
      }));

    it('renders the same reply alike, so that what was frozen is what would be rendered', () =>
      withDelivery(async ({ delivery, channel }) => {
        for (const reply of everyReply({ text: () => 'word', url: () => 'https://samples.example/a', count: 2 }))
          expect(delivery.render(reply, channel)).toEqual(delivery.render(reply, channel));
      }));

    it('finds what it posted by its key, and nothing else', () =>
      withDelivery(async (open, payload) => {
        const startedAt = open.now();
        const posted = await open.delivery.post(open.channel, payload, 'mine', null);
        expect(await findAt(open, open.channel, 'mine', startedAt)).toEqual({
          kind: 'found',
          messageId: posted.kind === 'posted' ? posted.messageId : '',
        });
        expect(await findAt(open, open.channel, 'never-sent', startedAt)).toEqual({ kind: 'absent' });
        expect(await findAt(open, open.otherChannel, 'mine', startedAt)).toEqual({ kind: 'absent' });
      }));

    it('does not know whether a message arrived whose answer was lost, and finds it', () =>
      withDelivery(async (open, payload) => {
        const startedAt = open.now();
        open.plan('answer lost');
        expect(await open.delivery.post(open.channel, payload, 'mine', null)).toMatchObject({ kind: 'unknown' });
        open.pass(SETTLED_MS);
        expect(await findAt(open, open.channel, 'mine', startedAt)).toMatchObject({ kind: 'found' });
        expect(open.count(open.channel)).toBe(1);
      }));

    it.each(['request lost', 'broken'] as const)('does not know either where nothing arrived (%s), and finds nothing', (fault) =>
      withDelivery(async (open, payload) => {
        const startedAt = open.now();
        open.plan(fault);
        expect(await open.delivery.post(open.channel, payload, 'mine', null)).toMatchObject({ kind: 'unknown' });
        open.pass(SETTLED_MS);
        expect(await findAt(open, open.channel, 'mine', startedAt)).toEqual({ kind: 'absent' });
        expect(await open.delivery.post(open.channel, payload, 'mine', null)).toMatchObject({ kind: 'posted' });
        expect(open.count(open.channel)).toBe(1);
      }),
    );

    it('waits as long as it is told where there are too many, in that channel alone', () =>
      withDelivery(async (open, payload) => {
        open.plan('too many');
        const posted = await open.delivery.post(open.channel, payload, 'mine', null);
        if (posted.kind !== 'later') throw new Error(posted.kind);
        expect(posted.afterMs).toBeGreaterThan(0);
        expect(open.count(open.channel)).toBe(0);
        expect(await open.delivery.post(open.channel, payload, 'mine', null)).toMatchObject({ kind: 'later' });
        expect(await open.delivery.post(open.otherChannel, payload, 'other', null)).toMatchObject({ kind: 'posted' });
        open.pass(posted.afterMs);
        expect(await open.delivery.post(open.channel, payload, 'mine', null)).toMatchObject({ kind: 'posted' });
      }));

    it('says in a sentence what to do where it may not post', () =>
      withDelivery(async (open, payload) => {
        const posted = await open.delivery.post(open.closedChannel, payload, 'mine', null);
        if (posted.kind !== 'refused') throw new Error(posted.kind);
        expect(posted.reason).toMatch(/^\p{Lu}.{20,}$/u);
      }));

    it('shows a status, or does not, and never fails for it', () =>
      withDelivery(async ({ delivery, channel, closedChannel }) => {
        await expect(delivery.tell({ ...channel, thread: '1.1' }, 'is reading …')).resolves.toBeUndefined();
        await expect(delivery.tell(closedChannel, 'is reading …')).resolves.toBeUndefined();
      }));
  });
}
