import fc from 'fast-check';
import type { Answer } from '../../src/domain/answer.ts';
import { type Brief, NO_USAGE, SECTION_NAMES } from '../../src/domain/brief.ts';
import type { Citation } from '../../src/domain/citation.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { hostileText } from './hostile-text.ts';
import { makeRecord } from './records.ts';

const words = fc.oneof(
  hostileText,
  fc.constantFrom(
    'Mara Lindt said that China would ban gallium exports.',
    'x'.repeat(900),
    '<!channel> @everyone [a](https://evil.example)',
  ),
);

const url = fc.constantFrom(null, 'https://samples.example/a', 'https://samples.example/b?c=1');

const citation: fc.Arbitrary<Citation> = fc.record({
  articleId: fc.constantFrom('a', 'b', 'c'),
  title: words,
  outlet: fc.option(words),
  published: fc.constantFrom(null, '2025-01-14', '2023-11-14'),
  url,
  language: fc.constantFrom(null, 'en', 'zh'),
  quote: words,
  start: fc.nat(40),
  end: fc.nat(40).map((length) => 100 + length),
});

const claim: fc.Arbitrary<Claim> = fc.record({
  text: words,
  citations: fc.array(citation, { minLength: 1, maxLength: 3 }),
  speaker: fc.oneof(fc.constantFrom(null, 'article'), words),
  verb: fc.constantFrom(null, 'said', 'denied', 'did'),
  modality: fc.constant('fact'),
  negated: fc.boolean(),
  eventDate: fc.constant(null),
  directSpeech: fc.boolean(),
});

const engine = fc.constantFrom('extractive', 'model');
const dropped = fc.array(fc.record({ text: words, reason: fc.constantFrom('number', 'quote') }), { maxLength: 3 });

/** Any brief that the types allow, with hostile words in every place that words from outside can come to. */
export const randomBrief: fc.Arbitrary<Brief> = fc.record({
  kind: fc.constant('brief'),
  id: fc.constant('brief-2k7x9q4m'),
  writtenAt: fc.constant('2025-01-15T12:00:00.000Z'),
  topic: fc.record({ slug: fc.constantFrom(null, 'china-uk'), title: words }),
  period: fc.constant({ from: '2025-01-08', to: '2025-01-14', widened: false }),
  notice: fc.option(words),
  engine,
  engineReason: words,
  sections: fc.uniqueArray(
    fc.record({
      name: fc.constantFrom(...SECTION_NAMES),
      claims: fc.array(claim, { maxLength: 6 }),
      facts: fc.array(words, { maxLength: 3 }),
    }),
    { selector: ({ name }) => name, maxLength: 6 },
  ),
  coverage: fc.constant({ articles: 3, stories: 2, outlets: 1, newest: '2025-01-14', failedSources: [] }),
  dropped,
  usage: fc.constant(NO_USAGE),
  record: fc.constant(makeRecord()),
});

/** Any answer, found or not. */
export const randomAnswer: fc.Arbitrary<Answer> = fc
  .record({
    kind: fc.constant('answer'),
    id: fc.constant('answer-2k7x9q4m'),
    writtenAt: fc.constant('2025-01-15T12:00:00.000Z'),
    question: words,
    readAs: fc.option(words),
    claims: fc.array(claim, { maxLength: 3 }),
    unsaid: fc.array(words, { maxLength: 2 }),
    nearest: fc.array(citation, { maxLength: 3 }),
    searched: fc.record({
      terms: fc.array(words, { maxLength: 15 }),
      articles: fc.nat(99),
      from: fc.constantFrom(null, '2023-01-01'),
      to: fc.constantFrom(null, '2025-01-01'),
    }),
    notice: fc.option(words),
    engine,
    engineReason: words,
    dropped,
    usage: fc.constant(NO_USAGE),
    record: fc.constant(makeRecord()),
  })
  .map((answer) => ({ ...answer, found: answer.claims.length > 0 }));
