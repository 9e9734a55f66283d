import { describe, expect, it } from 'vitest';
import { isSameSpeaker } from '../../src/briefing/same-speaker.ts';

const ALIASES = [['Ministry of Foreign Affairs', 'MFA']];

describe('the speakers of two articles', () => {
  it.each([
    ['Mara Lindt', 'Mara Lindt'],
    ['The Treasury', 'Treasury'],
    ['Reeves', 'Chancellor Rachel Reeves'],
    ['MFA', 'Ministry of Foreign Affairs'],
  ])('are one: %s and %s', (left, right) => {
    expect(isSameSpeaker(left, right, ALIASES)).toBe(true);
    expect(isSameSpeaker(right, left, ALIASES)).toBe(true);
  });

  it.each([
    ['committee', 'Foreign Affairs Committee'],
    ['the spokesman', "Putin's spokesman"],
    ['Putin', "Putin's spokesman"],
    ['Rachel Reeves', 'Ellie Reeves'],
    ['Treasury', 'Ministry of Foreign Affairs'],
    [null, null],
    ['Mara Lindt', null],
  ])('are not known to be one: %s and %s', (left, right) => {
    expect(isSameSpeaker(left, right, ALIASES)).toBe(false);
    expect(isSameSpeaker(right, left, ALIASES)).toBe(false);
  });
});
