import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrangeClaims } from '../../src/briefing/arrange.ts';
import type { CandidateClaim } from '../../src/briefing/candidate.ts';
import type { OnTopic } from '../../src/briefing/on-topic.ts';
import { SECTION_NAMES, type Section } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { candidatesOf, makeArticle } from '../support/articles.ts';

const TODAY = '2025-01-15';
const ALL: OnTopic = { leads: () => true, belongs: () => true };

const arrange = (candidates: readonly CandidateClaim[], onTopic = ALL): readonly Section[] => arrangeClaims(candidates, TODAY, onTopic);

/** Where each sentence went, as `section: text`. */
const placesOf = (sections: readonly Section[]): readonly string[] =>
  sections.flatMap(({ name, claims }) => claims.map(({ text }) => `${name}: ${text}`));

const ARTICLE = `Trade Secretary Mara Lindt said that Britain would not ban steel imports from China.

The Foreign Affairs Committee issued a report on Chinese investment in ports on Monday.

Lindt said that concerns over human rights in Xinjiang must be raised in every meeting.

Wang Yi denied that Beijing had spied on any member of the British parliament.

The new duty on electric cars will take effect on 1 March 2025.

Britain has kept Huawei out of its networks since 2020.

Importantly, dialogue demonstrates a commitment to constructive engagement and understanding.

Ministers agreed to meet again in the spring, officials in Rome said.`;

/** Sentences that nobody would quote, so that a brief may show more of the others. */
const REST = '\n\nSo it was. It was so. So it is.'.repeat(3);
const DENIAL = 'Wang Yi denied that Beijing had spied on any member of the British parliament.';

const OTHERS = [
  'troops would leave Estonia in autumn',
  'chips from Wuhan were banned',
  'tariffs on tea were wrong',
  'judges in Xinjiang were free',
  'coal plants must close in Wales',
  'a summit in Rome was near',
  'spies had been arrested in Kent',
  'bonds would be sold in Shanghai',
  'farmers in Poland needed aid',
  'germanium would stay scarce',
];
const SPEAKERS = [
  'Ann Holt',
  'Ben Cole',
  'Cara Webb',
  'Dan Frost',
  'Eve Nash',
  'Finn Lowe',
  'Gail Shaw',
  'Hugh Reed',
  'Iris Todd',
  'Jack Dean',
];

describe('where claims go', () => {
  const places = placesOf(arrange(candidatesOf(makeArticle('a', `${ARTICLE}${REST}`))));

  it.each([
    ['bottom-line', 'Trade Secretary Mara Lindt said'],
    ['developments', 'The Foreign Affairs Committee issued'],
    ['positions', 'Wang Yi denied'],
    ['dates-ahead', 'The new duty'],
  ])('%s: %s', (section, opening) => {
    expect(places.filter((place) => place.includes(opening))).toEqual([expect.stringMatching(new RegExp(`^${section}: `, 'u'))]);
  });

  it('leaves out what an article judges, unless there is nothing else', () => {
    const opinion = 'Importantly, Britain and China demonstrate a commitment to ports in Kent and Wales.';
    expect(places.join('\n')).not.toContain('Importantly');
    expect(placesOf(arrange(candidatesOf(makeArticle('a', opinion))))).toEqual([`background: ${opinion}`]);
  });

  it('shows a part of what was read', () => {
    expect(places.length).toBeLessThanOrEqual(Math.ceil(0.4 * 17));
    expect(placesOf(arrange(candidatesOf(makeArticle('a', ARTICLE)))).length).toBeLessThanOrEqual(Math.ceil(0.4 * 8));
    expect(placesOf(arrange(candidatesOf(makeArticle('a', 'Britain banned steel from China on Monday.'))))).toHaveLength(1);
  });

  it('keeps to the topic where enough is on it, and leads with nothing else', () => {
    const onRights: OnTopic = { leads: ({ claim }) => claim.text.includes('rights'), belongs: ({ claim }) => !claim.text.includes('duty') };
    const sections = arrange(candidatesOf(makeArticle('a', ARTICLE)), onRights);
    expect(sections.find(({ name }) => name === 'bottom-line')?.claims.map(({ text }) => text)).toEqual([
      expect.stringContaining('rights'),
    ]);
    expect(placesOf(sections).join('\n')).not.toContain('duty');
  });

  it('shows a denial before what is weightier', () => {
    const others = OTHERS.map((what, index) => `${SPEAKERS[index] ?? ''} said that ${what}.`);
    const candidates = candidatesOf(makeArticle('a', [...others, DENIAL].join('\n\n')));
    const light = candidates.map((candidate) =>
      candidate.claim.verb === 'denied' ? { ...candidate, weight: -0.9, standsAlone: false } : candidate,
    );
    expect(placesOf(arrange(light)).join('\n')).toContain(DENIAL);
    // Control: the same sentence as a mere position of that weight is not shown.
    const asSaid = light.map((one) =>
      one.claim.verb === 'denied' ? { ...one, claim: { ...one.claim, verb: 'said' } satisfies Claim } : one,
    );
    expect(placesOf(arrange(asSaid)).join('\n')).not.toContain(DENIAL);
  });

  it('shows a denial in a short article too', () => {
    expect(placesOf(arrange(candidatesOf(makeArticle('a', ARTICLE)))).join('\n')).toContain(DENIAL);
  });

  it('lets nobody speak three times in a row while another waits', () => {
    const said = OTHERS.map((what, index) => `${index % 2 === 0 ? 'Mara Lindt' : 'Wang Yi'} said that ${what}.${REST}`);
    const sections = arrange(said.flatMap((text, index) => candidatesOf(makeArticle(`a${index}`, text))));
    const speakers = sections.find(({ name }) => name === 'positions')?.claims.map(({ speaker }) => speaker) ?? [];
    expect(['Mara Lindt', 'Wang Yi'].map((name) => speakers.filter((speaker) => speaker === name).length)).toEqual([3, 3]);
    for (const [index, speaker] of speakers.slice(0, -3).entries())
      expect(speakers.slice(index, index + 3).every((other) => other === speaker)).toBe(false);
  });
});

const SENTENCES = ARTICLE.split('\n\n');
const pools = fc
  .array(fc.tuple(fc.subarray(SENTENCES, { minLength: 1 }), fc.constantFrom('2025-01-10', '2025-01-14', null)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((all) =>
    all.flatMap(([sentences, published], index) =>
      candidatesOf(makeArticle(`a${index}`, sentences.join('\n\n'), { published, outlet: `o${index}` })),
    ),
  );

/** Sections in their order, none empty, not too much, and no stretch of text twice. */
const wellArranged = (arranged: typeof arrangeClaims) =>
  fc.property(pools, (pool) => {
    const sections = arranged(pool, TODAY, ALL);
    const names = sections.map(({ name }) => name);
    expect(names).toEqual(SECTION_NAMES.filter((name) => names.includes(name)));
    const claims = sections.flatMap((section) => section.claims);
    expect(sections.every((section) => section.claims.length > 0)).toBe(true);
    expect(claims.length).toBeLessThanOrEqual(14);
    expect(claims.every((claim) => pool.some((candidate) => candidate.claim === claim))).toBe(true);
    const quotes = claims.flatMap(({ citations }) => citations.map(({ articleId, start }) => `${articleId}:${start}`));
    expect(new Set(quotes).size).toBe(quotes.length);
  });

describe('any brief', () => {
  it('has its sections in order, none empty, and no quote twice', () => {
    fc.assert(wellArranged(arrangeClaims));
  });

  it('control: sections that each choose for themselves show quotes twice', () => {
    const apart: typeof arrangeClaims = (pool) => {
      const section = (name: Section['name'], claims: readonly Claim[]): readonly Section[] =>
        claims.length > 0 ? [{ name, claims, facts: [] }] : [];
      const by = (test: (candidate: CandidateClaim) => boolean): readonly Claim[] =>
        pool
          .filter(test)
          .slice(0, 3)
          .map(({ claim }) => claim);
      return [
        ...section(
          'developments',
          by(({ act }) => act),
        ),
        ...section(
          'positions',
          by(({ claim }) => claim.verb !== null),
        ),
      ];
    };
    expect(() => fc.assert(wellArranged(apart))).toThrow('Counterexample');
  });
});
