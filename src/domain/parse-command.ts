import type { Command } from './command.ts';
import { COMMAND_TABLE, type CommandArgument, type CommandName, type CommandRow } from './command-table.ts';
import type { LocalDate } from './local-date.ts';
import { parsePeriod } from './parse-period.ts';

const ROWS: ReadonlyMap<string, CommandRow & { readonly name: CommandName }> = new Map(COMMAND_TABLE.map((row) => [row.name, row]));

/** Takes words off the end of `text` while what they make is a period: "china-uk last 14 days" is a topic and a period. */
function splitPeriod(text: string, today: LocalDate): { readonly before: string; readonly period: string | null } {
  const words = text.split(/\s+/);
  for (let take = Math.min(words.length, 6); take >= 1; take -= 1) {
    const tail = words.slice(-take).join(' ');
    if (parsePeriod(tail, today)) return { before: words.slice(0, -take).join(' '), period: tail };
  }
  return { before: text, period: null };
}

function unquote(text: string): string {
  return text
    .trim()
    .replace(/^["“”'‘](.*)["“”'’]$/su, '$1')
    .trim();
}

function readArguments(row: CommandRow, text: string, today: LocalDate): Record<string, string> {
  const args: Record<string, string> = {};
  let rest = text.trim();
  if (row.arguments.some((argument) => argument.kind === 'period')) {
    const split = splitPeriod(rest, today);
    if (split.period !== null) args['period'] = split.period;
    rest = split.before;
  }
  for (const argument of row.arguments) {
    if (argument.kind === 'period' || rest === '') continue;
    const taken = takeArgument(argument, rest);
    if (taken.value !== '') args[argument.name] = taken.value;
    rest = taken.rest;
  }
  return args;
}

function takeArgument(argument: CommandArgument, text: string): { readonly value: string; readonly rest: string } {
  if (argument.kind !== 'choice') return { value: unquote(text), rest: '' };
  const [first = '', ...others] = text.split(/\s+/);
  const known = argument.choices?.includes(first.toLowerCase()) === true;
  return known ? { value: first.toLowerCase(), rest: others.join(' ') } : { value: '', rest: text };
}

/**
 * Reads what a person typed to the bot. A first word that is a command's name makes that command, with or without a
 * slash before it; anything else is a question. Empty text asks for help.
 */
export function parseCommand(text: string, today: LocalDate): Command {
  const typed = text.trim();
  if (typed === '') return { name: 'help', args: {} };
  const [, word = '', rest = ''] = /^\/?(\S+)\s*(.*)$/s.exec(typed) ?? [];
  const row = ROWS.get(word.toLowerCase());
  if (row && (rest === '' || !readsAsQuestion(word, rest))) return { name: row.name, args: readArguments(row, rest, today) };
  return { name: 'ask', args: { question: typed } };
}

/** "Brief me on trade?" and "Sources say what about Xi?" are questions although their first words are command names. */
function readsAsQuestion(word: string, rest: string): boolean {
  return rest.endsWith('?') && word.toLowerCase() !== 'ask' && word.toLowerCase() !== 'search';
}
