import { describe, expect, it } from 'vitest';
import { findGaps } from '../../src/briefing/gaps.ts';
import { evidenceOf, makeArticle, makeTopic } from '../support/articles.ts';

const sides = [
  { name: 'UK', speakers: ['Mara Lindt'] },
  { name: 'China', speakers: ['Foreign Ministry', 'Wang Yi'] },
];
const topic = makeTopic({ sides, aliases: [['Wang Yi', '王毅']] });

const SAID = 'Mara Lindt said that the talks with China would go on.';
const DATED = 'Mara Lindt signed a pact with China on 11 January 2025 worth £600m.';
const other = makeArticle('b', 'Wang Yi said that China would sign no pact.', { outlet: 'B' });

const gapsOf = (...texts: readonly string[]): readonly string[] =>
  findGaps(evidenceOf(...texts.map((text, index) => makeArticle(`a${index}`, text))), topic, []);

const GAPS = [
  ['a side that never speaks', 'Nobody on the China side speaks in these articles.', [SAID, SAID], [SAID, other.text]],
  [
    'a side that speaks under another name',
    'Nobody on the China side speaks in these articles.',
    [SAID],
    ['Foreign Minister Wang Yi said that talks would go on.'],
  ],
  ['events without a day', 'No event is dated in these articles.', [SAID], [DATED]],
  ['events with no more than a year', 'No event is dated in these articles.', ['Mara Lindt signed a pact with China in 2015.'], [DATED]],
  ['articles without a figure', 'No figure is given.', [SAID], [DATED]],
  [
    'critics without a name',
    'Critics are mentioned and not named.',
    [SAID, 'Critics said that the pact with China was weak.'],
    [SAID, SAID],
  ],
  [
    'a paper that is mentioned',
    'Mentioned, but not held: the annual report (Foreign Affairs Committee).',
    ['The Foreign Affairs Committee published its annual report on Tuesday.'],
    [SAID],
  ],
  ['a single article', 'One source: nothing here could be cross-checked.', [SAID], [SAID, SAID]],
] as const;

describe('gaps', () => {
  it.each(GAPS)('tell of %s', (_, gap, without) => {
    expect(gapsOf(...without)).toContain(gap);
  });

  it.each(GAPS)('control: are silent where there is no %s', (_, gap, __, held) => {
    expect(gapsOf(...held)).not.toContain(gap);
  });

  it('tell of one standing question that no passage answers, and of what was searched', () => {
    const searched = { terms: [], articles: 2, from: '2025-01-10', to: '2025-01-11' };
    const refused = [
      { question: 'Was a date agreed?', searched },
      { question: 'Who pays?', searched },
    ];
    const gaps = findGaps(evidenceOf(makeArticle('a', SAID), other), topic, refused);
    expect(gaps).toContain('No passage answers “Was a date agreed?” (2 articles held, 10–11 Jan 2025).');
    expect(gaps.join(' ')).not.toContain('Who pays?');
  });

  it('are four at most, the single source always among them', () => {
    const gaps = findGaps(evidenceOf(makeArticle('a', 'Critics said that the pact was weak.')), topic, []);
    expect(gaps).toHaveLength(4);
    expect(gaps.at(-1)).toMatch(/^One source/u);
  });

  it('are none where nothing was found, and of no side without a topic', () => {
    expect(findGaps({ stories: [], heads: [] }, topic, [])).toEqual([]);
    expect(findGaps(evidenceOf(makeArticle('a', SAID)), null, []).join(' ')).not.toContain('side speaks');
  });
});
