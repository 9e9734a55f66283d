import { THE_ARTICLE } from '../../src/domain/annotation.ts';
import type { Answer } from '../../src/domain/answer.ts';
import { type Brief, type Engine, NO_USAGE, type Section, type SectionName } from '../../src/domain/brief.ts';
import type { Citation } from '../../src/domain/citation.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { makeRecord } from './records.ts';

// Replies as people would see them, on a harbour that does not exist.

const ARTICLES = [
  {
    title: 'Port of Northhaven halves ferry fares',
    outlet: 'Harbour Wire',
    published: '2026-11-21',
    url: 'https://harbourwire.example/fares',
  },
  {
    title: 'Council split over the new breakwater',
    outlet: 'The Northhaven Courier',
    published: '2026-11-19',
    url: 'https://courier.example/breakwater',
  },
  { title: 'What the dredging will cost', outlet: null, published: '2026-11-17', url: null },
] as const;

function citation(article: number, quote: string, start: number): Citation {
  const { title, outlet, published, url } = ARTICLES[article] ?? ARTICLES[0];
  return { articleId: `a${article}`, title, outlet, published, url, language: 'en', quote, start, end: start + quote.length };
}

/** A place for a quote in an article that is not written out: another one for every quote. */
function startOf(quote: string): number {
  return Array.from(quote).reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) % 1_000_003, 7);
}

type Verb = Claim['verb'];

function claim(article: number, speaker: string | null, verb: Verb, text: string, quotes: readonly string[] = [text]): Claim {
  const citations = quotes.map((quote) => citation(article, quote, startOf(quote)));
  return { speaker, verb, modality: 'fact', negated: false, eventDate: null, directSpeech: false, text, citations };
}

const MAYOR = 'Mayor Ines Okafor';
const CLAIMS: readonly (readonly [SectionName, Claim])[] = [
  [
    'bottom-line',
    claim(0, MAYOR, 'announced', 'Mayor Ines Okafor announced that ferry fares to the outer islands will be halved from 1 January.'),
  ],
  ['bottom-line', claim(1, 'City council', 'did', 'The city council approved the first stage of the new breakwater by 14 votes to 11.')],
  [
    'developments',
    claim(0, 'Northhaven Ferry Company', 'did', 'The Northhaven Ferry Company has withdrawn its oldest vessel after a failed inspection.'),
  ],
  [
    'developments',
    claim(
      2,
      'Harbour authority',
      'did',
      'The harbour authority signed a contract for dredging the eastern channel, worth 38 million crowns.',
    ),
  ],
  ['positions', claim(1, MAYOR, 'denied', 'Okafor rejected the notion that the breakwater would close the old fishing ground.')],
  [
    'positions',
    claim(
      1,
      'Councillor Tom Brandt',
      'called for',
      'Councillor Tom Brandt called for an independent estimate of the costs before the second stage is put to the vote.',
    ),
  ],
  ['positions', claim(1, null, 'said', 'Concerns were raised about the effect of the works on the seal colony at Grey Point.')],
  [
    'positions',
    claim(
      0,
      'Islanders’ association',
      'said',
      'The islanders’ association said that lower fares are of little use while the last boat leaves at six.',
    ),
  ],
  [
    'positions',
    claim(2, 'Harbour authority', 'conceded', 'The harbour authority conceded that the dredging may take a year longer than planned.'),
  ],
  ['dates-ahead', claim(1, 'City council', 'announced', 'The second stage will be put to the vote on 14 January 2027.')],
  [
    'background',
    claim(2, THE_ARTICLE, null, 'The eastern channel has been too shallow for the larger freighters since the storm of 2019.'),
  ],
  ['background', claim(0, THE_ARTICLE, null, 'Fares to the outer islands had been raised four times in six years.')],
];

const GAPS = [
  'Nobody speaks for the fishing fleet in these articles.',
  'Mentioned, not held: the inspection report.',
  'No passage answers: Who pays for the lower fares?',
];
const COVERAGE = ['3 articles from 2 outlets, 17 to 21 Nov 2026 · 12 of 64 sentences shown', '1 source could not be read: harbour-blog'];

function sectionsOf(claims: typeof CLAIMS): readonly Section[] {
  const groups = Map.groupBy(claims, ([name]) => name);
  const told = [...groups].map(([name, members]): Section => ({ name, claims: members.map(([, one]) => one), facts: [] }));
  return [...told, { name: 'gaps', claims: [], facts: GAPS }, { name: 'coverage', claims: [], facts: COVERAGE }];
}

function brief(engine: Engine, engineReason: string, sections: readonly Section[], notice: string | null): Brief {
  return {
    kind: 'brief',
    id: 'b_7Q2M',
    writtenAt: '2026-11-23T07:58:00Z',
    topic: { slug: 'harbour', title: 'Northhaven harbour' },
    period: { from: '2026-11-17', to: '2026-11-23', widened: false },
    notice,
    engine,
    engineReason,
    sections,
    coverage: { articles: 3, stories: 3, outlets: 2, newest: '2026-11-21', failedSources: ['harbour-blog'] },
    dropped: [],
    usage: NO_USAGE,
    record: makeRecord(),
  };
}

const SAMPLE = 'A sample: Northhaven, its people and its papers are made up.';

/** Twelve claims in the articles' own sentences, over three articles, one of them without a link. */
export const EXTRACTIVE_BRIEF: Brief = brief('extractive', 'no model', sectionsOf(CLAIMS), SAMPLE);

/** Four claims in a model's words, two of them on two quotes. */
export const MODEL_BRIEF: Brief = {
  ...brief(
    'model',
    'Written by test-model from 6 checked quotes',
    sectionsOf([
      [
        'bottom-line',
        claim(0, MAYOR, 'announced', 'Fares to the outer islands are to be halved from 1 January, Mayor Ines Okafor announced.', [
          'Mayor Ines Okafor announced that ferry fares to the outer islands will be halved from 1 January.',
          'Fares to the outer islands had been raised four times in six years.',
        ]),
      ],
      ['developments', claim(1, 'City council', 'did', 'The council approved the first stage of the breakwater by 14 votes to 11.')],
      ['positions', claim(1, MAYOR, 'denied', 'Okafor denied that the breakwater would close the old fishing ground.')],
      ['positions', claim(1, 'Councillor Tom Brandt', 'called for', 'Brandt called for an independent estimate of the costs.')],
    ]),
    null,
  ),
  dropped: [{ text: 'x', reason: 'a figure is not in the quote' }],
};

const ANSWER: Answer = {
  kind: 'answer',
  id: 'n_4XK9',
  question: 'what did Okafor say about the fishing ground?',
  readAs: null,
  found: true,
  claims: [
    claim(1, MAYOR, 'denied', 'Okafor denied that the breakwater would close the old fishing ground.', [
      'Okafor rejected the notion that the breakwater would close the old fishing ground.',
    ]),
  ],
  unsaid: [],
  nearest: [],
  searched: { terms: ['Okafor', 'fishing ground'], articles: 3, from: '2026-11-17', to: '2026-11-21' },
  notice: null,
  engine: 'model',
  engineReason: 'Written by test-model',
  writtenAt: '2026-11-23T07:58:00Z',
  dropped: [],
  usage: NO_USAGE,
  record: makeRecord(),
};

export const ANSWER_FOUND: Answer = ANSWER;

/** A follow-up to which no passage replies, with what comes nearest. */
export const ANSWER_NOT_FOUND: Answer = {
  ...ANSWER,
  id: 'n_5BC2',
  question: 'when did she say so?',
  readAs: 'when did Mayor Ines Okafor speak about the fishing ground?',
  found: false,
  claims: [],
  unsaid: ['No passage gives a date for this.'],
  nearest: [citation(1, 'Okafor rejected the notion that the breakwater would close the old fishing ground.', 100)],
};
