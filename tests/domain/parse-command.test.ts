import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMAND_TABLE } from '../../src/domain/command-table.ts';
import { parseCommand } from '../../src/domain/parse-command.ts';

const today = '2026-11-25';

describe('typed commands', () => {
  it.each([
    ['brief china-uk', { name: 'brief', args: { topic: 'china-uk' } }],
    ['/brief china-uk last 14 days', { name: 'brief', args: { topic: 'china-uk', period: 'last 14 days' } }],
    ['BRIEF  "export controls"  since 2024-11-01', { name: 'brief', args: { topic: 'export controls', period: 'since 2024-11-01' } }],
    ['brief', { name: 'brief', args: {} }],
    ['brief yesterday', { name: 'brief', args: { period: 'yesterday' } }],
    ['said Wang Yi about trade', { name: 'said', args: { speaker: 'Wang Yi about trade' } }],
    ['topics', { name: 'topics', args: {} }],
    ['topics show china-uk', { name: 'topics', args: { action: 'show', topic: 'china-uk' } }],
    ['topics nonsense', { name: 'topics', args: { topic: 'nonsense' } }],
    ['sources add ./my articles', { name: 'sources', args: { action: 'add', path: './my articles' } }],
    ['what did Cleverly say?', { name: 'ask', args: { question: 'what did Cleverly say?' } }],
    ['ask what did Cleverly say?', { name: 'ask', args: { question: 'what did Cleverly say?' } }],
    ['Brief me: is China backing Russia?', { name: 'ask', args: { question: 'Brief me: is China backing Russia?' } }],
    ['', { name: 'help', args: {} }],
    ['help', { name: 'help', args: {} }],
    ['quote brief-2k7x 3', { name: 'quote', args: { id: 'brief-2k7x', mark: '3' } }],
    ['wrong answer-1 2 the figure is old', { name: 'wrong', args: { id: 'answer-1', mark: '2', why: 'the figure is old' } }],
    ['export brief-2k7x', { name: 'export', args: { id: 'brief-2k7x' } }],
    ['reports', { name: 'reports', args: {} }],
    ['reports uphold report-4', { name: 'reports', args: { action: 'uphold', id: 'report-4' } }],
    ['settings follow-ups threads', { name: 'settings', args: { setting: 'follow-ups', value: 'threads' } }],
    ['home', { name: 'home', args: {} }],
  ])('%j', (text, command) => {
    expect(parseCommand(text, today)).toEqual(command);
  });

  it.each([
    'export controls on gallium',
    'home secretary on Hong Kong',
    'show me what Wang Yi said',
    'reports on human rights in Xinjiang',
    'quote the committee on security',
    'wrong figures for exports',
    'help with the steel dispute',
    'topics show china-uk?',
    'add date 2024-11-14 a text',
    'delete 1700000000.000100',
  ])('takes %j for a question, although it begins with the name of a command', (question) => {
    expect(parseCommand(question, today)).toEqual({ name: 'ask', args: { question } });
  });

  it('makes a known command of any text, with arguments of that command only', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.constantFrom(...COMMAND_TABLE.flatMap(({ examples }) => examples))), (text) => {
        const command = parseCommand(text, today);
        const row = COMMAND_TABLE.find(({ name }) => name === command.name);
        const names: readonly string[] = row?.arguments.map(({ name }) => name) ?? [];
        expect(Object.keys(command.args).every((name) => names.includes(name))).toBe(true);
      }),
    );
  });

  it('understands every example of the table as the command it stands under', () => {
    for (const row of COMMAND_TABLE) for (const example of row.examples) expect(parseCommand(example, today).name).toBe(row.name);
  });
});
