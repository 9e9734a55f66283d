import { plainInline } from './plain-inline.ts';

/** Lines that belong together: joined by a blank, since a line that is merely full ends nothing. */
interface Block {
  readonly lines: string[];
  /** An item of a list, or code: it stays on a line of its own and no blank line parts it from the one before. */
  readonly isLine: boolean;
}

const FENCE = /^[ \t]*(?:```|~~~)/u;
const BULLET = /^[ \t]*[-*+][ \t]+/u;
const NUMBER = /^[ \t]*\d{1,2}[.)][ \t]+/u;
const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:/u;

function consistsOf(line: string, allowed: string): boolean {
  for (const character of line) if (!allowed.includes(character)) return false;
  return line.trim() !== '';
}

/** `---`, `* * *`, the line below a heading, and the line below the head of a table: marks without words. */
function isRule(line: string): boolean {
  return ['-', '*', '_', '='].some((mark) => consistsOf(line, `${mark} \t`)) || (consistsOf(line, '|:- \t') && line.includes('-'));
}

function withoutTrailing(line: string, mark: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === mark) end -= 1;
  return line.slice(0, end);
}

/** What a quotation's lines begin with says nothing of their words. */
function withoutQuoteMarks(line: string): string {
  return line.replace(/^(?:[ \t]{0,3}>[ \t]?){1,20}/u, '');
}

/** Comments are for the author: nobody who reads the page sees them. */
function withoutComments(markdown: string): string {
  const parts: string[] = [];
  let at = 0;
  for (;;) {
    const open = markdown.indexOf('<!--', at);
    const close = open < 0 ? -1 : markdown.indexOf('-->', open + 4);
    if (close < 0) return parts.join('') + markdown.slice(at);
    parts.push(markdown.slice(at, open));
    at = close + 3;
  }
}

function createBlocks() {
  const blocks: Block[] = [];
  let current: Block | null = null;
  return {
    isOpen: () => current !== null,
    isInList: () => current?.isLine === true,
    end(): void {
      current = null;
    },
    start(line: string, isLine: boolean): void {
      current = { lines: [line], isLine };
      blocks.push(current);
    },
    add(line: string): void {
      if (current) current.lines.push(line);
      else this.start(line, false);
    },
    all: (): readonly Block[] => blocks,
  };
}

type Blocks = ReturnType<typeof createBlocks>;

function takeLine(blocks: Blocks, line: string): void {
  const heading = /^ {0,3}#{1,6}(?=[ \t]|$)/u.exec(line);
  // A number within a paragraph may be the end of a sentence that was broken there; only a first item interrupts one.
  const isNumbered = NUMBER.test(line) && (!blocks.isOpen() || blocks.isInList() || /^[ \t]*1[.)]/u.test(line));
  if (line.trim() === '' || isRule(line)) blocks.end();
  else if (heading) {
    blocks.start(withoutTrailing(line.slice(heading[0].length).trim(), '#').trim(), false);
    blocks.end();
  } else if (BULLET.test(line)) blocks.start(line.replace(BULLET, ''), true);
  else if (isNumbered) blocks.start(line.replace(NUMBER, ''), true);
  else if (!DEFINITION.test(line)) blocks.add(line.trim());
}

/**
 * Markdown as plain text: paragraphs parted by a blank line and each on one line, items of lists and code line by line,
 * headings as paragraphs; links as their words, emphasis, images, comments and tags gone. Every step is linear in time.
 */
export function plainMarkdown(markdown: string): string {
  const blocks = createBlocks();
  let isCode = false;
  for (const line of withoutComments(markdown.replace(/\r\n?/gu, '\n')).split('\n')) {
    if (FENCE.test(line)) {
      isCode = !isCode;
      blocks.end();
    } else if (isCode) blocks.start(line.replaceAll('`', ''), true);
    else takeLine(blocks, withoutQuoteMarks(line));
  }
  return blocks
    .all()
    .map(
      ({ lines, isLine }, index) =>
        `${index === 0 ? '' : isLine && blocks.all()[index - 1]?.isLine === true ? '\n' : '\n\n'}${plainInline(lines.join(' ')).trim()}`,
    )
    .join('')
    .trim();
}
