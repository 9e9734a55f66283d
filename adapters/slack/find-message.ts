import type { ConversationsHistoryResponse, WebClient } from '@slack/web-api';
import type { Found } from '../../src/ports/chat-delivery.ts';
import type { ChannelGate } from './channel-gate.ts';
import { CALL_TIMEOUT_MS } from './clients.ts';
import { METADATA_TYPE } from './controls.ts';
import { readFailure } from './read-failure.ts';
import { codeOf } from './slack-errors.ts';

/** How long a message may be on its way after the call was given up. */
const SETTLE_MS = CALL_TIMEOUT_MS + 20_000;
/** How far Slack's clock and ours may differ. */
const SKEW_MS = 120_000;
/** Slack gives some apps no more at once; asking for more is no error, but neither is it of use. */
const PAGE = 15;
/** After a failure of Slack's own. */
const AGAIN_MS = 30_000;
/** Look-ups that are remembered in the middle. Far more than are ever open; one that is forgotten begins anew. */
const MOST_OPEN = 1000;

interface LookUp {
  readonly client: WebClient;
  readonly team: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly key: string;
  readonly startedAt: number;
}

type Page = Pick<ConversationsHistoryResponse, 'messages' | 'response_metadata'>;

function seconds(ms: number): string {
  return (ms / 1000).toFixed(6);
}

async function readPage({ client, channel, thread, startedAt }: LookUp, cursor: string): Promise<Page> {
  const window = { oldest: seconds(startedAt - SKEW_MS), latest: seconds(startedAt + SETTLE_MS + SKEW_MS), inclusive: true };
  const page = { channel, ...window, include_all_metadata: true, limit: PAGE, ...(cursor === '' ? {} : { cursor }) };
  return thread === null ? client.conversations.history(page) : client.conversations.replies({ ...page, ts: thread });
}

function idOf(page: Page, key: string): string | null {
  const found = page.messages?.find(({ metadata }) => {
    const payload: { readonly key?: unknown } = metadata?.event_payload ?? {};
    return metadata?.event_type === METADATA_TYPE && payload.key === key;
  });
  return found?.ts ?? null;
}

/** Where the bot may not look any more nothing can be told; where the thread is gone, so is the message. */
function readLookUpError(error: unknown): Found {
  if (codeOf(error) === 'thread_not_found') return { kind: 'absent' };
  const failure = readFailure(error);
  if (failure.kind === 'later') return failure;
  return failure.kind === 'refused' ? { kind: 'cannot' } : { kind: 'later', afterMs: AGAIN_MS };
}

/**
 * Looks messages up by the key in their metadata, in the history round the time at which they were sent. Slack allows some
 * apps one page of a history a minute: what was read up to a 429 is remembered, and the next look goes on from there.
 */
export function createMessageFinder(now: () => number, gate: ChannelGate): (lookUp: LookUp) => Promise<Found> {
  const cursors = new Map<string, string>();

  function remember(name: string, cursor: string): void {
    const oldest = cursors.keys().next().value;
    if (cursors.size >= MOST_OPEN && oldest !== undefined) cursors.delete(oldest);
    cursors.set(name, cursor);
  }

  function ended(name: string, found: Found): Found {
    cursors.delete(name);
    return found;
  }

  async function pages(lookUp: LookUp, name: string): Promise<Found> {
    const page = await readPage(lookUp, cursors.get(name) ?? '');
    const messageId = idOf(page, lookUp.key);
    if (messageId !== null) return ended(name, { kind: 'found', messageId });
    const next = page.response_metadata?.next_cursor ?? '';
    if (next === '') return ended(name, { kind: 'absent' });
    remember(name, next);
    return pages(lookUp, name);
  }

  return async (lookUp) => {
    const settled = lookUp.startedAt + SETTLE_MS - now();
    if (settled > 0) return { kind: 'later', afterMs: settled };
    // The limit is one of the method, for the whole workspace.
    const method = `${lookUp.team} ${lookUp.thread === null ? 'history' : 'replies'}`;
    const left = gate.left(method);
    if (left > 0) return { kind: 'later', afterMs: left };
    const name = JSON.stringify([lookUp.team, lookUp.channel, lookUp.thread, lookUp.key, lookUp.startedAt]);
    try {
      return await pages(lookUp, name);
    } catch (error) {
      const found = readLookUpError(error);
      if (codeOf(error) === 'invalid_cursor') return ended(name, { kind: 'later', afterMs: AGAIN_MS });
      if (found.kind === 'later') gate.close(method, found.afterMs);
      return found.kind === 'later' ? found : ended(name, found);
    }
  };
}
