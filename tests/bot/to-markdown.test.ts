import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../src/bot/to-markdown.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Brief, NO_USAGE } from '../../src/domain/brief.ts';
import { cite } from '../../src/domain/citation.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { makeArticle } from '../support/articles.ts';
import { hostileText } from '../support/hostile-text.ts';
import { makeRecord } from '../support/records.ts';

const article = makeArticle('a', 'Mara Lindt said *no* to [tariffs]. Exports fell.', {
  title: 'Talks_in_Rome',
  url: 'https://example.org/a',
});

function claimOf(start: number, end: number, over: Partial<Claim> = {}): Claim {
  const annotation = {
    speaker: 'Mara Lindt',
    verb: 'said',
    modality: 'fact',
    negated: false,
    eventDate: null,
    directSpeech: false,
  } as const;
  return { ...annotation, text: article.text.slice(start, end), citations: [cite(article, start, end)], ...over };
}

const brief: Brief = {
  kind: 'brief',
  id: 'brief-1',
  writtenAt: '2025-01-15T12:00:00.000Z',
  topic: { slug: 'china-uk', title: 'UK–China' },
  period: { from: '2025-01-09', to: '2025-01-15', widened: false },
  notice: null,
  engine: 'extractive',
  engineReason: 'no model',
  sections: [
    { name: 'bottom-line', claims: [claimOf(0, 34)], facts: [] },
    { name: 'background', claims: [claimOf(35, 48, { speaker: 'article', verb: null }), claimOf(0, 34)], facts: [] },
    { name: 'gaps', claims: [], facts: ['No event is dated in these articles.'] },
  ],
  coverage: { articles: 1, stories: 1, outlets: 1, newest: '2025-01-11', failedSources: [] },
  dropped: [],
  usage: NO_USAGE,
  record: makeRecord(),
};

function answerOf(question: string, claims: readonly Claim[], over: Partial<Answer> = {}): Answer {
  const searched = { terms: [], articles: 1, from: null, to: null };
  const rest = {
    readAs: null,
    unsaid: [],
    nearest: [],
    searched,
    notice: null,
    engine: 'extractive',
    engineReason: 'no model',
    writtenAt: '2025-01-15T12:00:00.000Z',
    dropped: [],
    usage: NO_USAGE,
    record: makeRecord(),
  } as const;
  return { kind: 'answer', id: 'answer-1', question, found: claims.length > 0, claims, ...rest, ...over };
}

describe('a brief as Markdown', () => {
  const lines = toMarkdown(brief).split('\n');

  it('has a heading for each section, in order', () => {
    expect(lines.filter((line) => line.startsWith('#'))).toEqual([
      '# UK–China · brief',
      '## Bottom line',
      '## Background',
      '## Not in the corpus',
    ]);
  });

  it('marks each claim with its quote, and gives each quote once', () => {
    expect(lines).toContain('- **Mara Lindt · said** Mara Lindt said \\*no\\* to \\[tariffs\\].[^1]');
    expect(lines).toContain('- **The article** Exports fell.[^2]');
    expect(lines.filter((line) => /^\[\^\d+\]:/u.test(line))).toEqual([
      '[^1]: “Mara Lindt said \\*no\\* to \\[tariffs\\].” — Talks\\_in\\_Rome · Harbour Wire · 11 Jan 2025 <https://example.org/a>',
      '[^2]: “Exports fell.” — Talks\\_in\\_Rome · Harbour Wire · 11 Jan 2025 <https://example.org/a>',
    ]);
  });

  it('says first what the reader must know, and leaves labels to sentences that stand verbatim', () => {
    expect(toMarkdown({ ...brief, notice: 'Background, not news.' })).toMatch(/\n> Background, not news\.\n\n## Bottom line/u);
    expect(toMarkdown({ ...brief, engine: 'model' })).not.toContain('**');
  });
});

describe('an answer as Markdown', () => {
  it('is its claims, or what no passage says with the nearest quote', () => {
    expect(toMarkdown(answerOf('who?', [claimOf(35, 48)]))).toMatch(
      /^# who\?\n\n- \*\*Mara Lindt · said\*\* Exports fell\.\[\^1\]\n\n\[\^1\]: /u,
    );
    const refused = answerOf('when?', [], { unsaid: ['No passage gives a date for this.'], nearest: [cite(article, 35, 48)] });
    expect(toMarkdown(refused)).toContain('No passage gives a date for this.\n> “Exports fell.” — ');
  });
});

const SIGNS = fc.string({ unit: fc.constantFrom(...Array.from('ab *_`[](){}<>#+-!|~\\&;\n1.')), maxLength: 30 });

/** The one line of the question, as a reader of Markdown sees it: escapes taken off, and no sign that is not escaped. */
const staysText = (write: (question: string) => string) =>
  fc.property(fc.oneof(SIGNS, hostileText), (question) => {
    const [line = '', blank] = write(question).split('\n');
    expect(blank ?? '').toBe('');
    const shown = line.slice(2);
    expect(shown.replace(/\\[!-/:-@[-`{-~]/gu, '')).not.toMatch(/[\\`*_{}[\]<>()#+!|~&]/u);
    expect(shown.replace(/\\([!-/:-@[-`{-~])/gu, '$1').trim()).toBe(question.replace(/\s+/gu, ' ').trim());
  });

describe('any text in Markdown', () => {
  it('is shown as it is, in one line, and makes no markup', () => {
    fc.assert(
      staysText((question) => toMarkdown(answerOf(question, []))),
      { numRuns: 300 },
    );
  });

  it('control: as it is written it makes markup', () => {
    expect(() => fc.assert(staysText((question) => `# ${question}\n`))).toThrow('Counterexample');
  });
});
