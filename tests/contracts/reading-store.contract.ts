import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/domain/reading.ts';
import { prepared } from './prepared-article.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** A reading with one claim and one that was dropped; `text` is what both say. */
export function sketchReading(articleId: string, reader: string, text: string): Reading {
  const quote = {
    articleId,
    title: 'T',
    outlet: null,
    published: '2024-11-05',
    url: null,
    language: 'en',
    quote: text,
    start: 0,
    end: text.length,
  };
  const annotation = { speaker: 'Ann', verb: 'said', modality: 'fact', negated: false, eventDate: null, directSpeech: false } as const;
  return {
    articleId,
    reader,
    claims: [{ claim: { ...annotation, text, citations: [quote] }, kind: 'position' }],
    dropped: [{ text, reason: 'quote' }],
  };
}

const OLD = prepared({ id: 'x' });
const NEW = prepared({ id: 'x~2', lineage: 'x', previous: 'x' });
const OTHER = prepared({ id: 'y' });
const IDS = ['x', 'x~2', 'y'];

/** What holds for every store of readings. */
export function readingStoreContract(implementation: StoreImplementation): void {
  describe('readings', () => {
    it('gives back exactly what was saved, for the articles and the reader asked for', () =>
      withStores(implementation, async ({ articles, readings }) => {
        await articles.save('main', [OLD, OTHER]);
        const [x, y] = [sketchReading('x', 'r', '王毅 said “no” 😀 \ud800 \0 "x"'), sketchReading('y', 'r', 'yes')];
        await readings.save('main', x);
        await readings.save('main', y);
        const later = sketchReading('x', 'r@2', 'maybe');
        await readings.save('main', later);
        expect(await readings.find('main', ['x', 'unknown', 'x'], 'r')).toEqual([x]);
        const both = await readings.find('main', IDS, 'r');
        expect(both.toSorted((one, other) => one.articleId.localeCompare(other.articleId))).toEqual([x, y]);
        expect(await readings.find('main', IDS, 'r@2')).toEqual([later]);
        expect(await readings.find('main', IDS, 'nobody')).toEqual([]);
        expect(await readings.find('main', [], 'r')).toEqual([]);
      }));

    it('keeps the first reading when two are made at once', () =>
      withStores(implementation, async ({ articles, readings }) => {
        await articles.save('main', [OLD]);
        const first = sketchReading('x', 'r', 'first');
        await Promise.all([first, sketchReading('x', 'r', 'second')].map((reading) => readings.save('main', reading)));
        expect(await readings.find('main', ['x'], 'r')).toEqual([first]);
      }));

    it('keeps them while the article is held, be it superseded or saved again', () =>
      withStores(implementation, async ({ articles, readings }) => {
        await articles.save('main', [OLD]);
        const reading = sketchReading('x', 'r', 'text');
        await readings.save('main', reading);
        await articles.save('main', [NEW]);
        await articles.save('main', [OLD]);
        expect(await readings.find('main', IDS, 'r')).toEqual([reading]);
      }));

    it('removes those of every version and reader with the article, and no others', () =>
      withStores(implementation, async ({ articles, readings }) => {
        await articles.save('main', [OLD, NEW, OTHER]);
        for (const id of IDS) for (const reader of ['r', 'r@2']) await readings.save('main', sketchReading(id, reader, 'text'));
        await articles.remove('main', ['x']);
        await articles.save('main', [OLD, NEW]);
        for (const reader of ['r', 'r@2']) {
          expect(await readings.find('main', IDS, reader)).toEqual([sketchReading('y', reader, 'text')]);
        }
      }));

    it('keeps nothing of an article that was removed while it was read', () =>
      withStores(implementation, async ({ articles, readings }) => {
        await articles.save('main', [OLD]);
        await articles.remove('main', ['x']);
        await readings.save('main', sketchReading('x', 'r', 'late'));
        await articles.save('main', [OLD]);
        expect(await readings.find('main', ['x'], 'r')).toEqual([]);
      }));
  });
}
