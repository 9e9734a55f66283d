import { Routes } from 'discord.js';
import type { Posted } from '../../src/ports/chat-delivery.ts';
import { codeOf } from './discord-errors.ts';
import type { Line, Sending } from './sending.ts';
import { tryPlace } from './try-place.ts';

/** Discord's answer where a message has a thread already: made before the answer was lost, or by somebody else. */
const HAS_A_THREAD = 160004;
/** After an attempt of which nothing is known. */
const AGAIN_MS = 2000;

/** `refused`: a reply must do. Otherwise when to try again, or why there is no use in it. */
export type Opened = 'open' | 'refused' | Extract<Posted, { readonly kind: 'later' | 'refused' }>;

async function make({ rest, timeoutMs }: Line, { channel, body }: Sending, root: string): Promise<unknown> {
  try {
    return await rest.post(Routes.threads(channel.channel, root), {
      body: { name: body.threadName ?? 'Attaché' },
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    if (codeOf(error) === HAS_A_THREAD) return { id: root };
    throw error;
  }
}

/**
 * Makes a thread from a message, or finds that it is there: a message has one thread, so that to make it again makes no
 * second one, and an attempt of which nothing is known is simply made again.
 */
export async function openThread(line: Line, sending: Sending, root: string): Promise<Opened> {
  if (line.opened.has(root)) return 'open';
  // Its limits and refusals are not those of messages in the channel.
  const made = await tryPlace(line, `threads of ${sending.channel.channel}`, () => make(line, sending, root));
  switch (made.kind) {
    case 'posted':
      line.opened.add(root);
      return 'open';
    case 'unknown':
      return { kind: 'later', afterMs: AGAIN_MS };
    case 'later':
      return made;
    case 'refused':
      return made.refusal === 'revoked' ? made : 'refused';
    default:
      return made satisfies never;
  }
}
