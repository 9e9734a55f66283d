import type { Role } from '../../src/domain/caller.ts';
import type { Place } from '../../src/domain/inbound.ts';
import type { Reply } from '../../src/domain/reply.ts';
import type { Chat } from '../../src/ports/chat.ts';
import type { Posted } from '../../src/ports/chat-delivery.ts';
import type { Clock } from '../../src/ports/clock.ts';

/** A message as the platform has it. */
export interface PostedMessage {
  readonly id: string;
  readonly key: string;
  readonly place: Place;
  readonly payload: string;
  readonly under: string | null;
}

/**
 * What becomes of an attempt: it goes well; it arrives and the answer is lost; it is lost on the way; it is too many;
 * it is refused.
 */
export type Fault = 'none' | 'answer lost' | 'request lost' | 'too many' | 'refused';

/** A platform that keeps what it is sent, with faults to order. */
export interface FakeChat extends Omit<Chat, 'delivery'> {
  /** Its methods may be replaced. */
  readonly delivery: { -readonly [Name in keyof Chat['delivery']]: Chat['delivery'][Name] };
  readonly messages: readonly PostedMessage[];
  readonly statuses: readonly string[];
  /** What becomes of the next attempts, in order; afterwards all goes well. */
  readonly faults: Fault[];
  /** What people may do, by their id; members unless told. */
  readonly roles: Map<string, Role>;
}

/** How long a message may be on its way, and so how long nobody can say that it is not there. */
const SETTLE_MS = 30_000;

/** A fake of the chat ports. `render` makes one payload for each line of what is said. */
export function createFakeChat(name: string, clock: Pick<Clock, 'now'>): FakeChat {
  const messages: PostedMessage[] = [];
  const statuses: string[] = [];
  const faults: Fault[] = [];
  const roles = new Map<string, Role>();
  const closedUntil = new Map<string, number>();

  function post(place: Place, payload: string, key: string, under: string | null): Posted {
    if (place.channel.id === 'closed') return { kind: 'refused', refusal: 'not-allowed', reason: 'The bot may not post there.' };
    const left = (closedUntil.get(place.channel.id) ?? 0) - clock.now();
    if (left > 0) return { kind: 'later', afterMs: left };
    const fault = faults.shift() ?? 'none';
    if (fault === 'too many') {
      closedUntil.set(place.channel.id, clock.now() + 1_000);
      return { kind: 'later', afterMs: 1_000 };
    }
    if (fault === 'refused') return { kind: 'refused', refusal: 'archived', reason: 'The channel is archived.' };
    if (fault === 'request lost') return { kind: 'unknown', reason: 'lost' };
    const id = `m${messages.length + 1}`;
    messages.push({ id, key, place, payload, under });
    return fault === 'answer lost' ? { kind: 'unknown', reason: 'lost' } : { kind: 'posted', messageId: id };
  }

  return {
    name,
    messages,
    statuses,
    faults,
    roles,
    lifecycle: { start: () => Promise.resolve(), stop: () => Promise.resolve() },
    delivery: {
      render: (reply: Reply) => ('text' in reply ? reply.text.split('\n') : [reply.kind]),
      post: (place, payload, key, under) => Promise.resolve(post(place, payload, key, under)),
      find(place, key, startedAt) {
        if (place.audience === 'asker') return Promise.resolve({ kind: 'cannot' });
        const settled = startedAt + SETTLE_MS - clock.now();
        if (settled > 0) return Promise.resolve({ kind: 'later', afterMs: settled });
        const found = messages.find((message) => message.key === key && message.place.channel.id === place.channel.id);
        return Promise.resolve(found ? { kind: 'found', messageId: found.id } : { kind: 'absent' });
      },
      tell(_place, status) {
        statuses.push(status);
        return Promise.resolve();
      },
    },
    access: {
      roleOf: (_channel, person) => Promise.resolve(roles.get(person) ?? 'member'),
      canPost: () => Promise.resolve(null),
      retract: () => Promise.resolve(null),
    },
    files: { readText: () => Promise.resolve('') },
  };
}
