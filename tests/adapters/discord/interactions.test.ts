import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Topic } from '../../../src/domain/topic.ts';
import { type Bench, createBench } from '../../support/fake-discord/discord-bench.ts';
import * as payloads from '../../support/fake-discord/payloads.ts';
import { APPLICATION, CHANNEL, MEMBER } from '../../support/fake-discord/world.ts';

const TOPICS = [{ slug: 'china-uk', title: 'China and the UK' }] as unknown as readonly Topic[];

let bench: Bench;

beforeEach(async () => {
  bench = await createBench({ topics: TOPICS });
  await bench.start();
});

afterEach(() => bench.close());

/** Makes an interaction and resolves to what Discord was told. */
async function make(type: number, data: object, more: object = {}): Promise<{ readonly id: string; readonly answer: unknown }> {
  const fake = bench.rest.interact(CHANNEL, MEMBER);
  const before = bench.rest.callsOf('POST /interactions/:id/:token/callback').length;
  bench.gateway.dispatch('INTERACTION_CREATE', payloads.interaction(type, data, more, fake));
  await bench.answered(before + 1);
  return { id: fake.id, answer: fake.answer };
}

describe('an interaction', () => {
  test('of a slash command is kept, then deferred for whoever asked', async () => {
    const { id, answer } = await make(2, payloads.slashData('brief', { topic: 'china-uk', period: 'last 14 days' }));
    expect(answer).toEqual({ type: 5, data: { flags: 64 } });
    expect(bench.received).toMatchObject([
      { key: `discord:${id}`, act: { command: { name: 'brief', args: { topic: 'china-uk', period: 'last 14 days' } } } },
    ]);
  });

  test('is deferred for everybody where the person says so', async () => {
    const { answer } = await make(2, payloads.slashData('ask', { question: 'what?', private: false }));
    expect(answer).toEqual({ type: 5 });
    expect(bench.received).toMatchObject([
      { place: { audience: 'everyone', thread: null }, act: { command: { args: { question: 'what?' } } } },
    ]);
  });

  test('is not acknowledged when it cannot be kept, and the next one is', async () => {
    bench.fail(1);
    const lost = bench.rest.interact(CHANNEL, MEMBER);
    bench.gateway.dispatch('INTERACTION_CREATE', payloads.interaction(2, payloads.slashData('attache stats'), {}, lost));
    await bench.took(1);
    await make(2, payloads.slashData('attache stats'));
    expect(lost.answer).toBeNull();
    expect(bench.inbox.size).toBe(1);
    expect(bench.logger.shown().at(-1)).toBe('what Discord sent was not taken in {"reason":"the store is full"}');
  });

  test('that is delivered twice is one act', async () => {
    const fake = bench.rest.interact(CHANNEL, MEMBER);
    const twice = payloads.interaction(2, payloads.slashData('attache stats'), {}, fake);
    bench.gateway.dispatch('INTERACTION_CREATE', twice);
    bench.gateway.dispatch('INTERACTION_CREATE', twice);
    await bench.answered(2);
    expect(bench.inbox.size).toBe(1);
    expect(bench.logger.shown()).toHaveLength(1);
  });

  test('of a half-typed topic is answered from memory, and is no act', async () => {
    const { answer } = await make(4, payloads.typingData('topic', 'chi'));
    expect(answer).toEqual({ type: 8, data: { choices: [{ name: 'China and the UK', value: 'china-uk' }] } });
    const { answer: other } = await make(4, payloads.typingData('period', 'last'));
    expect(other).toEqual({ type: 8, data: { choices: [] } });
    expect(bench.received).toEqual([]);
  });

  test('of a button about a quote is answered privately', async () => {
    const { answer } = await make(3, payloads.selectData('quote:brief-1', '3'), { message: payloads.botMessage() });
    expect(answer).toEqual({ type: 5, data: { flags: 64 } });
    expect(bench.received).toMatchObject([{ act: { command: { name: 'quote', args: { id: 'brief-1', mark: '3' } } } }]);
  });

  test('that opens a modal is no act; what is sent off is one', async () => {
    const { answer } = await make(3, payloads.buttonData('ask:answer-1'), { message: payloads.botMessage() });
    expect(answer).toMatchObject({ type: 9, data: { custom_id: 'ask-modal:answer-1' } });
    expect(bench.received).toEqual([]);
    const sent = await make(5, payloads.modalData('ask-modal:answer-1', { question: 'and he?' }), { message: payloads.botMessage() });
    expect(sent.answer).toEqual({ type: 5 });
    expect(bench.received).toMatchObject([{ act: { command: { name: 'ask', args: { question: 'and he?', about: 'answer-1' } } } }]);
  });

  test("of a message's menu adds what it says", async () => {
    const target = payloads.message('A long text.', {
      attachments: [{ id: '1', filename: 'a.txt', size: 3, url: 'https://cdn.discordapp.com/a' }],
    });
    await make(2, payloads.menuData('Add to the corpus', target));
    expect(bench.received).toMatchObject([
      { act: { command: { name: 'add', args: { text: 'A long text.' } } }, place: { audience: 'asker' } },
    ]);
  });

  test('is answered at once where the bot may not post what everybody is to see', async () => {
    const { answer } = await make(3, payloads.buttonData('share:brief-1'), {
      message: payloads.botMessage(),
      app_permissions: payloads.VIEW_ONLY,
    });
    expect(answer).toMatchObject({ type: 4, data: { flags: 64 } });
    expect(JSON.stringify(answer)).toContain('the permission Send Messages');
    expect(bench.received).toEqual([]);
  });

  test.each([
    { kind: 'status', status: 502, when: 'before' },
    { kind: 'status', status: 502, when: 'after' },
    { kind: 'cut', when: 'after' },
    { kind: 'half' },
  ] as const)('is acknowledged once more when that failed with %o', async (fault) => {
    bench.rest.faults.plan('POST /interactions/:id/:token/callback', fault);
    const fake = bench.rest.interact(CHANNEL, MEMBER);
    bench.gateway.dispatch('INTERACTION_CREATE', payloads.interaction(2, payloads.slashData('attache stats'), {}, fake));
    await bench.answered(2);
    await bench.discord.lifecycle.stop();
    expect(fake.answer).toEqual({ type: 5, data: { flags: 64 } });
    expect(bench.inbox.size).toBe(1);
  });

  test('that the bot does not know is left alone', async () => {
    bench.gateway.dispatch(
      'INTERACTION_CREATE',
      payloads.interaction(3, payloads.buttonData('other:1'), { message: payloads.botMessage() }),
    );
    await make(2, payloads.slashData('attache help'));
    expect(bench.received).toHaveLength(1);
  });

  test('carries what is needed to answer it, which no line of the log does', async () => {
    const { id } = await make(2, payloads.slashData('attache help'));
    expect(JSON.parse(bench.received[0]?.place.token ?? '')).toEqual({ id, token: `secret-token-${id}`, at: Date.UTC(2026, 10, 25) });
    expect(JSON.stringify(bench.logger.lines)).not.toContain('secret-token');
    expect(bench.discord.applicationId()).toBe(APPLICATION);
  });
});
