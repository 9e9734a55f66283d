import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import { type Conversations, createConversations } from '../../src/bot/conversations.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Caller } from '../../src/domain/caller.ts';
import { makeRecord } from '../support/records.ts';

/** An answer of which a conversation keeps the question. */
function answer(question: string, readAs: string | null = null): Answer {
  return {
    kind: 'answer',
    id: question,
    question,
    readAs,
    found: false,
    claims: [],
    unsaid: [],
    nearest: [],
    notice: null,
    searched: { terms: [], articles: 0, from: null, to: null },
    engine: 'extractive',
    engineReason: '',
    writtenAt: null,
    dropped: [],
    record: makeRecord(),
    usage: { modelCalls: 0, inputTokens: 0, outputTokens: 0, cost: 0 },
  };
}

function channel(id: string, tenant = 'main', adapter = 'terminal', thread: string | null = null): Caller {
  return { channel: { tenant, adapter, id }, thread, person: { id: 'somebody', role: 'member' }, remembers: true };
}

const MONTH_MS = 30 * 86_400_000;

async function withConversations(test: (conversations: Conversations, later: (ms: number) => void) => Promise<void>): Promise<void> {
  const stores = await openSqliteStore({ path: ':memory:' });
  let now = Date.UTC(2025, 0, 15, 12);
  try {
    await test(createConversations({ threads: stores.threads, clock: { now: () => now, today: () => '2025-01-15' } }), (ms) => {
      now += ms;
    });
  } finally {
    await stores.close();
  }
}

describe('conversations', () => {
  it('keep the last three turns, oldest first, as they were understood', () =>
    withConversations(async (conversations) => {
      for (const word of ['a', 'b', 'c']) await conversations.add(channel('x'), answer(word));
      await conversations.add(channel('x'), answer('and d?', 'what about d?'));
      const turns = await conversations.turnsOf(channel('x'));
      expect(turns.map(({ question }) => question)).toEqual(['b', 'c', 'what about d?']);
    }));

  it('know nothing of another channel, adapter, tenant or thread', () =>
    withConversations(async (conversations) => {
      await conversations.add(channel('x'), answer('secret'));
      for (const other of [
        channel('y'),
        channel('x', 'other'),
        channel('x', 'main', 'elsewhere'),
        channel('', 'main', 'terminal","x'),
        channel('x', 'main', 'terminal', 'thread'),
      ])
        expect(await conversations.turnsOf(other)).toEqual([]);
    }));

  it('take an answer that is given again after a crash for one turn', () =>
    withConversations(async (conversations) => {
      for (const word of ['a', 'b', 'b']) await conversations.add(channel('x'), answer(word));
      expect((await conversations.turnsOf(channel('x'))).map(({ question }) => question)).toEqual(['a', 'b']);
    }));

  it('are forgotten when nothing was said for a month', () =>
    withConversations(async (conversations, later) => {
      const thread = channel('x', 'main', 'terminal', 'thread');
      await conversations.add(thread, answer('first'));
      later(MONTH_MS - 1);
      await conversations.add(channel('y'), answer('second'));
      expect(await conversations.turnsOf(thread)).toHaveLength(1);
      later(2);
      await conversations.add(channel('y'), answer('third'));
      expect(await conversations.turnsOf(thread)).toEqual([]);
    }));

  it('begin anew outside threads after an hour of silence', () =>
    withConversations(async (conversations, later) => {
      await conversations.add(channel('x'), answer('first'));
      later(3_600_000);
      expect(await conversations.turnsOf(channel('x'))).toHaveLength(1);
      later(1);
      expect(await conversations.turnsOf(channel('x'))).toEqual([]);
    }));

  it('are not kept where each act stands alone', () =>
    withConversations(async (conversations) => {
      const alone = { ...channel('x'), remembers: false };
      await conversations.add(alone, answer('a'));
      expect(await conversations.turnsOf(channel('x'))).toEqual([]);
      await conversations.add(channel('x'), answer('b'));
      expect(await conversations.turnsOf(alone)).toEqual([]);
    }));
});
