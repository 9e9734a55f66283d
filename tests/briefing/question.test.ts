import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuestion } from '../../src/briefing/question.ts';

describe('what a question wants', () => {
  it.each([
    ['when was Cleverly in Beijing?', { kind: 'when' }],
    ['And on what date did the duties take effect?', { kind: 'when' }],
    ['How many companies were added?', { kind: 'how-many', counted: ['compani', 'were'].slice(0, 1) }],
    ['how much are the deals worth?', { kind: 'how-many', counted: [] }],
    ['What is the duty on BYD?', { kind: 'how-many' }],
    ['did Cleverly raise Xinjiang in Beijing?', { kind: 'whether', act: 'rais' }],
    ['Has the UK banned Huawei?', { kind: 'whether', act: 'ban' }],
    ['is China backing Russia?', { kind: 'whether', act: 'back' }],
    ['please tell me what Wang Yi said about trade', { kind: 'open' }],
    ['what did the committee ask for?', { kind: 'what-said', speaker: 'the committee' }],
    ['What did Beijing say about it?', { kind: 'what-said', speaker: 'Beijing' }],
    ["what is China's position on duties?", { kind: 'what-said', speaker: 'China' }],
    ['How did Mel Stride react?', { kind: 'what-said', speaker: 'Mel Stride' }],
    ['who signed the declaration?', { kind: 'open' }],
    ['', { kind: 'open' }],
  ])('%s', (text, expected) => {
    expect(parseQuestion(text)).toMatchObject(expected);
  });

  it('reads any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(parseQuestion(text).kind).toBeTypeOf('string');
      }),
    );
    expect(parseQuestion(`did ${'a '.repeat(50_000)}`).text.length).toBeLessThanOrEqual(1_000);
  });
});
