import { checkAgainst } from '../../../src/briefing/model/check-read-claim.ts';
import { checkWriting, PLACE_CHECKS, type PlaceCheck } from '../../../src/briefing/model/check-writing.ts';
import { toClaim } from '../../../src/briefing/model/read-claim.ts';
import { SENTENCE_CHECKS, type SentenceCheck } from '../../../src/briefing/model/sentence-checks.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { readOf } from '../model-bot.ts';
import { ARTICLES, TRUE_CLAIMS, trueClaim } from './hostile-corpus.ts';
import type { HostileSentence } from './hostile-sentence.ts';

export type CheckName = SentenceCheck['name'] | PlaceCheck['name'];

const READS = ARTICLES.map(readOf);
const SOURCES = new Map(ARTICLES.map((article) => [article.id, article]));
/** The true claims as a writer is offered them: the first has the number 1. */
const OFFERED: readonly Claim[] = TRUE_CLAIMS.flatMap((one) => READS.flatMap((read) => toClaim(read, one, []) ?? []));

function isWritten({ on, text, numbers = ['own'] }: HostileSentence, without: readonly CheckName[]): boolean {
  const claims = numbers.map((number) => (number === 'own' ? on + 1 : number));
  const checks = {
    place: PLACE_CHECKS.filter(({ name }) => !without.includes(name)),
    sentence: SENTENCE_CHECKS.filter(({ name }) => !without.includes(name)),
  };
  const writing = { sections: [{ name: 'bottom-line' as const, sentences: [{ text, claims }] }] };
  return checkWriting(writing, OFFERED, SOURCES, [], checks).kept > 0;
}

/** The claim on the quote that is given, as if that stood in the article; null where the article has it not and that is checked. */
function toldClaim({ on, text, quote }: HostileSentence, isLocated: boolean): Claim | null {
  const own = OFFERED[on];
  const read = READS.find(({ article }) => article.id === own?.citations[0]?.articleId);
  if (!own || !read) return null;
  const told = { ...trueClaim(on), claim: text, quote: quote ?? trueClaim(on).quote };
  if (isLocated) return toClaim(read, told, []);
  // Who speaks in an invented quote, nobody can say.
  const citations = quote === undefined ? own.citations : own.citations.map((citation) => ({ ...citation, quote }));
  return { ...own, text: text.replace(/\s+/gu, ' ').trim(), speaker: null, citations };
}

function isRead(sentence: HostileSentence, without: readonly CheckName[]): boolean {
  const claim = toldClaim(sentence, !without.includes('quote'));
  const checks = SENTENCE_CHECKS.filter(({ name }) => !without.includes(name));
  return claim !== null && checkAgainst(claim, SOURCES, [], checks) === null;
}

/**
 * Whether the checks let a sentence through, where a model writes it on claims or reads it out of an article. `without`
 * leaves some of them out. Where it is its number that is wrong, only writing asks for that; where its quote, reading does.
 */
export function getsThrough(sentence: HostileSentence, without: readonly CheckName[] = []): boolean {
  if (isWritten(sentence, without)) return true;
  const asksForQuote = sentence.numbers === undefined || sentence.quote !== undefined;
  return asksForQuote && isRead(sentence, without);
}
