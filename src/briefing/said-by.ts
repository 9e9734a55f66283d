import { mentionsUnderAnyName } from '../corpus/demonyms.ts';
import { remember } from '../corpus/remember.ts';
import { termsOf } from '../corpus/terms.ts';
import { tokenize } from '../corpus/tokens.ts';
import { verbClassOf } from '../corpus/verb-classes.ts';
import { THE_ARTICLE } from '../domain/annotation.ts';
import type { CandidateClaim } from './candidate.ts';
import { namesSpeaker } from './speaker-names.ts';

/** Share of an office's words that a sentence must hold to tell of whoever holds it. */
const OFFICE_SHARE = 0.6;

const lowerWords = (text: string): readonly string[] => tokenize(text).map((token) => token.text.toLowerCase());

const PREPOSITION = String.raw`(?<!\b(?:in|at|from|to|of|on|near|outside|inside|with|by|for|over|between|and|than) (?:the )?)`;
const BETWEEN = '(?: (?:has|have|had|also|again|repeatedly|later|then|since|once|himself|herself|itself|themselves))*';

/** Speakers whose patterns are kept: a reply asks for few, of hundreds of sentences. */
const SPEAKERS_KEPT = 500;

/** A name, and the word after it that may be its verb. It is looked for before what stands before it: few places have it. */
const sayingOf = remember((name) => {
  const literal = RegExp.escape(name);
  return new RegExp(String.raw`(?=${literal})${PREPOSITION}(?<![\p{L}\p{N}])${literal}${BETWEEN} (\p{L}+)`, 'giu');
}, SPEAKERS_KEPT);

/**
 * True when a name stands right before a finite verb of saying: what "Lammy called for" tells, Lammy said, whoever
 * reports it. "Talks in Beijing, asserting" has no such subject.
 */
function saysInText(text: string, names: readonly string[]): boolean {
  const line = text.replace(/\s+/gu, ' ');
  return names.some((name) => {
    const saying = sayingOf(name);
    // Most sentences do not name him; a search asks the pattern itself and not a copy, as a list of matches does.
    if (line.search(saying) === -1) return false;
    return [...line.matchAll(saying)].some(([, verb = '']) => {
      const verbClass = verb.endsWith('ing') ? null : verbClassOf(verb.toLowerCase());
      return verbClass !== null && verbClass !== 'did';
    });
  });
}

/** "Vice-President Han Zheng" asks for the speaker Han Zheng; "the embassy in London" does not ask for London. */
function endsInName(asked: string, speaker: string): boolean {
  const name = lowerWords(speaker);
  return name.length > 1 && lowerWords(asked).slice(-name.length).join(' ') === name.join(' ');
}

/** True when the sentence holds most words of an office that was asked for: "the Dutch government", "the vice-premier". */
function holdsOffice(text: string, asked: string): boolean {
  const plain = tokenize(asked).filter((token) => /^\p{Ll}/u.test(token.text) && !/^(?:the|a|an|of|s)$/u.test(token.text));
  if (plain.length === 0) return false;
  const held = new Set(termsOf(text));
  const wanted = termsOf(asked);
  return wanted.filter((term) => held.has(term)).length >= OFFICE_SHARE * wanted.length;
}

/**
 * True when a sentence records words of the one asked for, who goes by any of `speakers`: as its speaker, or as the
 * subject of a verb of saying in it. A single name must be the speaker's: "in Beijing" is not Beijing. Articles in
 * other languages are not read for their speakers: there, being named is enough, and the sentence is shown as it is.
 */
export function isSaidBy({ claim, said, story }: CandidateClaim, speakers: readonly string[], asked: string): boolean {
  const { speaker } = claim;
  const plain = asked.replace(/^the\s+/iu, '');
  if (
    saysInText(
      said,
      [...speakers, plain].filter((name) => name.trim() !== ''),
    )
  )
    return true;
  if ((story.face.article.language ?? 'en') !== 'en') return speakers.some((name) => mentionsUnderAnyName(name, said, []));
  if (speaker === null || speaker === THE_ARTICLE) return false;
  return namesSpeaker(speaker, speakers, []) || endsInName(asked, speaker) || holdsOffice(claim.text, asked);
}
