import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { type Brief, NO_USAGE } from '../../src/domain/brief.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** An answer that found nothing; `question` is free text. */
export function sketchAnswer(id: string, question: string): Answer {
  return {
    kind: 'answer',
    id,
    question,
    found: false,
    claims: [],
    unsaid: ['No passage gives a date for this.'],
    nearest: [],
    searched: { terms: ['date'], articles: 3, from: null, to: '2024-11-05' },
    notice: null,
    engine: 'extractive',
    engineReason: 'no model is configured',
    usage: NO_USAGE,
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
};

/** What holds for every store of replies. */
export function replyStoreContract(implementation: StoreImplementation): void {
  describe('replies', () => {
    it('gives back exactly what was saved', () =>
      withStores(implementation, async ({ replies }) => {
        const answer = sketchAnswer('answer-1', 'When? 😀 \ud800 \0 "x" </script>');
        await replies.save('main', BRIEF);
        await replies.save('main', answer);
        expect(await replies.get('main', 'brief-1')).toEqual(BRIEF);
        expect(await replies.get('main', 'answer-1')).toEqual(answer);
        expect(await replies.get('main', 'unknown')).toBeNull();
      }));

    it('outlives the articles it cites', () =>
      withStores(implementation, async ({ articles, replies }) => {
        await replies.save('main', BRIEF);
        await articles.remove('main', ['a']);
        expect(await replies.get('main', 'brief-1')).toEqual(BRIEF);
      }));
  });
}
