import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderReply } from '../../../adapters/terminal/render.ts';
import type { Brief } from '../../../src/domain/brief.ts';
import { NO_USAGE } from '../../../src/domain/brief.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { COMMAND_TABLE } from '../../../src/domain/command-table.ts';
import { makeRecord } from '../../support/records.ts';

const plain = { width: 80, colour: false };

function makeClaim(text: string, over: Partial<Claim> = {}): Claim {
  const citation = {
    articleId: 'a',
    title: 'Talks end',
    outlet: 'Harbour Wire',
    published: '2025-01-11',
    url: 'https://e.example/a',
    language: 'en',
    quote: text,
    start: 0,
    end: text.length,
  };
  return {
    text,
    speaker: 'Wang Yi',
    verb: 'denied',
    modality: 'fact',
    negated: false,
    eventDate: null,
    directSpeech: false,
    citations: [citation],
    ...over,
  };
}

function makeBrief(claims: readonly Claim[]): Brief {
  return {
    kind: 'brief',
    id: 'brief-1',
    writtenAt: '2025-01-12T08:00:00.000Z',
    topic: { slug: 'china-uk', title: 'UK–China' },
    period: { from: '2025-01-06', to: '2025-01-12', widened: false },
    notice: 'A notice.',
    engine: 'extractive',
    engineReason: 'no model',
    sections: [
      { name: 'positions', claims, facts: [] },
      { name: 'gaps', claims: [], facts: ['No figure is given.'] },
      { name: 'coverage', claims: [], facts: ['1 article · 1 outlet'] },
    ],
    coverage: { articles: 1, stories: 1, outlets: 1, newest: '2025-01-11', failedSources: [] },
    dropped: [{ text: 'x', reason: 'number' }],
    usage: NO_USAGE,
    record: makeRecord(),
  };
}

describe('a brief on a terminal', () => {
  it('reads like a page', () => {
    const text = renderReply(
      makeBrief([makeClaim('He rejected the notion that it would.'), makeClaim('Critics disagree.', { speaker: null, verb: 'said' })]),
      plain,
    );
    expect(text).toMatchInlineSnapshot(`
      "UK–China · brief, key sentences (no model: nothing is reworded)
      6–12 Jan 2025
      ⚠ A notice.

      Who says what
      • Wang Yi · denied
        He rejected the notion that it would. [1]
      • No one named · said
        Critics disagree. [2]

      Not in the corpus
      ▸ No figure is given.

      ▸ 1 article · 1 outlet

      Sources
      [1][2] Talks end · Harbour Wire · 11 Jan 2025 · https://e.example/a
      ▸ 1 claim not shown: number
      ▸ brief-1"
    `);
  });

  it('loses no claim and no mark, whatever the texts and the width', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[A-Z][a-z]{2,9}( [a-z]{2,12}){0,30}\.$/), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 10, max: 200 }), (claims, width) => {
        const text = renderReply(
          makeBrief(
            claims.map((claim, index) =>
              makeClaim(claim, {
                citations: makeClaim(claim).citations.map((citation) => ({ ...citation, start: index, end: index + 1 })),
              }),
            ),
          ),
          { width, colour: false },
        ).replace(/\s+/g, ' ');
        for (const [index, claim] of claims.entries()) expect(text).toContain(`${claim} [${index + 1}]`);
      }),
    );
  });

  it('sets words apart by weight only where there is a terminal', () => {
    expect(renderReply(makeBrief([makeClaim('So.')]), plain)).not.toContain('\u001b');
    expect(renderReply(makeBrief([makeClaim('So.')]), { width: 80, colour: true })).toContain('\u001b[1m');
  });

  it('lets no foreign text move the cursor', () => {
    const hostile = makeClaim('Before \u001b[2J\u001b]0;owned\u0007 after.');
    expect(renderReply(makeBrief([hostile]), plain)).toContain('Before ·[2J·]0;owned· after.');
  });
});

describe('other replies on a terminal', () => {
  it('are all told in words', () => {
    expect(renderReply({ kind: 'near-topics', asked: 'chnia-uk', topics: [] }, plain)).toContain('There is no topic "chnia-uk"');
    expect(renderReply({ kind: 'sources', sources: [] }, plain)).toContain('sources add');
    expect(renderReply({ kind: 'failure', text: 'Something went wrong.', errorId: 'error-1' }, plain)).toBe(
      'Something went wrong. (error-1)',
    );
    expect(renderReply({ kind: 'stats', facts: [['articles', '3']] }, plain)).toBe('articles  3');
    const help = renderReply({ kind: 'help', commands: COMMAND_TABLE }, plain);
    for (const { name } of COMMAND_TABLE) expect(help).toContain(name);
  });
});
