import { describe, expect, it } from 'vitest';
import { createConversations } from '../../src/bot/conversations.ts';
import type { Answer } from '../../src/domain/answer.ts';
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

function channel(id: string, tenant = 'main', adapter = 'terminal') {
  return { tenant, adapter, id };
}

describe('conversations', () => {
  it('keep the last three turns, oldest first, as they were understood', () => {
    const conversations = createConversations();
    for (const word of ['a', 'b', 'c']) conversations.add(channel('x'), answer(word));
    conversations.add(channel('x'), answer('and d?', 'what about d?'));
    expect(conversations.turnsOf(channel('x')).map(({ question }) => question)).toEqual(['b', 'c', 'what about d?']);
  });

  it('know nothing of another channel, adapter or tenant', () => {
    const conversations = createConversations();
    conversations.add(channel('x'), answer('secret'));
    for (const other of [channel('y'), channel('x', 'other'), channel('x', 'main', 'slack'), channel('', 'main', 'terminal","x')])
      expect(conversations.turnsOf(other)).toEqual([]);
  });

  it('are kept of 200 channels, of those that spoke last', () => {
    const conversations = createConversations();
    for (let index = 0; index < 200; index += 1) conversations.add(channel(String(index)), answer('first'));
    conversations.add(channel('0'), answer('again'));
    expect(conversations.turnsOf(channel('1'))).toHaveLength(1);
    conversations.add(channel('200'), answer('first'));
    expect(conversations.turnsOf(channel('0'))).toHaveLength(2);
    expect(conversations.turnsOf(channel('1'))).toEqual([]);
    const kept = Array.from({ length: 201 }, (_, index) => conversations.turnsOf(channel(String(index)))).filter(
      ({ length }) => length > 0,
    );
    expect(kept).toHaveLength(200);
  });
});
