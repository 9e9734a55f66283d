import type { Place } from '../../src/domain/inbound.ts';
import { channelOf } from './discord-channels.ts';

/**
 * The thread that an answer of this place is to be made, by the id that Discord gives it: that of the message from which it
 * is made. Null where none is wanted, or none can be: in a thread, directly, and where only one person sees the answer.
 */
export function threadToOpen(place: Place): string | null {
  const { opensThread, audience, thread, person } = place;
  const { guild, channel } = channelOf(place);
  if (opensThread !== true || audience !== 'everyone' || guild === null) return null;
  return thread === channel || thread === person ? null : thread;
}
