import type { Answer } from '../../src/domain/answer.ts';
import { type Brief, type Engine, NO_USAGE, SECTION_NAMES } from '../../src/domain/brief.ts';
import type { Citation } from '../../src/domain/citation.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { COMMAND_TABLE } from '../../src/domain/command-table.ts';
import type { Reply } from '../../src/domain/reply.ts';
import type { Report } from '../../src/domain/report.ts';
import type { Topic } from '../../src/domain/topic.ts';
import { makeHead } from './heads.ts';
import { makeRecord } from './records.ts';

/** Where the words of replies come from: one call for each text and each address that somebody else has written. */
export interface Words {
  readonly text: () => string;
  readonly url: () => string | null;
  /** How many of everything that there may be several of. */
  readonly count: number;
}

function several<T>({ count }: Words, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function citation(words: Words, index: number): Citation {
  const quote = words.text();
  return {
    articleId: `a${index}`,
    title: words.text(),
    outlet: index % 2 === 0 ? words.text() : null,
    published: index % 3 === 0 ? null : '2026-11-20',
    url: words.url(),
    language: 'en',
    quote,
    start: index * 10_000,
    end: index * 10_000 + quote.length,
  };
}

function claim(words: Words, index: number): Claim {
  const verb = index % 2 === 0 ? ('said' as const) : null;
  const annotation = { speaker: words.text(), verb, modality: 'fact' as const, negated: false, eventDate: null, directSpeech: false };
  return { ...annotation, text: words.text(), citations: [citation(words, index), citation(words, index + 1)] };
}

function brief(words: Words, engine: Engine): Brief {
  const sections = SECTION_NAMES.map((name, section) => {
    const ownFacts = name === 'gaps' || name === 'coverage';
    return {
      name,
      claims: ownFacts ? [] : several(words, (index) => claim(words, section * 100 + index)),
      facts: ownFacts ? several(words, words.text) : [],
    };
  });
  return {
    kind: 'brief',
    id: 'b_1',
    writtenAt: '2026-11-23T07:58:00Z',
    topic: { slug: null, title: words.text() },
    period: { from: '2026-11-17', to: '2026-11-23', widened: false },
    notice: words.text(),
    engine,
    engineReason: words.text(),
    sections,
    coverage: { articles: 3, stories: 2, outlets: 1, newest: '2026-11-22', failedSources: [words.text()] },
    dropped: several(words, () => ({ text: words.text(), reason: words.text() })),
    usage: NO_USAGE,
    record: makeRecord(),
  };
}

function answer(words: Words, found: boolean, engine: Engine): Answer {
  return {
    kind: 'answer',
    id: 'n_1',
    question: words.text(),
    readAs: words.text(),
    found,
    claims: found ? several(words, (index) => claim(words, index)) : [],
    unsaid: [words.text()],
    nearest: found ? [] : several(words, (index) => citation(words, index)),
    searched: { terms: several(words, words.text), articles: 4, from: '2026-11-01', to: '2026-11-23' },
    notice: words.text(),
    engine,
    engineReason: words.text(),
    writtenAt: '2026-11-23T07:58:00Z',
    dropped: several(words, () => ({ text: words.text(), reason: words.text() })),
    usage: NO_USAGE,
    record: makeRecord(),
  };
}

function topic(words: Words, index: number): Topic {
  return {
    slug: `topic-${index}`,
    title: words.text(),
    groups: [several(words, words.text)],
    exclude: [words.text()],
    sides: [{ name: words.text(), speakers: several(words, words.text) }],
    aliases: [several(words, words.text)],
    questions: several(words, words.text),
  };
}

function report(words: Words, index: number): Report {
  const state = index % 2 === 0 ? ('open' as const) : ('upheld' as const);
  return {
    id: `r_${index}`,
    replyId: 'b_1',
    claim: claim(words, index),
    why: words.text(),
    by: words.text(),
    reportedAt: '2026-11-22T10:00:00Z',
    state,
  };
}

function lists(words: Words): readonly Reply[] {
  const { text } = words;
  const rows = several(words, (index) => ({ topic: topic(words, index), articles: index }));
  const found = several(words, (index) => ({
    articleId: `a${index}`,
    passageId: `p${index}`,
    score: 1,
    text: text(),
    start: 0,
    end: 9,
    title: text(),
  }));
  const heads = several(words, (index) => makeHead(`a${index}`, { title: text(), outlet: text(), url: words.url(), origin: text() }));
  const briefs = several(words, (index) => ({ id: `b_${index}`, title: text(), writtenAt: '2026-11-23T07:58:00Z' }));
  return [
    { kind: 'search', query: text(), results: found, notice: text() },
    { kind: 'articles', articles: heads, total: heads.length, notice: text() },
    { kind: 'topics', topics: rows, notice: text() },
    { kind: 'topic', topic: topic(words, 1), articles: 2 },
    { kind: 'near-topics', asked: text(), topics: rows.map((row) => row.topic) },
    { kind: 'sources', sources: several(words, () => ({ path: text(), outlet: text(), readAt: text(), problem: text() })) },
    { kind: 'stats', facts: several(words, () => [text(), text()] as const) },
    { kind: 'reports', reports: several(words, (index) => report(words, index)) },
    { kind: 'settings', rows: several(words, () => ({ label: text(), value: text(), change: text() })) },
    { kind: 'home', topics: rows, briefs, hints: [text()], managers: [text()], mayManage: true, openReports: 3, notice: text() },
  ];
}

/** One reply of every kind (a brief and an answer in each of their forms), all of whose words were asked for. */
export function everyReply(words: Words): readonly Reply[] {
  const { text } = words;
  return [
    brief(words, 'extractive'),
    brief(words, 'model'),
    answer(words, true, 'extractive'),
    answer(words, true, 'model'),
    answer(words, false, 'extractive'),
    { kind: 'positions', speaker: text(), subject: text(), claims: several(words, (index) => claim(words, index)), notice: text() },
    ...lists(words),
    { kind: 'help', commands: COMMAND_TABLE },
    { kind: 'quote', mark: 3, citation: citation(words, 1), before: text(), after: text(), directSpeech: true },
    { kind: 'document', title: text(), markdown: several(words, text).join('\n') },
    { kind: 'notice', text: text() },
    { kind: 'usage', text: text() },
    { kind: 'failure', text: text(), errorId: 'e_1' },
  ];
}
