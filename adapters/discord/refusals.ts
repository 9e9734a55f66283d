import type { Posted } from '../../src/ports/chat-delivery.ts';

export type Refused = Extract<Posted, { readonly kind: 'refused' }>;

function refused(refusal: Refused['refusal'], reason: string): Refused {
  return { kind: 'refused', refusal, reason };
}

const NEEDS = 'View Channel, Send Messages, Send Messages in Threads and Read Message History';
const HIDDEN = refused('not-in-channel', `I cannot see this channel. Give me ${NEEDS} there`);
const SILENT = refused('not-allowed', `I may not write here. Give me ${NEEDS} in this channel`);
const GONE = refused('no-such-channel', 'This channel is gone, or I am not in its server any more');
const UNREACHABLE = refused(
  'not-allowed',
  'I cannot write to this person directly. Their privacy settings keep me out, or we share no server',
);
const LOCKED = refused('archived', 'This thread is locked. Unlock it, or choose another place');
const NO_TEXT = refused('not-allowed', 'Nobody can write messages in this kind of channel. Choose another');
const FILTERED = refused('other', 'A filter of this server blocks this message. Its managers can exempt me in AutoMod');
const DELETED = refused('other', 'This message was posted and has been deleted since');
const EXPIRED = refused('expired', 'It took too long: Discord takes answers to a command for 15 minutes');

export const REVOKED = refused('revoked', 'Discord does not know my token any more. Whoever runs me must set a new one');
export const TOO_LONG = refused('too-long', 'Discord finds this message too long. Ask for less at once');

/** What Discord's error codes mean, where they mean that nothing was posted and that trying again will not help. */
const BY_CODE: ReadonlyMap<number, Refused> = new Map([
  [10003, GONE],
  [10004, GONE],
  [10008, DELETED],
  [10013, UNREACHABLE],
  [10015, EXPIRED],
  [10062, EXPIRED],
  [40005, TOO_LONG],
  [50001, HIDDEN],
  [50007, UNREACHABLE],
  [50008, NO_TEXT],
  [50013, SILENT],
  [50024, NO_TEXT],
  [50027, EXPIRED],
  [50033, UNREACHABLE],
  [50083, LOCKED],
  [50278, UNREACHABLE],
  [200000, FILTERED],
  [200001, FILTERED],
  [240000, FILTERED],
]);

/** What a code of Discord's refuses and what to do about it. A code that is not known is named. */
export function refusalOf(code: number): Refused {
  return BY_CODE.get(code) ?? refused('other', `Discord refuses this message (code ${code})`);
}

const OF_THE_PLACE: ReadonlySet<Refused['refusal']> = new Set(['not-in-channel', 'no-such-channel', 'not-allowed', 'archived']);

/** Whether any message would be refused there, not only this one. */
export function isOfThePlace({ refusal }: Refused): boolean {
  return OF_THE_PLACE.has(refusal);
}
