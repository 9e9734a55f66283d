import { splitSentences } from './sentences.ts';

const LONGEST = 90;
/** Words that open an adverbial which says nothing of what the article is about. */
const ADVERBIAL =
  /^(?:in|on|at|after|before|during|despite|amid|following|while|since|as|with|according|earlier|later|meanwhile|today|yesterday|recently|importantly|however|speaking|over|under|by|for|from)\b/iu;
/** What goes on about the adverbial itself: "In Rome, where ministers met, …". */
const GOES_ON = /^(?:where|when|which|who|whose|whom)\b/iu;

function withoutAdverbial(sentence: string): string {
  const comma = sentence.indexOf(', ');
  const opening = sentence.slice(0, Math.max(comma, 0));
  const rest = sentence.slice(comma + 2);
  if (comma < 0 || !ADVERBIAL.test(opening) || opening.split(' ').length > 8 || rest.split(' ').length < 4 || GOES_ON.test(rest))
    return sentence;
  return rest.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function cutAtWord(text: string): string {
  if (text.length <= LONGEST) return text;
  const cut = text.lastIndexOf(' ', LONGEST - 1);
  return `${text
    .slice(0, cut > LONGEST / 2 ? cut : LONGEST - 1)
    .toWellFormed()
    .replace(/[\s,;:–—-]+$/u, '')}…`;
}

/** A headline for an article that came without one: its first sentence without a leading adverbial, at most 90 characters, cut at a word. */
export function makeHeadline(text: string): string {
  const first = splitSentences(text.slice(0, 4_000))[0];
  const sentence = first ? text.slice(first.start, first.end).replace(/\s+/gu, ' ') : '';
  return sentence === '' ? 'Untitled' : cutAtWord(withoutAdverbial(sentence));
}
