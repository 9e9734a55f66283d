import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderDiscord } from '../../adapters/discord/render.ts';
import { renderSlack } from '../../adapters/slack/render.ts';
import { claimsOf } from '../../src/bot/reply-commands.ts';
import type { Audience, Place } from '../../src/domain/inbound.ts';
import { numberQuotes } from '../../src/domain/number-quotes.ts';
import { outlineOf } from '../../src/domain/outline/outline-of.ts';
import { everyReply } from './../support/every-reply.ts';
import { randomBrief } from '../support/random-replies.ts';

function placeOn(adapter: string, audience: Audience): Place {
  const id = adapter === 'slack' ? 'T1/C1' : '1/2';
  return { channel: { tenant: 'main', adapter, id }, thread: null, audience, person: '3', token: null };
}

/** The rows of controls, which name claims too, and the line for notifications: neither is the message. */
function isBeside(key: string, value: unknown): boolean {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : null;
  return key === 'text' ? typeof value === 'string' : type === 'actions' || type === ACTION_ROW;
}

const ACTION_ROW = 1;

/** Every text that is somewhere in a message, in order. */
function textsIn(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value))
    return value
      .filter((one) => !isBeside('', one))
      .map(textsIn)
      .join('\n');
  return typeof value === 'object' && value !== null ? Object.values(value).map(textsIn).join('\n') : '';
}

/** The same without what stands beside a message. */
function messageIn(payload: Readonly<Record<string, unknown>>): string {
  return Object.entries(payload)
    .filter(([key, value]) => !isBeside(key, value))
    .map(([, value]) => textsIn(value))
    .join('\n');
}

/** A word that is longer is cut where the limits of the platform are. */
const LONGEST_WORD = 40;

/** Words and figures alone: each platform draws and escapes in its own way. */
function wordsIn(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter(({ length }) => length <= LONGEST_WORD);
}

/** What each platform shows of a brief, over all its messages. */
function shownOn(
  render: typeof renderSlack,
  adapter: string,
  reply: Parameters<typeof renderSlack>[0],
  audience: Audience,
): ReadonlySet<string> {
  const payloads = render(reply, placeOn(adapter, audience)).map((payload) => messageIn(JSON.parse(payload)));
  return new Set(wordsIn(payloads.join('\n')));
}

const RENDERERS = [
  ['slack', renderSlack],
  ['discord', renderDiscord],
] as const;

describe('the same on Slack and on Discord', () => {
  it.each(RENDERERS)('every claim and every citation of a brief is shown: %s', (adapter, render) => {
    fc.assert(
      fc.property(randomBrief, fc.constantFrom<Audience>('everyone', 'asker'), (brief, audience) => {
        const shown = shownOn(render, adapter, brief, audience);
        const { first, rest } = outlineOf(brief);
        const lines = [...first, ...rest].flatMap((line) => (line.kind === 'claim' || line.kind === 'source' ? [line] : []));
        const missing = lines.flatMap(({ text, marks }) => [...wordsIn(text), ...marks.map(String)]).filter((word) => !shown.has(word));
        expect(missing).toEqual([]);
        const marks = numberQuotes(claimsOf(brief)).quotes.map(({ mark }) => String(mark));
        expect(marks.filter((mark) => !shown.has(mark))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('every reply of every kind says the same words', () => {
    let next = 0;
    const words = () => ({ text: () => `word${(next += 1)}`, url: () => 'https://samples.example/a', count: 2 });
    for (const reply of everyReply(words())) {
      const [slack, discord] = RENDERERS.map(([adapter, render]) => shownOn(render, adapter, reply, 'everyone'));
      const own = (set: ReadonlySet<string> | undefined): readonly string[] =>
        [...(set ?? [])].filter((word) => /^word\d+$/.test(word)).toSorted();
      expect(own(discord)).toEqual(own(slack));
    }
  });

  it('control: a renderer that drops a message is caught', () => {
    const dropping: typeof renderSlack = (reply, place) => renderSlack(reply, place).slice(0, 1);
    const claim = (index: number) => ({
      text: `claim number${index}`,
      citations: [
        {
          articleId: 'a',
          title: 't',
          outlet: null,
          published: null,
          url: null,
          language: null,
          quote: 'q',
          start: index * 10,
          end: index * 10 + 1,
        },
      ],
      speaker: null,
      verb: null,
      modality: 'fact' as const,
      negated: false,
      eventDate: null,
      directSpeech: false,
    });
    const [brief] = everyReply({ text: () => 'word', url: () => 'https://samples.example/a', count: 1 });
    if (brief?.kind !== 'brief') throw new Error('no brief');
    const long = {
      ...brief,
      sections: [{ name: 'positions' as const, claims: Array.from({ length: 12 }, (_, index) => claim(index)), facts: [] }],
    };
    expect(shownOn(renderSlack, 'slack', long, 'everyone').has('number11')).toBe(true);
    expect(shownOn(dropping, 'slack', long, 'everyone').has('number11')).toBe(false);
  });
});
