import { describe, expect, it } from 'vitest';
import { missingNames, namesIn } from '../../src/briefing/missing-names.ts';
import { parseQuestion } from '../../src/briefing/question.ts';
import { candidatesOf, makeArticle } from '../support/articles.ts';

const [candidate] = candidatesOf(
  makeArticle('a', 'Trade Secretary Mara Lindt met the Chinese envoy 王毅 in Rome. The Foreign Office and the N.H.S. paid £600m for it.', {
    title: 'Talks in Leeds',
  }),
);
const aliases = [
  ['FCDO', 'Foreign Office'],
  ['Wang Yi', '王毅'],
  ['Li Wei', '李伟'],
];

function missing(question: string): readonly string[] {
  if (!candidate) throw new Error('a claim was expected');
  return missingNames(parseQuestion(question), candidate, aliases);
}

describe('names that a question has and an article has not', () => {
  it.each([
    ['a surname', 'what did Lindt say?', []],
    ['a name of which the surname is held', 'what did Anna Lindt say?', []],
    ['a name under another', 'what did the FCDO pay?', []],
    ['a country by its people', 'did Lindt meet China?', []],
    ['a name in the headline', 'what was agreed in Leeds?', []],
    ['an office, whoever holds it', 'did the Chancellor meet Lindt?', []],
    ['a house', 'what did the House of Commons say?', []],
    ['another name', 'what did Rachel Reeves say?', ['Rachel Reeves']],
    ['a name in another script', 'what did Wang Yi say?', []],
    ['another name under which nobody is held', 'what did Li Wei say in Rome?', ['Li Wei']],
    ['another place', 'did Lindt go to Paris and Rome?', ['Paris']],
    ['no name at all', 'who paid?', []],
  ])('%s: %s', (_, question, expected) => {
    expect(missing(question)).toEqual(expected);
  });

  it('control: without the other names of things, what is held would be missed', () => {
    if (!candidate) throw new Error('a claim was expected');
    expect(missingNames(parseQuestion('what did Wang Yi say?'), candidate, [])).toEqual(['Wang Yi']);
  });

  it('are names alone, without offices', () => {
    expect(namesIn(parseQuestion('did Prime Minister Mara Lindt meet the President in Rome?'))).toEqual([
      'Prime Minister Mara Lindt',
      'Rome',
    ]);
  });
});
