import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderSlack } from '../../../adapters/slack/render.ts';
import type { Audience, Place } from '../../../src/domain/inbound.ts';
import { legible } from '../../../src/domain/outline/legible.ts';
import type { Line } from '../../../src/domain/outline/outline.ts';
import { outlineOf } from '../../../src/domain/outline/outline-of.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { everyReply } from '../../support/every-reply.ts';
import { problemsOf, refusalOf } from '../../support/fake-slack/check-blocks.ts';
import { textsOf } from '../../support/fake-slack/texts.ts';
import { hostileText, newsText } from '../../support/hostile-text.ts';

type Json = Readonly<Record<string, unknown>>;

function place(audience: Audience): Place {
  return { channel: { tenant: 't', adapter: 'slack', id: 'T1/C1' }, thread: null, audience, person: 'T1/UMEMBER', token: null };
}

function messagesOf(reply: Reply, audience: Audience): readonly { readonly text: string; readonly blocks: readonly Json[] }[] {
  return renderSlack(reply, place(audience)).map((payload) => JSON.parse(payload));
}

/** Texts without blanks, marks, signs of ours and links, which may stand between the pieces of a text that was cut. */
function bare(text: string): string {
  return legible(text).replace(/\[\d+\]|\s|▸|⚠|\ufe0f|·/gu, '');
}

/** A link, or the words in italics that say why there is none. */
function isAboutLink({ type, style }: Json): boolean {
  return type === 'link' || (style as Json | undefined)?.['italic'] === true;
}

function withoutLinks(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((inner) => !isAboutLink(inner as Json)).map(withoutLinks);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutLinks(inner)]));
}

function partsOf(line: Line): readonly string[] {
  if (line.kind === 'claim') return [line.label ?? '', line.text];
  return line.kind === 'item' ? [line.lead, line.text] : [line.text];
}

/** The first text of the reply that is not in its messages after all that come before it; null when all are. */
function missing(reply: Reply): string | null {
  const blocks = messagesOf(reply, 'everyone').flatMap((message) => message.blocks);
  const shown = bare(textsOf(withoutLinks(blocks.filter(({ type }) => type !== 'actions'))).join(''));
  const { first, rest } = outlineOf(reply);
  let at = 0;
  for (const part of [...first, ...rest].flatMap(partsOf).map(bare)) {
    const found = shown.indexOf(part, at);
    if (found < 0) return part;
    at = found + part.length;
  }
  return null;
}

function supply(texts: readonly string[]): () => string {
  let index = 0;
  return () => texts[index++ % texts.length] ?? '';
}

const growing = fc.string({ unit: fc.constantFrom('&', '<', '>', 'a', ' ', '\n'), minLength: 500, maxLength: 3000, size: 'max' });
const anyTexts = fc.array(fc.oneof({ arbitrary: hostileText, weight: 4 }, newsText, growing), { minLength: 3, maxLength: 12 });
const URLS = ['https://news.example/1', 'nonsense', null];

describe('every reply', () => {
  test('is taken by Slack, and nothing that it says is lost', () => {
    fc.assert(
      fc.property(anyTexts, fc.integer({ min: 0, max: 3 }), (texts, count) => {
        let turn = 0;
        const url = (): string | null => URLS[turn++ % URLS.length] ?? null;
        for (const reply of everyReply({ text: supply(texts), url, count })) {
          for (const audience of ['everyone', 'asker'] as const)
            for (const { text, blocks } of messagesOf(reply, audience)) {
              expect(problemsOf(blocks, 'message')).toEqual([]);
              expect(refusalOf(text, blocks)).toBeNull();
              expect(blocks.length).toBeLessThanOrEqual(45);
            }
          const [home] = renderSlack(reply, place('home'));
          expect(problemsOf(JSON.parse(home ?? '').blocks, 'view')).toEqual([]);
          expect(missing(reply)).toBeNull();
        }
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  test.each([60, 400])('is taken with %d of everything', (count) => {
    const replies = everyReply({ text: () => 'Envoys & all', url: () => URLS[0] ?? null, count });
    // A brief of 3,200 claims takes a second to be numbered, and is none.
    for (const reply of replies.slice(count > 100 ? 2 : 0)) {
      for (const { text, blocks } of messagesOf(reply, 'asker')) {
        expect(problemsOf(blocks, 'message')).toEqual([]);
        expect(refusalOf(text, blocks)).toBeNull();
      }
      expect(missing(reply)).toBeNull();
      expect(problemsOf(JSON.parse(renderSlack(reply, place('home'))[0] ?? '').blocks, 'view')).toEqual([]);
    }
  });

  test('has its controls on its first message only', () => {
    const [brief] = everyReply({ text: () => 'Ministers met.', url: () => null, count: 12 });
    const actions = messagesOf(brief as Reply, 'everyone').map(({ blocks }) => blocks.filter(({ type }) => type === 'actions').length);
    expect(actions.length).toBeGreaterThan(1);
    expect(actions).toEqual(actions.map((_, index) => (index === 0 ? 1 : 0)));
  });
});

describe('the home page', () => {
  test('counts what does not fit, and says how to see it', () => {
    const home = everyReply({ text: () => 'Ministers met.', url: () => null, count: 300 }).find(({ kind }) => kind === 'home');
    const shown = textsOf(JSON.parse(renderSlack(home as Reply, place('home'))[0] ?? '').blocks).join('\n');
    expect(shown).toContain('280 more topics. To see them all, write me: topics');
    expect(shown).toContain('280 more latest briefs.');
    expect(shown).toContain('Who may manage');
  });
});
