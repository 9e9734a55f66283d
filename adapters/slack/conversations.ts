import type { WebClient } from '@slack/web-api';

/** The conversation to use: the channel itself, or the direct message with the person that it names. Rejects as Slack does. */
export type Conversations = (client: WebClient, team: string, channel: string) => Promise<string>;

/**
 * Opens the direct message where a person's id stands for it, each once; to open one twice does no harm. Slack posts to a
 * person's id, but tells the history of a conversation only, so that what was posted to a person could not be found again.
 */
export function createConversations(): Conversations {
  const opened = new Map<string, string>();
  return async (client, team, channel) => {
    if (!/^[UW]/.test(channel)) return channel;
    const name = `${team}/${channel}`;
    const known = opened.get(name);
    if (known !== undefined) return known;
    const { channel: direct } = await client.conversations.open({ users: channel });
    const id = direct?.id ?? channel;
    opened.set(name, id);
    return id;
  };
}
