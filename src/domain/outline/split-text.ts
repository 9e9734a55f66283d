/** The last place at which `text` may be cut so that the piece has at most `most` units: behind a blank, never inside a pair. */
function cutAt(text: string, most: number): number {
  const blank = text.slice(0, most).search(/\s\S*$/u);
  if (blank >= most / 2) return blank + 1;
  const code = text.charCodeAt(most - 1);
  return code >= 0xd800 && code <= 0xdbff && most > 1 ? most - 1 : most;
}

/** Cuts text into pieces of at most `most` UTF-16 units (2 or more), at blanks where there are any. Joined, they are the text. */
export function splitText(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const end = cutAt(rest, most);
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}
