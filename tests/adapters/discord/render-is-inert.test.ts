import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderDiscord } from '../../../adapters/discord/render.ts';
import type { Audience } from '../../../src/domain/inbound.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { everyReply } from '../../support/every-reply.ts';
import { liveInMessage } from '../../support/fake-discord/live.ts';
import { PING_VECTORS, REFUSED_URLS } from '../../support/fake-discord/ping-vectors.ts';
import { discordPlace } from '../../support/fake-discord/places.ts';
import { awkwardText, hostileText } from '../../support/hostile-text.ts';

const STORED = 'https://news.example/articles/1';
const AUDIENCES: readonly Audience[] = ['everyone', 'asker'];
const FLAGS = (1 << 15) | (1 << 2);

/** What would be live in what is sent of these replies, everywhere; even if Discord were allowed to notify. */
function liveOf(replies: readonly Reply[], escape?: (text: string) => string) {
  const live = { pings: new Set<string>(), mentions: new Set<string>(), links: new Set<string>(), markup: [] as string[] };
  for (const reply of replies)
    for (const audience of AUDIENCES)
      for (const payload of renderDiscord(reply, discordPlace({ audience }), escape)) {
        const body = JSON.parse(payload) as Readonly<Record<string, unknown>>;
        const found = liveInMessage({ ...body, flags: FLAGS, allowed_mentions: { parse: [] } });
        for (const ping of found.pings) live.pings.add(ping);
        for (const mention of found.mentions) live.mentions.add(mention);
        for (const link of found.links) live.links.add(link);
        live.markup.push(...found.markup.map(({ kind }) => kind));
      }
  return { ...live, markup: Object.fromEntries([...Map.groupBy(live.markup, (kind) => kind)].map(([kind, all]) => [kind, all.length])) };
}

/** A text of the same lines and the same length that is nothing but letters. */
function harmless(text: string): string {
  return text.replace(/[^\s\u0085\u2028]/gu, 'x');
}

describe('whatever an article, a question or a file name says', () => {
  test.each(PING_VECTORS)('%j pings nobody, links nowhere and is no markup', (vector) => {
    const { pings, mentions, links, markup } = liveOf(everyReply({ text: () => vector, url: () => STORED, count: 2 }));
    expect([...pings]).toEqual([]);
    expect([...mentions]).toEqual([]);
    expect([...links]).toEqual([STORED]);
    expect(markup).toEqual(liveOf(everyReply({ text: () => harmless(vector), url: () => STORED, count: 2 })).markup);
  });

  test('is words and no more, for any text made of such pieces', () => {
    const piece = fc.oneof(
      fc.constantFrom(...PING_VECTORS),
      awkwardText,
      hostileText,
      fc.constantFrom(...Array.from('\\*_~`|[]()<>@#:/-+ ')),
    );
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
        let index = 0;
        const next = (): string => texts[index++ % texts.length] ?? '';
        const { pings, mentions, links } = liveOf(everyReply({ text: next, url: () => STORED, count: 1 }));
        expect([...pings, ...mentions]).toEqual([]);
        expect([...links].filter((link) => link !== STORED)).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test('would be more if it were not escaped: the judge sees it', () => {
    const raw = (text: string): string => text;
    const live = PING_VECTORS.map((text) => liveOf(everyReply({ text: () => text, url: () => STORED, count: 1 }), raw));
    expect(live.filter(({ mentions }) => mentions.size > 0).length).toBeGreaterThan(15);
    expect(live.filter(({ links }) => [...links].some((link) => /evil/i.test(link))).length).toBeGreaterThan(6);
    const notified = liveInMessage({ content: '<@1> <@&2> @everyone', allowed_mentions: { parse: ['users', 'roles', 'everyone'] } });
    expect(notified.pings).toHaveLength(3);
  });
});

describe('addresses', () => {
  test.each(REFUSED_URLS)('%j is no link', (url) => {
    expect([...liveOf(everyReply({ text: () => 'words', url: () => url, count: 1 })).links]).toEqual([]);
  });

  test('are linked as they are stored, byte for byte, and Discord looks at none', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        fc.pre(url.length <= 800);
        const replies = everyReply({ text: () => 'words', url: () => url, count: 1 });
        expect([...liveOf(replies).links]).toEqual([url]);
        const payload = renderDiscord(replies[0] as Reply, discordPlace())[0] ?? '';
        expect(liveInMessage({ ...JSON.parse(payload), flags: 0 }).previews).toEqual([]);
      }),
      { numRuns: 30, endOnFailure: true },
    );
  });

  test('that are too long are said to be, and are no link', () => {
    const url = `https://news.example/${'a'.repeat(3000)}`;
    const replies = everyReply({ text: () => 'words', url: () => url, count: 1 });
    expect([...liveOf(replies).links]).toEqual([]);
    expect(renderDiscord(replies[2] as Reply, discordPlace()).join('')).toContain('the address at* news.example *is too long');
  });
});
