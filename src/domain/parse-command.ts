import type { Command } from './command.ts';
import { COMMAND_TABLE, type CommandArgument, type CommandName, type CommandRow } from './command-table.ts';
import type { LocalDate } from './local-date.ts';
import { parsePeriod } from './parse-period.ts';

/** A text that is added and a message that is taken away are pointed at, never typed. */
const POINTED_AT: ReadonlySet<string> = new Set(['add', 'delete']);
const TYPED: ReadonlyMap<string, CommandRow & { readonly name: CommandName }> = new Map(
  COMMAND_TABLE.filter(({ name }) => !POINTED_AT.has(name)).map((row) => [row.name, row]),
);

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
  if (argument.kind !== 'choice' && argument.kind !== 'id') return { value: unquote(text), rest: '' };
  const [, first = '', others = ''] = /^(\S+)\s*(.*)$/su.exec(text) ?? [];
  if (argument.kind === 'id') return { value: first, rest: others };
  const known = argument.choices?.includes(first.toLowerCase()) === true;
  return known ? { value: first.toLowerCase(), rest: others } : { value: '', rest: text };
}

/** What ids of replies and reports look like. */
const ID = /^(?:brief|answer|report)-\S/;

/**
 * True when what follows a command's name can be its arguments. "Export controls on gallium", "home secretary", "show me
 * what Xi said" and "sources say what about Xi?" begin with the names of commands and are questions.
 */
function isMeant(row: CommandRow, rest: string): boolean {
  if (rest === '') return true;
  const [first] = row.arguments;
  if (!first) return false;
  if (row.name === 'ask' || row.name === 'search') return true;
  if (rest.endsWith('?')) return false;
  if (first.kind === 'id') return ID.test(rest);
  const words = rest.split(/\s+/);
  return first.kind !== 'choice' || words.length === 1 || first.choices?.includes((words[0] ?? '').toLowerCase()) === true;
}

/**
 * Reads what a person typed to the bot. A first word that is a command's name makes that command, with or without a
 * slash before it; anything else is a question. Empty text asks for help.
 */
export function parseCommand(text: string, today: LocalDate): Command {
  const typed = text.trim();
  if (typed === '') return { name: 'help', args: {} };
  const [, word = '', rest = ''] = /^\/?(\S+)\s*(.*)$/s.exec(typed) ?? [];
  const row = TYPED.get(word.toLowerCase());
  if (row && isMeant(row, rest)) return { name: row.name, args: readArguments(row, rest, today) };
  return { name: 'ask', args: { question: typed } };
}
