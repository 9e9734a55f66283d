import { describe, expect, it } from 'vitest';
import { leansOnObject } from '../../src/corpus/leans.ts';
import { tokenizeSentence } from '../../src/corpus/sentence-tokens.ts';

function leans(sentence: string): boolean {
  return leansOnObject(tokenizeSentence(sentence, { start: 0, end: sentence.length }, []));
}

describe('a sentence whose object is a pronoun', () => {
  it.each([
    'Norway and Iceland opposed them, together with Malta.',
    'The minister is expected to report on it in the spring.',
    'The president raised them with his host.',
    'Ankara denied it.',
    'The court recalled him in December.',
    'Parliament will have to vote on it.',
  ])('leans on the sentence before: %s', (sentence) => {
    expect(leans(sentence)).toBe(true);
  });

  it.each([
    'The commission made it clear that the vote would stand.',
    'The minister said it would go ahead.',
    'The bank told its clients to keep them.',
    'Shippers that break the rules will pay for them.',
    'The union wants the rules and the people behind them changed.',
    'There is no penalty for a company that breaks them.',
    'The council rejected the plan.',
    '“Leave it,” the judge said.',
    '',
  ])('stands alone: %s', (sentence) => {
    expect(leans(sentence)).toBe(false);
  });
});
