import type { ChatDelivery } from '../../src/ports/chat-delivery.ts';
import type { ChannelGate } from './channel-gate.ts';
import type { Conversations } from './conversations.ts';
import { createMessageFinder } from './find-message.ts';
import { threadFor } from './post.ts';
import { type ClientOf, parseChannelId } from './slack-calls.ts';

interface Finding {
  readonly clientOf: ClientOf;
  readonly conversations: Conversations;
  readonly gate: ChannelGate;
  readonly now: () => number;
}

/** Tells whether a part is there. A home page has no copies: it may simply be published again. */
export function createPartFinder({ clientOf, conversations, gate, now }: Finding): ChatDelivery['find'] {
  const finder = createMessageFinder(now, gate);
  return async (place, key, startedAt, under) => {
    if (place.audience === 'home') return { kind: 'absent' };
    // What only one person sees is in no history.
    if (place.audience === 'asker') return { kind: 'cannot' };
    const { team, channel } = parseChannelId(place.channel.id);
    const client = await clientOf(team);
    if (client === null) return { kind: 'cannot' };
    const opened = await conversations(client, team, channel);
    if (typeof opened !== 'string') return opened.kind === 'later' ? opened : { kind: 'cannot' };
    return finder({ client, team, channel: opened, thread: threadFor({ place, under }), key, startedAt });
  };
}
