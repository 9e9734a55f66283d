/** What stands where in one block of Markdown; looked up instead of searched for again and again. */
interface Marks {
  /** For each opening bracket or parenthesis the place of the one that closes it. */
  readonly closing: ReadonlyMap<number, number>;
}

const PAIRS: Readonly<Record<string, string>> = { ']': '[', ')': '(' };
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
};
const LONGEST_TAG = 1_000;
const LONGEST_CODE = 2_000;

function findMarks(text: string): Marks {
  const closing = new Map<number, number>();
  const open: Record<string, number[]> = { '[': [], '(': [] };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (character === '\\') at += 1;
    else if (character in open) open[character]?.push(at);
    else if (character in PAIRS) {
      const start = open[PAIRS[character] ?? '']?.pop();
      if (start !== undefined) closing.set(start, at);
    }
  }
  return { closing };
}

/** What a construct becomes, and where the text goes on behind it. */
interface Piece {
  readonly plain: string;
  readonly end: number;
}

/** An image, a footnote mark (both nothing), or a link (its text); null for plain brackets. */
function readBracket(text: string, at: number, { closing }: Marks, isImage: boolean, depth: number): Piece | null {
  const close = closing.get(at);
  if (close === undefined) return null;
  const inner = text.slice(at + 1, close);
  if (/^\^\S{1,40}$/u.test(inner)) return { plain: '', end: close + 1 };
  const next = text[close + 1];
  const end = next === '(' || next === '[' ? closing.get(close + 1) : undefined;
  if (end === undefined) return null;
  return { plain: isImage ? '' : plainInline(inner, depth + 1), end: end + 1 };
}

/** A tag or a comment is nothing, an address in angle brackets is itself. */
function readTag(text: string, at: number): Piece | null {
  const head = text.slice(at, at + LONGEST_TAG);
  const tag = /^<(?:\/?[a-z][a-z0-9-]*(?:[\s/][^<>]*)?|!--[^<>]*--)>/iu.exec(head);
  if (tag) return { plain: /^<br\b/iu.test(head) ? '\n' : '', end: at + tag[0].length };
  const address = /^<((?:https?:|mailto:)[^<>\s]*)>/iu.exec(head);
  return address ? { plain: address[1] ?? '', end: at + address[0].length } : null;
}

function readCode(text: string, at: number): Piece {
  const [marks = ''] = /^`+/u.exec(text.slice(at, at + 20)) ?? [];
  const close = text.slice(at + marks.length, at + LONGEST_CODE).indexOf(marks);
  if (close < 0) return { plain: marks, end: at + marks.length };
  const start = at + marks.length;
  return { plain: text.slice(start, start + close).trim(), end: start + close + marks.length };
}

function readEntity(text: string, at: number): Piece | null {
  const entity = /^&(?:#(\d{1,6})|([a-z]{2,6}));/u.exec(text.slice(at, at + 10));
  if (!entity) return null;
  const plain = entity[1] === undefined ? ENTITIES[entity[2] ?? ''] : String.fromCodePoint(Number(entity[1]));
  return plain === undefined ? null : { plain, end: at + entity[0].length };
}

/** Marks of emphasis wait here for the ones that close them; both are then taken out. */
function createEmphasis(parts: string[]) {
  const waiting: { readonly mark: string; readonly place: number }[] = [];
  return (text: string, at: number): number => {
    const [mark = ''] = /^(?:\*{1,3}|_{1,3}|~~)/u.exec(text.slice(at, at + 3)) ?? [text[at] ?? ''];
    const before = text[at - 1] ?? ' ';
    const after = text[at + mark.length] ?? ' ';
    const opens = /\S/u.test(after) && !/[\p{L}\p{N}]/u.test(before);
    const closes = /\S/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
    const partner = closes && waiting.at(-1)?.mark === mark ? waiting.pop() : undefined;
    if (partner) parts[partner.place] = '';
    else if (opens && mark !== '~') waiting.push({ mark, place: parts.length });
    parts.push(partner ? '' : mark);
    return at + mark.length;
  };
}

function readPiece(text: string, at: number, marks: Marks, depth: number): Piece | null {
  switch (text[at]) {
    case '\\':
      return /[!-/:-@[-`{-~]/u.test(text[at + 1] ?? '') ? { plain: text[at + 1] ?? '', end: at + 2 } : null;
    case '`':
      return readCode(text, at);
    case '!':
      return text[at + 1] === '[' ? readBracket(text, at + 1, marks, true, depth) : null;
    case '[':
      return readBracket(text, at, marks, false, depth);
    case '<':
      return readTag(text, at);
    case '&':
      return readEntity(text, at);
    default:
      return null;
  }
}

const DEEPEST = 8;
const SPECIAL = /[\\`![<&*_~]/gu;

/** One block of Markdown as plain text: links as their words, images, tags and footnote marks gone, emphasis and code without marks. */
export function plainInline(text: string, depth = 0): string {
  if (depth > DEEPEST) return text;
  const marks = findMarks(text);
  const parts: string[] = [];
  const emphasise = createEmphasis(parts);
  let at = 0;
  for (;;) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(text)?.index ?? text.length;
    parts.push(text.slice(at, next));
    if (next >= text.length) return parts.join('');
    const piece = readPiece(text, next, marks, depth);
    if (piece) parts.push(piece.plain);
    else if (!'*_~'.includes(text[next] ?? '')) parts.push(text[next] ?? '');
    at = piece ? piece.end : '*_~'.includes(text[next] ?? '') ? emphasise(text, next) : next + 1;
  }
}
