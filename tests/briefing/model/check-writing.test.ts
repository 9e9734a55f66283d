import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkReadClaim } from '../../../src/briefing/model/check-read-claim.ts';
import { type CheckedWriting, checkWriting, MOST_SENTENCES } from '../../../src/briefing/model/check-writing.ts';
import type { Writing } from '../../../src/briefing/model/model-schemas.ts';
import { toClaim } from '../../../src/briefing/model/read-claim.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { makeArticle } from '../../support/articles.ts';
import { hostileText } from '../../support/hostile-text.ts';
import { LINDT, MARSH, readOf, TOLD, told } from '../../support/model-bot.ts';

const SOURCES = new Map([LINDT, MARSH].map((article) => [article.id, article]));
const READS = [LINDT, MARSH].map(readOf);
/** Claims 1 to 6, as they are offered. */
const OFFERED: readonly Claim[] = TOLD.flatMap((one) => READS.flatMap((read) => toClaim(read, one, []) ?? []));
const [SAID, DUTY, DENIED, MUST] = TOLD.map(({ claim }) => claim) as [string, string, string, string];

type Section = Writing['sections'][number];

function section(name: Section['name'], ...sentences: readonly (readonly [text: string, ...claims: number[]])[]): Section {
  return { name, sentences: sentences.map(([text, ...claims]) => ({ text, claims })) };
}

function check(...sections: readonly Section[]): CheckedWriting {
  return checkWriting({ sections: [...sections] }, OFFERED, SOURCES, []);
}

function textsOf({ sections }: CheckedWriting): readonly string[] {
  return sections.flatMap(({ claims }) => claims.map(({ text }) => text));
}

describe('a writing that is true', () => {
  it('is kept with the quotes of its claims', () => {
    expect(OFFERED).toHaveLength(6);
    const { sections, dropped, kept } = check(section('developments', [DUTY, 2]), section('positions', [DENIED, 3], [SAID, 1]));
    expect({ dropped, kept }).toEqual({ dropped: [], kept: 3 });
    expect(sections.map(({ name, claims }) => [name, claims.map(({ citations }) => citations)])).toEqual([
      ['developments', [OFFERED[1]?.citations]],
      ['positions', [OFFERED[2]?.citations, OFFERED[0]?.citations]],
    ]);
  });

  it('may join claims, and has all their quotes', () => {
    const joined = 'China imposed a duty of 35.3% on British whisky and Britain sent 140 inspectors to China in 2024.';
    const { sections, dropped } = check(section('background', [joined, 2, 5]));
    expect(dropped).toEqual([]);
    expect(sections[0]?.claims[0]?.citations.map(({ articleId }) => articleId)).toEqual(['lindt', 'marsh']);
    expect(sections[0]?.claims[0]).toMatchObject({ speaker: null, verb: 'did' });
  });

  it('is shown in the order of a brief, whatever the order in which it came', () => {
    const { sections } = check(section('background', [SAID, 1]), section('bottom-line', [DUTY, 2]), section('background', [DENIED, 3]));
    expect(sections.map(({ name, claims }) => [name, claims.length])).toEqual([
      ['bottom-line', 1],
      ['background', 2],
    ]);
  });
});

const FALSE: readonly (readonly [fault: string, text: string, claims: readonly number[], reason: RegExp])[] = [
  ['a number that was not given', SAID, [7], /^quote: /u],
  ['the number 0', SAID, [0], /^quote: /u],
  ['a negative number', SAID, [-1], /^quote: /u],
  ['a true number and a wrong one', SAID, [1, 99], /^quote: /u],
  ['no number', SAID, [], /^quote: /u],
  ['the number of another claim', SAID, [5], /^(?:name|attribution|verb-class|grounded): /u],
  ['another figure', 'China imposed a duty of 53.3% on British whisky.', [2], /^number: /u],
  ['no speaker left', 'China would ban gallium exports to the UK.', [1], /^(?:attribution|modality|verb-class): /u],
  ['another speaker', 'Owen Marsh said that China would ban gallium exports to the UK.', [1], /^(?:attribution|name): /u],
  ['no denial left', 'Lindt said that Britain had delayed a reply to Beijing.', [3], /^(?:negation|verb-class|attribution): /u],
  ['"must" told as done', 'Owen Marsh said that the UK published its review of China.', [4], /^(?:modality|verb-class): /u],
  ['a date that nobody gave', 'China imposed a duty of 35.3% on British whisky in March 2023.', [2], /^date: /u],
  ['a link', `${SAID.slice(0, -1)} (https://evil.example).`, [1], /^link-or-markup: /u],
  ['a ping', `<!channel> ${SAID}`, [1], /^link-or-markup: /u],
  ['markup', `**${SAID}**`, [1], /^link-or-markup: /u],
  ['marks of its own', `${SAID} [1]`, [1], /^link-or-markup: /u],
  ['invented quotation marks', 'Mara Lindt said that China would “ban gallium” exports to the UK.', [1], /^direct-speech: /u],
  ['no words', ' … ', [1], /^empty: /u],
  ['no end', `${SAID} `.repeat(300), [1], /^length: /u],
  ['no end in fewer words', `${SAID} `.repeat(3), [1], /^repeated: /u],
];

describe('a sentence that is false', () => {
  it.each(FALSE)('is dropped alone for %s', (_, text, claims, reason) => {
    const { dropped, kept } = check(section('positions', [text, ...claims], claims.includes(4) ? [DUTY, 2] : [MUST, 4]));
    expect(dropped).toEqual([{ text: text.replace(/\s+/gu, ' ').trim(), reason: expect.stringMatching(reason) }]);
    expect(kept).toBe(1);
  });

  it('takes no claim away from a true one after it', () => {
    const { dropped, kept } = check(section('positions', [DUTY.replace('35', '53'), 2], [DUTY, 2]));
    expect([dropped.length, kept]).toEqual([1, 1]);
  });
});

describe('a sentence on a quote in another language', () => {
  const german = makeArticle('de', 'Mara Lindt bestritt, dass Peking 140 Firmen gesperrt habe.', { language: 'de', title: 'Gespräche' });
  const claim = toClaim(
    readOf(german),
    told({ claim: 'Mara Lindt denied that Beijing had banned 140 firms.', quote: german.text, speaker: 'Mara Lindt', verb: 'denied' }),
    [],
  );

  function judge(wording: string): CheckedWriting {
    const sections: Writing['sections'] = [section('positions', [wording, 1])];
    return checkWriting({ sections }, claim ? [claim] : [], new Map([['de', german]]), [['Beijing', 'Peking']]);
  }

  it.each(['Mara Lindt denied that Beijing had banned 140 firms.', 'Lindt denied that 140 firms had been banned by Beijing.'])(
    'is kept where it says what the claim says: %s',
    (wording) => {
      expect(judge(wording)).toMatchObject({ kept: 1, dropped: [] });
    },
  );

  it.each(['Beijing had banned 140 firms.', 'Lindt said that Beijing had banned 140 firms.'])(
    'is dropped where it says something else, which its quote alone would not show: %s',
    (wording) => {
      expect(judge(wording)).toMatchObject({ kept: 0, dropped: [{ text: wording }] });
      expect(claim && checkReadClaim({ ...claim, text: wording }, german, [['Beijing', 'Peking']])).toBeNull();
    },
  );
});

describe('what was said before', () => {
  it('is dropped where the claim was used, and stays where it stands first in the brief', () => {
    const other = 'British whisky was hit by a duty of 35.3% that China imposed.';
    const { sections, dropped } = check(section('background', [other, 2]), section('bottom-line', [DUTY, 2]));
    expect(dropped).toEqual([{ text: other, reason: 'repeated' }]);
    expect(sections.map(({ name }) => name)).toEqual(['bottom-line']);
  });

  it('is dropped where the words are the same and the claim is another', () => {
    expect(check(section('positions', [SAID, 1], [SAID, 3])).dropped).toEqual([{ text: SAID, reason: 'repeated' }]);
  });

  it('is dropped past the length of a brief', () => {
    const places = 'Rome Paris Oslo Lima Cairo Delhi Seoul Quito Accra Dakar Tunis Sofia Riga Bern'.split(' ');
    const articles = places.map((place, index) => makeArticle(`p${index}`, `Envoys ${'abcdefghijklmn'[index]}x met in ${place}.`));
    const offered = articles.flatMap((article) => toClaim(readOf(article), told({ claim: article.text, quote: article.text }), []) ?? []);
    const sentences = offered.map(({ text }, index) => ({ text, claims: [index + 1] }));
    const writing: Writing = { sections: [{ name: 'developments', sentences }] };
    const checked = checkWriting(writing, offered, new Map(articles.map((article) => [article.id, article])), []);
    expect(checked.kept).toBe(MOST_SENTENCES);
    expect(checked.dropped.map(({ reason }) => reason)).toEqual(['length: the brief is full', 'length: the brief is full']);
  });
});

const text = fc.oneof(
  hostileText,
  fc.constantFrom(...TOLD.map(({ claim }) => claim)),
  fc.constantFrom(...FALSE.map(([, wording]) => wording)),
  fc
    .tuple(
      fc.constantFrom(...TOLD.map(({ claim }) => claim)),
      fc.constantFrom('https://evil.example/x', 'http://a.b', 'www.evil.com', 'evil.io/y'),
    )
    .map(([claim, url]) => `${claim.slice(0, -1)} ${url}`),
);
const writing: fc.Arbitrary<Writing> = fc.record({
  sections: fc.array(
    fc.record({
      name: fc.constantFrom('bottom-line', 'developments', 'positions', 'disagreements', 'dates-ahead', 'background'),
      sentences: fc.array(fc.record({ text, claims: fc.array(fc.oneof(fc.integer({ min: 1, max: 6 }), fc.integer()), { maxLength: 3 }) }), {
        maxLength: 5,
      }),
    }),
    { maxLength: 4 },
  ),
});

const URL_IN_TEXT = /https?:|www\.|\bevil\.io/iu;

describe('any writing at all', () => {
  it('cites only what was offered, loses no sentence silently, and keeps no link', () => {
    const places = new Set(OFFERED.flatMap(({ citations }) => citations.map((citation) => JSON.stringify(citation))));
    fc.assert(
      fc.property(writing, (given) => {
        const checked = checkWriting(given, OFFERED, SOURCES, []);
        const claims = checked.sections.flatMap((one) => one.claims);
        for (const claim of claims) {
          expect(claim.citations.length).toBeGreaterThan(0);
          for (const citation of claim.citations) {
            expect(places).toContain(JSON.stringify(citation));
            expect(SOURCES.get(citation.articleId)?.text.slice(citation.start, citation.end)).toBe(citation.quote);
          }
        }
        expect(textsOf(checked).filter((one) => URL_IN_TEXT.test(one))).toEqual([]);
        expect(checked.kept + checked.dropped.length).toBe(given.sections.flatMap(({ sentences }) => sentences).length);
        const uses = claims.flatMap(({ citations }) => citations.map(({ start, articleId }) => `${articleId} ${start}`));
        expect(new Set(uses).size).toBe(uses.length);
      }),
      { numRuns: 300 },
    );
  });

  it('control: what is written holds links, and some of what is written is kept', () => {
    const samples = fc.sample(writing, 300);
    expect(samples.some((given) => URL_IN_TEXT.test(JSON.stringify(given)))).toBe(true);
    expect(samples.some((given) => checkWriting(given, OFFERED, SOURCES, []).kept > 0)).toBe(true);
  });
});
