import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderSlack } from '../../../adapters/slack/render.ts';
import type { Audience, Place } from '../../../src/domain/inbound.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { everyReply } from '../../support/every-reply.ts';
import { liveInMessage } from '../../support/fake-slack/live.ts';
import { PING_VECTORS, REFUSED_URLS } from '../../support/fake-slack/ping-vectors.ts';
import { awkwardText, hostileText } from '../../support/hostile-text.ts';

const STORED = 'https://news.example/articles/1';
const AUDIENCES: readonly Audience[] = ['everyone', 'asker', 'home'];

function place(audience: Audience): Place {
  return { channel: { tenant: 't', adapter: 'slack', id: 'T1/C1' }, thread: null, audience, person: 'T1/UMEMBER', token: null };
}

/** What would be live in what is sent of these replies, everywhere. */
function liveOf(replies: readonly Reply[], escape?: (text: string) => string) {
  const live = { pings: new Set<string>(), links: new Set<string>(), renders: 0 };
  for (const reply of replies)
    for (const audience of AUDIENCES)
      for (const payload of renderSlack(reply, place(audience), escape)) {
        const body = JSON.parse(payload) as Readonly<Record<string, unknown>>;
        const found = liveInMessage(audience === 'home' ? { view: body } : { ...body, parse: 'none', link_names: false });
        for (const ping of found.pings) live.pings.add(ping);
        for (const link of found.links) live.links.add(link);
        live.renders += 1;
      }
  return live;
}

describe('whatever an article, a question or a file name says', () => {
  test.each(PING_VECTORS)('%j pings nobody and links nowhere', (vector) => {
    const { pings, links } = liveOf(everyReply({ text: () => vector, url: () => STORED, count: 2 }));
    expect([...pings]).toEqual([]);
    expect([...links]).toEqual([STORED]);
  });

  test('is words and no more, for any text made of such pieces', () => {
    const piece = fc.oneof(fc.constantFrom(...PING_VECTORS), awkwardText, hostileText, fc.constantFrom('<', '>', '!', '@', '|', '&', ' '));
    const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
        let index = 0;
        const next = (): string => texts[index++ % texts.length] ?? '';
        const { pings, links } = liveOf(everyReply({ text: next, url: () => STORED, count: 1 }));
        expect([...pings]).toEqual([]);
        expect([...links].filter((link) => link !== STORED)).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test('would ping if it were not escaped: the judge sees it', () => {
    const live = PING_VECTORS.map((text) => liveOf(everyReply({ text: () => text, url: () => STORED, count: 1 }), (raw) => raw));
    expect(live.filter(({ pings }) => pings.size > 0).length).toBeGreaterThan(25);
    expect(live.some(({ links }) => links.has('https://evil.test/x'))).toBe(true);
  });
});

describe('addresses', () => {
  test.each(REFUSED_URLS)('%j is no link', (url) => {
    expect([...liveOf(everyReply({ text: () => 'words', url: () => url, count: 1 })).links]).toEqual([]);
  });

  test('are linked as they are stored, byte for byte', () => {
    const host = fc.constantFrom('news.example', 'NEWS.example:8443', 'xn--nws-tma.example', '[2001:db8::1]', 'b\u00fccher.example');
    const tail = fc.string({ unit: fc.constantFrom(...'aZ9/?#&=%;:.,+-_~!@$*()\u00e9\u4e2d'.split('')), maxLength: 60 });
    fc.assert(
      fc.property(fc.constantFrom('https://', 'http://', 'HTTPS://'), host, tail, (scheme, name, rest) => {
        const url = `${scheme}${name}/${rest}`;
        const { links } = liveOf(everyReply({ text: () => 'words', url: () => url, count: 1 }));
        expect([...links]).toEqual([url]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  test('that are too long are said to be, and are no link', () => {
    const url = `https://news.example/${'a'.repeat(3000)}`;
    const replies = everyReply({ text: () => 'words', url: () => url, count: 1 });
    expect([...liveOf(replies).links]).toEqual([]);
    expect(renderSlack(replies[2] as Reply, place('everyone')).join('')).toContain('the address at news.example is too long');
  });
});
