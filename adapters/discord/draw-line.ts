import { cutLabel, legible, onOneLine } from '../../src/domain/outline/legible.ts';
import type { Line } from '../../src/domain/outline/outline.ts';
import { ROOM } from './limits.ts';

/** How foreign text gets into a message. */
export type Escape = (text: string) => string;

/** Begins a line of a list. */
export const BULLET = '- ';

/** `[1] [2]`, as the marks of a claim or a source are written. */
function marked(marks: readonly number[]): string {
  return marks.map((mark) => `[${mark}]`).join(' ');
}

function webHost(url: string): string | null {
  if (!/^https?:\/\/[^\s<>|"\\]+$/iu.test(url) || legible(url) !== url) return null;
  const parsed = URL.parse(url);
  return parsed === null || parsed.username !== '' || parsed.password !== '' ? null : parsed.host;
}

/** A link to exactly this address, shown whole: angle brackets keep Discord from making a preview of it. */
function link(url: string, escape: Escape): string {
  const host = webHost(url);
  if (host === null) return '*no link: not a web address*';
  if (url.length > ROOM.url) return `*no link: the address at* ${escape(cutLabel(host, 60))} *is too long*`;
  return `<${url}>`;
}

/** Text of several lines, each with what it needs before it; empty lines say nothing in a list or a quotation. */
function eachLine(text: string, escape: Escape, before: string): string {
  const lines = legible(text).split(/\n+/u);
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `${before}${escape(line)}`)
    .join('\n');
}

function bold(text: string, escape: Escape): string {
  const line = onOneLine(text);
  return line === '' ? '' : `**${escape(line)}**`;
}

function bullet(label: string, text: string, marks: readonly number[], escape: Escape): string {
  const lead = onOneLine(label) === '' ? '' : `**${escape(onOneLine(label))}:**`;
  const said = [lead, escape(onOneLine(text))].filter((part) => part !== '').join(' ');
  // The space does not break, so that no mark stands alone on a line.
  const end = marks.length === 0 ? '' : `${said === '' ? '' : '\u00a0'}${marked(marks)}`;
  return said + end === '' ? '' : `${BULLET}${said}${end}`;
}

function sourceText({ marks, text, url }: Extract<Line, { readonly kind: 'source' }>, escape: Escape): string {
  const about = [marked(marks), escape(onOneLine(text))].filter((part) => part !== '').join(' ');
  return `-# ${about}${url === null ? '' : ` · ${link(url, escape)}`}`;
}

/** A line as Discord's markdown; empty for one that says nothing. What is to be copied is a file and is not drawn. */
export function drawLine(line: Line, escape: Escape): string {
  switch (line.kind) {
    case 'title':
      return onOneLine(line.text) === '' ? '' : `### ${escape(onOneLine(line.text))}`;
    case 'notice':
      return `⚠️ ${escape(onOneLine(line.text))}`;
    case 'heading':
    case 'verdict':
      return bold(line.text, escape);
    case 'claim':
      return bullet(line.label ?? '', line.text, line.marks, escape);
    case 'item':
      return bullet(line.lead, line.text, [], escape);
    case 'fact':
      return `▸ ${escape(onOneLine(line.text))}`;
    case 'quote':
      return eachLine(line.text, escape, '> ').replace(/^> /u, line.mark === null ? '> ' : `> [${line.mark}] `);
    case 'source':
      return sourceText(line, escape);
    case 'plain':
      return eachLine(line.text, escape, '');
    case 'small':
      return eachLine(line.text, escape, '-# ');
    case 'code':
      return '';
    default:
      return line satisfies never;
  }
}
