import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileTopic, compileTopics, topicProblems } from '../../src/corpus/membership.ts';
import { makeTopic } from '../support/articles.ts';
import { hostileText } from '../support/hostile-text.ts';

const topic = makeTopic({
  groups: [
    ['China', 'Foreign Affairs Committee', '中国'],
    ['UK', 'US', 'trade deal'],
  ],
  exclude: ['china shop', 'IT'],
});

const CASES: readonly (readonly [belongs: boolean, text: string])[] = [
  [true, 'China met the UK.'],
  [false, 'China met France.'],
  [false, 'The UK met France.'],
  [true, 'The trade deals with China were signed.'],
  [false, 'China’s trade was no deal.'],
  [false, 'A deal of trade with China.'],
  [true, 'The Foreign Affairs Committee asked the US.'],
  [false, 'The committee on foreign affairs asked the US.'],
  [false, 'China told us.'],
  [true, 'china told the U.S.'],
  [true, '中国外交部 and the UK.'],
  [false, 'Chinatown in the UK.'],
  [false, 'A bull in a china shop in the UK; China laughed.'],
  [true, 'China and the UK: it failed.'],
  [false, 'China and the UK spoke of IT.'],
];

describe('who belongs to a topic', () => {
  it.each(CASES)('%s: %s', (belongs, text) => {
    expect(compileTopic(topic)('', text)).toBe(belongs);
  });

  it('counts the title too, and each group on its own', () => {
    expect(compileTopic(topic)('China', 'Talks with the UK.')).toBe(true);
    expect(compileTopic(topic)('China shop', 'Talks with the UK.')).toBe(false);
  });

  it('control: words anywhere and in any case would let wrong articles in', () => {
    const naive = (text: string): boolean =>
      topic.groups.every((group) => group.some((entry) => entry.split(' ').every((word) => new RegExp(word, 'iu').test(text))));
    const wrong = CASES.filter(([belongs, text]) => naive(text) !== belongs).map(([, text]) => text);
    expect(wrong).toEqual(
      expect.arrayContaining(['China’s trade was no deal.', 'China told us.', 'Chinatown in the UK.', 'China and the UK spoke of IT.']),
    );
  });

  it('takes nothing into a topic without words', () => {
    expect(compileTopic(makeTopic({ groups: [] }))('', 'China and the UK.')).toBe(false);
    expect(compileTopic(makeTopic({ groups: [[], ['UK']] }))('', 'China and the UK.')).toBe(false);
    expect(compileTopic(makeTopic({ groups: [['—'], ['UK']] }))('', 'China and the UK — again.')).toBe(false);
  });

  it('is the same for one topic as for many, whatever the text', () => {
    const topics = [topic, makeTopic({ slug: 'talks', groups: [['talks', '中国']] }), makeTopic({ slug: 'none', groups: [] })];
    const all = compileTopics(topics);
    const text = fc.oneof(hostileText, fc.constantFrom(...CASES.map(([, one]) => one)));
    fc.assert(
      fc.property(text, text, (title, body) => {
        const alone = topics.filter((one) => compileTopic(one)(title, body)).map(({ slug }) => slug);
        expect(all(title, body)).toEqual(alone);
        expect(all(title, body)).toEqual(alone);
      }),
    );
  });
});

describe('what keeps a topic from being used', () => {
  it.each([
    ['nothing', {}, 0],
    ['a name that is none', { slug: 'China UK' }, 1],
    ['a name that is too long', { slug: 'x'.repeat(61) }, 1],
    ['a name with a hyphen at its end', { slug: 'china-' }, 1],
    ['no words', { groups: [[]] }, 1],
    ['an empty group beside others', { groups: [['China'], []] }, 1],
    ['too many questions', { questions: ['?', '?', '?', '?', '?', '?', '?'] }, 1],
    ['all at once', { slug: '', groups: [] }, 2],
  ])('%s', (_, over, count) => {
    expect(topicProblems(makeTopic(over))).toHaveLength(count);
  });
});
