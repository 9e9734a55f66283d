import type { Pressed } from './inbound-of-action.ts';

/** What a modal remembers of the message that it was opened from. It never holds who opened it: Slack says that. */
export interface ModalOrigin {
  readonly reply: string;
  /** Null when it was opened from the person's own page. */
  readonly channel: string | null;
  readonly thread: string | null;
  readonly isEphemeral: boolean;
  /** Where a private answer can be sent for half an hour. */
  readonly token: string | null;
}

export function originOf(reply: string, { channel, isHome, isEphemeral, answersIn }: Pressed, token: string | null): ModalOrigin {
  return { reply, channel: isHome ? null : channel, thread: answersIn, isEphemeral, token };
}

export function formatOrigin(origin: ModalOrigin): string {
  return JSON.stringify(origin);
}

/** Null for metadata that is not ours. */
export function parseOrigin(metadata: string): ModalOrigin | null {
  try {
    const value: unknown = JSON.parse(metadata);
    if (typeof value !== 'object' || value === null || !('reply' in value) || typeof value.reply !== 'string') return null;
    const fields: Partial<Record<string, unknown>> = { ...value };
    const text = (name: string): string | null => {
      const field = fields[name];
      return typeof field === 'string' ? field : null;
    };
    return {
      reply: value.reply,
      channel: text('channel'),
      thread: text('thread'),
      isEphemeral: fields['isEphemeral'] === true,
      token: text('token'),
    };
  } catch {
    return null;
  }
}
