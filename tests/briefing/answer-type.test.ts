import { describe, expect, it } from 'vitest';
import { hasAnswerType, unsaidOf } from '../../src/briefing/answer-type.ts';
import { parseQuestion } from '../../src/briefing/question.ts';
import { candidatesOf, makeArticle } from '../support/articles.ts';

const CASES: readonly (readonly [answers: boolean, question: string, text: string])[] = [
  [true, 'when did Mara Lindt visit Beijing?', 'Mara Lindt visited Beijing on 30 August 2023 for talks.'],
  [false, 'when did Mara Lindt visit Beijing?', 'Mara Lindt defended her visit to Beijing in parliament.'],
  [false, 'when did Mara Lindt visit Beijing?', 'Mara Lindt was born in Leeds on 30 August 1970.'],
  [true, 'when will the duty take effect?', 'The new duty on cars will take effect on 1 March 2025.'],
  [false, 'when will the duty take effect?', 'The old duty on cars took effect after 1 March 2021.'],
  [true, 'how many firms were added?', 'China added 140 firms to the list of the ministry.'],
  [false, 'how many firms were added?', 'China added many firms to the list of the ministry.'],
  [false, 'how many firms were added?', 'China added firms to the list on 7 occasions.'],
  [true, 'how much did exports fall?', 'Exports of gallium from China fell by 35.3%.'],
  [true, 'did Mara Lindt raise Xinjiang?', 'Mara Lindt raised Xinjiang with officials in Beijing.'],
  [false, 'did Mara Lindt raise Xinjiang?', 'Mara Lindt said it was essential to raise Xinjiang with officials.'],
  [false, 'did Mara Lindt raise Xinjiang?', 'Mara Lindt would raise Xinjiang with officials in Beijing.'],
  [true, 'is China backing Russia?', 'Mara Lindt denied that China supports Russia in the war.'],
  [false, 'is China backing Russia?', 'Ministers discussed China and Russia in the talks.'],
  [true, 'what did Mara Lindt say about Xinjiang?', 'Mara Lindt said that Xinjiang was a concern for Britain.'],
  [false, 'what did Mara Lindt say about Xinjiang?', 'Wang Yi told Mara Lindt that Xinjiang was at peace.'],
  [false, 'what did Beijing say about Xinjiang?', 'Mara Lindt spoke of Xinjiang in Beijing with officials.'],
  [true, 'who signed the declaration?', 'Ministers of nine states talked in Rome.'],
];

function judge(question: string, text: string): boolean {
  const [candidate] = candidatesOf(makeArticle('a', text));
  if (!candidate) throw new Error(`not quotable: ${text}`);
  const parsed = parseQuestion(question);
  return hasAnswerType(candidate, parsed, '2025-01-11', parsed.speaker === null ? [] : [parsed.speaker]);
}

describe('what a sentence must hold to answer', () => {
  it.each(CASES)('%s: %s / %s', (answers, question, text) => {
    expect(judge(question, text)).toBe(answers);
  });

  it('control: words in common do not tell an answer from what only sounds like one', () => {
    const words = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/\p{L}{4,}/gu));
    const shared = (question: string, text: string): boolean => words(question).intersection(words(text)).size >= 2;
    expect(CASES.filter(([answers, question, text]) => !answers && shared(question, text)).length).toBeGreaterThanOrEqual(5);
  });

  it.each([
    ['when did they meet?', 'No passage gives a date for this.'],
    ['how many firms were added?', 'No passage gives a figure for this.'],
    ['did they meet?', 'No sentence says this, one way or the other.'],
    ['what did Mara Lindt say about tea?', 'No passage records words of Mara Lindt on this.'],
    ['who signed it?', 'No passage says this.'],
  ])('is named when nothing holds it: %s', (question, expected) => {
    expect(unsaidOf(parseQuestion(question))).toBe(expected);
  });
});
