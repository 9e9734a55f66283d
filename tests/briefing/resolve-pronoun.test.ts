import { describe, expect, it } from 'vitest';
import { resolvePronoun } from '../../src/briefing/resolve-pronoun.ts';

const SPEAKERS = ['China', 'James Cleverly', 'Rachel Reeves', 'Wang Yi', 'Treasury'];
const turn = (question: string, ...answer: readonly string[]) => ({ question, answer });

describe('a follow-up without a model', () => {
  it.each([
    ['and what did he say about security?', 'and what did Cleverly say about security?'],
    ['what was his view of trade?', "what was Cleverly's view of trade?"],
    ['did she raise it?', 'did Cleverly raise it?'],
    ['what did he tell Reeves?', 'what did Cleverly tell Reeves?'],
    ['and what did he say about China?', 'and what did Cleverly say about China?'],
  ])('%j takes the speaker of the turn before', (question, expected) => {
    expect(resolvePronoun(question, [turn('when was Cleverly in China?')], SPEAKERS)).toBe(expected);
  });

  it('takes the newest turn that names one, and the answer where the question names none', () => {
    const turns = [turn('what did Rachel Reeves say?'), turn('who denied it?', 'Wang Yi denied it in London.')];
    expect(resolvePronoun('why did he?', turns, SPEAKERS)).toBe('why did Wang Yi?');
    expect(resolvePronoun('why did he?', turns.slice(0, 1), SPEAKERS)).toBe('why did Rachel Reeves?');
  });

  it.each([
    ['what did he say?', 'did Cleverly meet Wang Yi?'],
    ['what did it say?', 'what did Cleverly say?'],
    ['what did they say?', 'what did Cleverly say?'],
    ['what did Reeves say of his visit?', 'what did Cleverly say?'],
    ['what did he say?', 'what happened in Beijing?'],
    ['what did the minister say?', 'what did Cleverly say?'],
  ])('%j after %j stays as it was typed', (question, before) => {
    expect(resolvePronoun(question, [turn(before)], SPEAKERS)).toBe(question);
  });

  it('stays as it was typed where nothing was said before', () => {
    expect(resolvePronoun('what did he say?', [], SPEAKERS)).toBe('what did he say?');
  });
});
