import type { WebClient } from '@slack/web-api';
import { type Failure, readFailure } from './read-failure.ts';

/** Why a conversation could not be opened. What only opens one posts nothing, so it is never left open what became of it. */
export type Unopened = Exclude<Failure, { readonly kind: 'unknown' }>;

/** The conversation to use: the channel itself, or the direct message with the person that it names. */
export type Conversations = (client: WebClient, team: string, channel: string) => Promise<string | Unopened>;

/** After a failure that passes, where Slack does not say for how long. */
const AGAIN_MS = 30_000;

/**
 * Opens the direct message where a person's id stands for it, each once; to open one twice does no harm. Slack posts to a
 * person's id, but tells the history of a conversation only: what was posted to a person could not be found again.
 */
export function createConversations(): Conversations {
  const opened = new Map<string, string>();
  return async (client, team, channel) => {
    const name = `${team}/${channel}`;
    const known = /^[UW]/.test(channel) ? opened.get(name) : channel;
    if (known !== undefined) return known;
    try {
      const { channel: direct } = await client.conversations.open({ users: channel });
      const id = direct?.id ?? channel;
      opened.set(name, id);
      return id;
    } catch (error) {
      const failure = readFailure(error);
      return failure.kind === 'unknown' ? { kind: 'later', afterMs: AGAIN_MS } : failure;
    }
  };
}
