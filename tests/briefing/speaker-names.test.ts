import { describe, expect, it } from 'vitest';
import { namesSpeaker, otherNames } from '../../src/briefing/speaker-names.ts';

const aliases = [
  ['Wang Yi', '王毅'],
  ['FCDO', 'Foreign Office'],
];

describe('who a speaker is', () => {
  it.each([
    ['Foreign Secretary David Lammy', ['David Lammy'], true],
    ['Lammy', ['David Lammy'], true],
    ['David Lammy', ['Lammy'], true],
    ['the Foreign Office', ['FCDO'], true],
    ['王毅', ['Wang Yi'], true],
    ['Wang Wenbin', ['Wang Yi'], false],
    ['David Cameron', ['David Lammy'], false],
    ['Yi', ['Wang Yi'], true],
    ['', ['Wang Yi'], false],
  ])('%s, asked for %j: %s', (speaker, names, expected) => {
    expect(namesSpeaker(speaker, names, aliases)).toBe(expected);
  });

  it('knows every name of a group, and the name itself', () => {
    expect(otherNames('foreign office', aliases)).toEqual(['foreign office', 'FCDO', 'Foreign Office']);
    expect(otherNames('Nobody', aliases)).toEqual(['Nobody']);
  });
});
