import { ComponentType } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MessagePayload } from '../../../adapters/discord/message-payload.ts';
import { renderDiscord } from '../../../adapters/discord/render.ts';
import type { Audience } from '../../../src/domain/inbound.ts';
import { legible } from '../../../src/domain/outline/legible.ts';
import type { Line } from '../../../src/domain/outline/outline.ts';
import { outlineOf } from '../../../src/domain/outline/outline-of.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { everyReply } from '../../support/every-reply.ts';
import { problemsOf } from '../../support/fake-discord/check-message.ts';
import { liveInMessage } from '../../support/fake-discord/live.ts';
import { discordPlace } from '../../support/fake-discord/places.ts';
import { hostileText, newsText } from '../../support/hostile-text.ts';

function messagesOf(reply: Reply, audience: Audience): readonly MessagePayload[] {
  return renderDiscord(reply, discordPlace({ audience })).map((payload) => JSON.parse(payload) as MessagePayload);
}

/** What Discord finds wrong with a message as it is sent. */
function wrongWith({ components, files = [] }: MessagePayload): readonly string[] {
  const attachments = files.map(({ name }, id) => ({ id, filename: name }));
  return problemsOf({ components, attachments, flags: 1 << 15, allowed_mentions: { parse: [] } }, files.length);
}

/** Texts without blanks, marks, signs of ours and links, which may stand between the pieces of a text that was cut. */
function bare(text: string): string {
  return legible(text).replace(/\[\d+\]|\s|▸|⚠|\ufe0f|·|\u200b|https:\/\/news\.example\/1/gu, '');
}

function partsOf(line: Line): readonly string[] {
  if (line.kind === 'claim') return [line.label ?? '', line.text];
  return line.kind === 'item' ? [line.lead, line.text] : [line.text];
}

/** The first text of the reply that is not in its messages after all that come before it; null when all are. */
function missing(reply: Reply): string | null {
  const messages = messagesOf(reply, 'everyone');
  const shown = bare(messages.flatMap((message) => liveInMessage({ ...message }).shown).join('')).replaceAll('nolink:notawebaddress', '');
  const files = messages.flatMap((message) => (message.files ?? []).map(({ text }) => text)).join('');
  const { first, rest } = outlineOf(reply);
  let at = 0;
  for (const line of [...first, ...rest]) {
    if (line.kind === 'code' && files.includes(line.text.toWellFormed())) continue;
    for (const part of partsOf(line).map(bare)) {
      const found = shown.indexOf(part, at);
      if (found < 0) return part;
      at = found + part.length;
    }
  }
  return null;
}

function supply(texts: readonly string[]): () => string {
  let index = 0;
  return () => texts[index++ % texts.length] ?? '';
}

const growing = fc.string({ unit: fc.constantFrom('*', '\\', '>', '#', 'a', ' ', '\n'), minLength: 500, maxLength: 3000, size: 'max' });
const anyTexts = fc.array(fc.oneof({ arbitrary: hostileText, weight: 4 }, newsText, growing), { minLength: 3, maxLength: 12 });
const URLS = ['https://news.example/1', 'nonsense', null];

describe('every reply', () => {
  test('is taken by Discord, and nothing that it says is lost', () => {
    fc.assert(
      fc.property(anyTexts, fc.integer({ min: 0, max: 3 }), (texts, count) => {
        let turn = 0;
        const url = (): string | null => URLS[turn++ % URLS.length] ?? null;
        for (const reply of everyReply({ text: supply(texts), url, count })) {
          for (const audience of ['everyone', 'asker', 'home'] as const)
            for (const message of messagesOf(reply, audience)) expect(wrongWith(message)).toEqual([]);
          expect(missing(reply)).toBeNull();
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  test.each([60, 400])('is taken with %d of everything', (count) => {
    const replies = everyReply({ text: () => 'Envoys * all', url: () => URLS[0] ?? null, count });
    // A brief of 3,200 claims takes a second to be numbered, and is none.
    for (const reply of replies.slice(count > 100 ? 2 : 0)) {
      for (const message of messagesOf(reply, 'asker')) expect(wrongWith(message)).toEqual([]);
      expect(missing(reply)).toBeNull();
    }
  });

  test('has its controls on its first message only', () => {
    const [brief] = everyReply({ text: () => 'Ministers met.', url: () => null, count: 12 });
    const rows = messagesOf(brief as Reply, 'everyone').map(
      ({ components }) => components.filter(({ type }) => type === ComponentType.ActionRow).length,
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(rows.every((count, index) => count > 0 === (index === 0))).toBe(true);
  });
});

describe('what can be pressed', () => {
  const idsIn = (reply: Reply, audience: Audience = 'everyone') =>
    messagesOf(reply, audience)
      .flatMap(({ components }) => components)
      .flatMap((row): readonly object[] => ('components' in row ? row.components : []))
      .map((part) => ('custom_id' in part ? part.custom_id : ''));
  const of = (kind: Reply['kind'], count: number) =>
    everyReply({ text: () => 'words', url: () => null, count }).find((reply) => reply.kind === kind) as Reply;

  test('with a brief: its quotes, 25 to a list, and what can be done with it', () => {
    expect(idsIn(of('brief', 5))).toEqual(['quote:b_1', 'quote:b_1:2', 'ask:b_1', 'copy:b_1', 'wrong:b_1']);
    expect(idsIn(of('answer', 2), 'asker')).toEqual(['quote:n_1', 'ask:n_1', 'copy:n_1', 'share:n_1', 'wrong:n_1']);
  });

  test('with topics: buttons while they fit one row, then lists', () => {
    expect(idsIn(of('topics', 3))).toEqual(['type:brief topic-0', 'type:brief topic-1', 'type:brief topic-2']);
    expect(idsIn(of('topics', 6))).toEqual(['type']);
    expect(idsIn(of('topics', 30))).toEqual(['type', 'type:2']);
  });

  test('with what no button can carry: it is said', () => {
    const topic = { slug: 'x'.repeat(120), title: 'Long', groups: [], exclude: [], sides: [], aliases: [], questions: [] };
    const reply: Reply = { kind: 'near-topics', asked: 'x', topics: [topic] };
    expect(idsIn(reply)).toEqual([]);
    expect(JSON.stringify(messagesOf(reply, 'everyone'))).toContain(`brief ${topic.slug}`);
  });

  test('with a document: it is a file, with a name that Discord keeps', () => {
    const [message] = messagesOf({ kind: 'document', title: 'Über “Ports”/../x', markdown: '# A\n@everyone' }, 'asker');
    expect(message?.files).toEqual([{ name: 'u-ber-ports-x.md', text: '# A\n@everyone' }]);
    expect(message?.components.at(-1)).toEqual({ type: 13, file: { url: 'attachment://u-ber-ports-x.md' } });
  });
});
