import type { ClaimReading } from './claim-reading.ts';
import type { Failure } from './failure.ts';

/** Endings with which a word with a dot is a link by itself; with any other it needs a path or a port. */
const ENDINGS =
  'com|org|net|io|co\\.uk|uk|eu|de|fr|us|tv|ai|gov|info|edu|biz|ru|cn|xyz|app|dev|ly|me|gg|top|shop|site|online|link|click|zip|example';

/** What a platform, or a reader's hand, makes a link of. */
const LINKS: readonly string[] = [
  String.raw`\b[a-z][a-z0-9+.-]{1,20}:\/\/`,
  String.raw`(?<![\p{L}\p{N}:])\/\/[\p{L}\p{N}]`,
  String.raw`\b(?:https?|ftp|file|data|javascript|vbscript|mailto|tel|sms|blob):(?=\S)`,
  String.raw`\bwww\.`,
  String.raw`\b[a-z0-9-]{1,63}\.(?:${ENDINGS})\b`,
  String.raw`\b[\p{L}\p{N}-]{1,63}\.\p{L}{2,24}(?:\/[\p{L}\p{N}]|:\d)`,
  String.raw`\b\d{1,3}(?:\.\d{1,3}){3}\b`,
  String.raw`[\p{L}\p{N}][@＠][\p{L}\p{N}-]{1,63}\.`,
  String.raw`[\[(](?:\.|dot)[\])]`,
];

/** What calls people, channels and commands, on one platform or another. */
const MENTIONS: readonly string[] = [
  String.raw`[@＠](?:everyone|here|channel)\b`,
  String.raw`<[@#!\/a-zA-Z:]`,
  String.raw`(?<![\p{L}\p{N}.])[@＠][\p{L}\p{N}]`,
  String.raw`(?<![\p{L}\p{N}&])#\p{L}`,
];

/** What is shown as something else than it is written, or not at all. */
const MARKUP: readonly string[] = [
  String.raw`\*\*|__|~~|\|\||` + '`',
  String.raw`\]\(|!\[`,
  String.raw`^\s{0,3}(?:#{1,6}\s|>|[-–*+•]\s|-#\s|\d{1,2}[.)]\s)`,
  String.raw`\s(?:#{1,6}|-{3,}|\|)\s`,
  String.raw`\*\p{L}`,
  String.raw`(?<![\p{L}\p{N}])_\p{L}[^_\n]{0,200}_(?![\p{L}\p{N}])`,
  String.raw`&(?:lt|gt|amp|#\d{1,6});`,
  String.raw`[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]|(?![\n\r\t])\p{Cc}`,
];

/** Marks and ids, which are the renderers' and nobody else's: "[2]", "[claim 4]", "(passage 2)", "lindt#0-91". */
const MARKS: readonly string[] = [
  String.raw`\[\^?\d{1,3}(?:\s?[,–-]\s?\d{1,3}){0,20}\]`,
  String.raw`\[(?!\d{4}\])[^\]\s]{0,40}\d[^\]\s]{0,40}\]`,
  String.raw`\[(?:see\s)?(?:claim|passage|quote|source|cite|ref|note|article)s?\b[^\]\n]{0,60}\]`,
  // "(see Article 5)" is a law's.
  String.raw`\((?:see\s)?(?:claim|passage|quote|ref)s?\s\d[^)\n]{0,40}\)`,
  String.raw`[【】†]|\{\{|\}\}|\p{L}#\d`,
];

const FORBIDDEN = new RegExp([...LINKS, ...MENTIONS, ...MARKUP, ...MARKS].join('|'), 'giu');

/** The claim has no link, mention, markup or mark but what its quotes have. */
export function checkMarkup({ claim, quoted, verbatim }: ClaimReading): readonly Failure[] {
  if (verbatim) return [];
  const found = [...claim.text.matchAll(FORBIDDEN)].map(([text]) => text).find((text) => !quoted.text.includes(text));
  return found === undefined ? [] : [{ reason: 'link-or-markup', detail: `“${found.trim()}” is no text of the quote` }];
}
