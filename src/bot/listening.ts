import type { Inbound } from '../domain/inbound.ts';
import type { Stores } from '../ports/stores.ts';

/** What begins a question or a request, so that what a team says to each other is left alone. */
const ASKS =
  /^(?:and |but |so |ok(?:ay)?,? )?(?:who|what|when|where|why|which|whose|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|brief|ask|said)\b/iu;

/**
 * True when an act is for the bot. What was said to nobody in particular is, where the channel is set so, in a thread
 * that the bot speaks in, by somebody who has spoken to it there, when it reads as a question.
 */
export function createListening({ threads, settings }: Pick<Stores, 'threads' | 'settings'>): (inbound: Inbound) => Promise<boolean> {
  return async ({ act, place: { channel, thread, person } }) => {
    if (act.kind === 'command' || act.isAddressed) return true;
    const text = act.text.trim();
    if (thread === null || !(text.endsWith('?') || ASKS.test(text))) return false;
    const { followUps } = await settings.ofChannel(channel);
    if (followUps !== 'threads') return false;
    const conversation = await threads.read(channel, thread);
    return conversation?.people.includes(person) === true;
  };
}
