import type { Channel } from '../../src/domain/caller.ts';
import type { Part } from '../../src/domain/delivery.ts';
import type { Inbound, Place } from '../../src/domain/inbound.ts';

/** What must not be found once it is of no more use. */
export const TOKEN = 'token-that-is-a-secret';

/** A channel of a platform that there is not. */
export function sketchChannel(tenant = 'main', id = 'C1'): Channel {
  return { tenant, adapter: 'chat', id };
}

function sketchPlace(channel: Channel): Place {
  return { channel, thread: null, audience: 'asker', person: 'P1', token: TOKEN };
}

/** A question in a lane. */
export function sketchInbound(key: string, lane: string, channel = sketchChannel()): Inbound {
  return { key, lane, act: { kind: 'text', text: `王毅 😀 \ud800 \0 ${key}?`, isAddressed: true }, place: sketchPlace(channel) };
}

/** The parts of a group, with the key `group#number` each. */
export function sketchParts(group: string, count: number, payload = 'text'): readonly Part[] {
  return Array.from({ length: count }, (_, number) => ({
    key: `${group}#${number}`,
    group,
    number,
    place: sketchPlace(sketchChannel()),
    payload: `${payload} ${number}`,
  }));
}
