import type { ClaimReading } from './claim-reading.ts';
import type { Failure } from './failure.ts';

/** Links, mentions and markup of the platforms. A word with a dot is a link only with a well-known ending. */
const FORBIDDEN =
  /https?:\/\/|\bwww\.|\b[a-z0-9-]{1,63}\.(?:com|org|net|io|co\.uk|gov|info|ru|cn|xyz|app|dev|ly|me|gg)\b|\bmailto:|\bjavascript:|@(?:everyone|here|channel)\b|<[@#!/a-zA-Z:]|(?<![\p{L}\p{N}.])@\p{L}|\*\*|__|~~|\|\||`|\]\(|^\s{0,3}(?:#{1,6}\s|>|[*+]\s|-#\s)|\*\p{L}|(?<![\p{L}\p{N}])_\p{L}[^_\n]{0,200}_(?![\p{L}\p{N}])|!\[|&(?:lt|gt|amp|#\d{1,6});|\[\d{1,3}\]/giu;

/** The claim has no link, mention or markup but what its quotes have. */
export function checkMarkup({ claim, quoted, verbatim }: ClaimReading): readonly Failure[] {
  if (verbatim) return [];
  const found = [...claim.text.matchAll(FORBIDDEN)].map(([text]) => text).find((text) => !quoted.text.includes(text));
  return found === undefined ? [] : [{ reason: 'link-or-markup', detail: `“${found.trim()}” is no text of the quote` }];
}
