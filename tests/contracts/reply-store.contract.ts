import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Brief, NO_USAGE } from '../../src/domain/brief.ts';
import { makeInput, makeRecord } from '../support/records.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** An answer that found nothing; `question` is free text. */
export function sketchAnswer(id: string, question: string): Answer {
  return {
    kind: 'answer',
    id,
    question,
    readAs: null,
    found: false,
    claims: [],
    unsaid: ['No passage gives a date for this.'],
    nearest: [],
    searched: { terms: ['date'], articles: 3, from: null, to: '2024-11-05' },
    notice: null,
    engine: 'extractive',
    engineReason: 'no model is configured',
    writtenAt: '2026-11-23T07:58:00Z',
    dropped: [],
    usage: NO_USAGE,
    record: makeRecord(),
  };
}

const BRIEF: Brief = {
  kind: 'brief',
  id: 'brief-1',
  writtenAt: '2026-11-23T07:58:00Z',
  topic: { slug: null, title: 'export controls' },
  period: { from: '2026-11-16', to: '2026-11-23', widened: true },
  notice: 'Background, not news.',
  engine: 'model',
  engineReason: 'configured',
  sections: [{ name: 'gaps', claims: [], facts: ['One source.'] }],
  coverage: { articles: 1, stories: 1, outlets: 0, newest: null, failedSources: [] },
  dropped: [{ text: 'It rained.', reason: 'quote' }],
  usage: { modelCalls: 2, inputTokens: 1_000, outputTokens: 50, cost: 0.0123 },
  record: makeRecord({ inputs: [makeInput('a')], prompts: ['write-brief@1'], model: 'm', ms: 1_200 }),
};

/** What holds for every store of replies. */
export function replyStoreContract(implementation: StoreImplementation): void {
  describe('replies', () => {
    it('gives back exactly what was saved', () =>
      withStores(implementation, async ({ replies }) => {
        const answer = sketchAnswer('answer-1', 'When? 😀 \ud800 \0 "x" </script>');
        await replies.save('main', BRIEF, null);
        await replies.save('main', answer, 'key');
        expect(await replies.get('main', 'brief-1')).toEqual(BRIEF);
        expect(await replies.get('main', 'answer-1')).toEqual(answer);
        expect(await replies.get('main', 'unknown')).toBeNull();
      }));

    it('finds the newest under a key, whatever was saved first', () =>
      withStores(implementation, async ({ replies }) => {
        const [b, a, c] = ['b', 'a', 'c'].map((id) => sketchAnswer(id, 'When?'));
        if (!a || !b || !c) throw new Error('three were sketched');
        expect(await replies.madeFrom('main', 'key')).toBeNull();
        for (const reply of [b, a]) await replies.save('main', reply, 'key');
        await replies.save('main', c, 'another key');
        expect(await replies.madeFrom('main', 'key')).toEqual(a);
        await replies.save('main', { ...b, question: 'Again?' }, 'key');
        expect(await replies.madeFrom('main', 'key')).toEqual({ ...b, question: 'Again?' });
        expect(await replies.madeFrom('main', 'another key')).toEqual(c);
        expect(await replies.madeFrom('main', 'ke')).toBeNull();
      }));

    it('finds nothing under no key, and forgets the key of a reply that is saved without', () =>
      withStores(implementation, async ({ replies }) => {
        await replies.save('main', BRIEF, null);
        expect(await replies.madeFrom('main', '')).toBeNull();
        expect(await replies.madeFrom('main', 'null')).toBeNull();
        await replies.save('main', BRIEF, 'key');
        await replies.save('main', BRIEF, null);
        expect(await replies.madeFrom('main', 'key')).toBeNull();
        expect(await replies.get('main', 'brief-1')).toEqual(BRIEF);
      }));

    it('lists the newest saved first, of all or of the briefs on a topic, before a given one', () =>
      withStores(implementation, async ({ replies }) => {
        const on = (id: string, slug: string | null): Brief => ({ ...BRIEF, id, topic: { slug, title: 'A topic' } });
        const saved = [on('c', 't'), sketchAnswer('b', 'When?'), on('a', 't'), on('e', 'u'), on('d', null)];
        for (const reply of saved) await replies.save('main', reply, reply.id === 'b' ? 'key' : null);
        const listed = async (filter: Parameters<typeof replies.list>[1]) => (await replies.list('main', filter)).map(({ id }) => id);
        expect(await replies.list('main', { limit: 9 })).toEqual(saved.toReversed());
        expect(await listed({ limit: 2 })).toEqual(['d', 'e']);
        expect(await listed({ topic: 't', limit: 9 })).toEqual(['a', 'c']);
        expect(await listed({ topic: 't', before: 'a', limit: 9 })).toEqual(['c']);
        expect(await listed({ topic: 't', before: 'd', limit: 1 })).toEqual(['a']);
        expect(await listed({ before: 'b', limit: 9 })).toEqual(['c']);
        expect(await listed({ before: 'unknown', limit: 9 })).toEqual([]);
        expect(await listed({ topic: 'none', limit: 9 })).toEqual([]);
        await replies.save('main', on('c', 't'), null);
        expect(await listed({ topic: 't', limit: 9 })).toEqual(['c', 'a']);
      }));

    it('outlives the articles it cites', () =>
      withStores(implementation, async ({ articles, replies }) => {
        await replies.save('main', BRIEF, null);
        await articles.remove('main', ['a']);
        expect(await replies.get('main', 'brief-1')).toEqual(BRIEF);
      }));
  });
}
