import type { Actor } from './actor.ts';
import { actorOf } from './actor.ts';
import { isKnownName } from './demonyms.ts';
import { leansOnObject } from './leans.ts';
import type { ArticleNames } from './names-in-article.ts';
import { isNameToken, readBack, readForward } from './noun-phrases.ts';
import { has, type SentenceToken } from './sentence-tokens.ts';
import type { Statement } from './statement.ts';
import { WORD, wordFlags } from './word-classes.ts';

type Tokens = readonly SentenceToken[];

/** What the sentence before gives to explain an opening. */
export interface SentenceBefore {
  readonly tokens: Tokens;
  readonly subjects: readonly Actor[];
}

/** How a sentence opens, and whom its opening stands for when the sentence before tells. */
export interface Opening {
  readonly opens: 'none' | 'resolved' | 'dangling';
  /** The name behind a pronoun or "the committee"; null when it is not known. */
  readonly stands: string | null;
}

const ALONE: Opening = { opens: 'none', stands: null };
const DANGLING: Opening = { opens: 'dangling', stands: null };
const CONNECTIVES =
  /^(?:however|but|and|yet|so|or|nor|moreover|furthermore|nevertheless|nonetheless|instead|therefore|thus|hence|consequently|accordingly|otherwise|similarly|likewise|conversely|besides|additionally|also|then|afterwards|in addition|as a result|by contrast|in contrast|for example|for instance|in response|in turn|on the other hand|at the same time|even so|after all|that said|still,|on the same day|the same day|in the same (?:week|month|year)|(?:hours|days|weeks|months|years) later|(?:a|one|two|three|four|five|six|ten|some|several) (?:hours?|days?|weeks?|months?|years?) (?:later|earlier)|there,)(?=[\s,]|$),?\s*/iu;
const OTHERS =
  /^(?:(?:this|these|that|those|such)\b(?! (?:week|month|year|morning|afternoon|evening|weekend|spring|summer|autumn|winter|time|days|said)\b)|(?:both|neither|either|another|others|the (?:others?|latter|former|same)|one of (?:them|the)|some of (?:them|these|those)|(?:most|many|all|none|each) of (?:them|these|those)|none of the|(?:(?:more|less|fewer) than |about |nearly |almost |over )?(?:half|a third|a quarter|two-thirds|two thirds|part|much) of (?:them|these|those|it|this|that)|among (?:them|those|these)|the (?:two|three|four|five|pair|trio)\b|none\b|each\b|the one\b))(?=[\s,]|$)/iu;
const EXPLETIVE =
  /^it(?:['’]s| is| was| has been| would be| will be| may be| became| seems| appears| remains| looks)(?: (?:not|also|now|still|too|very|rather|more|widely|only|increasingly|far|never|therefore|quite|perhaps|already|yet|always))*\s(?:that|to be seen|evident|clear|unclear|hard|harder|likely|unlikely|possible|impossible|essential|important|crucial|vital|necessary|expected|understood|believed|thought|hoped|known|said|reported|difficult|easy|easier|time|high time|no|worth|true|fair|safe|unusual|rare|common|obvious|apparent|notable|striking|telling|tempting|estimated|alleged|feared|claimed|agreed|early|better|best|right|wrong|natural|undeniable|uncertain|doubtful|as if|as though)\b|^it (?:emerged|turned out|follows|took|takes|seems|appears|transpired|is \p{L}+ (?:who|that)|was \p{L}+ \p{L}+ (?:who|that))\b/iu;
const COMPANIES: ReadonlySet<string> = new Set(
  'company firm group carmaker chipmaker bank maker manufacturer developer startup start-up airline retailer lender broadcaster newspaper supplier insurer utility publisher operator corporation charity university'.split(
    ' ',
  ),
);
/** Bodies and things of which everybody knows which is meant. */
const KNOWN: ReadonlySet<string> = new Set('police military army navy opposition public church'.split(' '));
const PRONOUNS = /^(?:he|she|it|they|his|her|their|its|him|them)$/;

function agrees(pronoun: string, actor: Actor): boolean {
  const { kind, plural } = actor;
  if (kind === 'pronoun' || kind === 'thing' || kind === 'document' || kind === 'unnamed' || actor.name === null) return false;
  if (/^(?:he|she|his|her|him)$/.test(pronoun))
    return (
      kind !== 'body' &&
      !(kind === 'named' && !actor.name.includes(' ')) &&
      !plural &&
      !(kind === 'definite' && /(?:committee|ministry|government|company|commission|court|party|council|department)$/iu.test(actor.name))
    );
  const role = kind === 'definite' && (wordFlags(actor.name.split(' ').at(-1)?.toLowerCase() ?? '') & WORD.role) !== 0;
  if (/^(?:it|its)$/.test(pronoun)) return kind !== 'person' && kind !== 'office' && !role && !plural;
  return kind !== 'person' || plural;
}

/** The single person or body that was subject of the sentence before and that the pronoun can stand for. */
function resolvePronoun(pronoun: string, before: SentenceBefore | null): string | null {
  const fitting = new Set(before?.subjects.filter((actor) => agrees(pronoun, actor)).map(({ name }) => name));
  // A pronoun as a subject beside the name may be anybody.
  if (fitting.size !== 1 || before?.subjects.some(({ kind }) => kind === 'pronoun') === true) return null;
  return [...fitting][0] ?? null;
}

function singular(word: string): string {
  return word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.replace(/s$/u, '');
}

/** "The committee", "The report", "The minister": explained when the sentence before has just one that is called so. */
function openDefinite(tokens: Tokens, names: ArticleNames, before: SentenceBefore | null): Opening {
  const phrase = readForward(tokens, 0);
  const head = phrase ? tokens[phrase.to - 1] : undefined;
  if (
    !phrase ||
    !head ||
    phrase.to > 3 ||
    tokens
      .slice(1, phrase.to)
      .some((token, index) => isNameToken(tokens, index + 1) && !has(token, WORD.body | WORD.role | WORD.people | WORD.document))
  )
    return ALONE;
  if (
    !has(head, WORD.body | WORD.role | WORD.people | WORD.document | WORD.matter) ||
    KNOWN.has(head.lower) ||
    head.possessive ||
    (head.capital && phrase.to > 2)
  )
    return ALONE;
  const actor = actorOf(tokens, phrase, names);
  if (actor.kind === 'person' || actor.kind === 'office' || (actor.kind === 'body' && head.capital)) return ALONE;
  // "The minister, John Smith, said" says at once who is meant.
  if (tokens[phrase.to]?.text === ',' && isNameToken(tokens, phrase.to + 1) && has(head, WORD.role)) return ALONE;
  return explain(head.lower, before, names);
}

/** "Intel" may be called "the company", "Hungary" and "the agency" may not. */
function mayBeCompany({ kind, name }: Actor): boolean {
  return (kind === 'named' || kind === 'body') && name !== null && !isKnownName(name);
}

function explain(head: string, before: SentenceBefore | null, names: ArticleNames): Opening {
  if (!before) return DANGLING;
  const wanted = singular(head);
  const mentions = before.tokens.flatMap(({ lower, kind }, index) => (kind === 'word' && singular(lower) === wanted ? [index] : []));
  const bodies = new Set(mentions.map((index) => nameAt(before.tokens, index, names)).filter((name) => name !== null));
  if (bodies.size > 1) return DANGLING;
  if (mentions.length > 0) return { opens: 'resolved', stands: [...bodies][0] ?? null };
  const stands = COMPANIES.has(head) && before.subjects.some(mayBeCompany) ? resolvePronoun('it', before) : null;
  return stands === null ? DANGLING : { opens: 'resolved', stands };
}

/** "…, the committee found": a speaker who is named elsewhere leans on the sentence before wherever he stands. */
export function explainSpeaker(
  { actor, verb, subjects }: Pick<Statement, 'actor' | 'verb' | 'subjects'>,
  before: SentenceBefore | null,
  names: ArticleNames,
): Opening {
  if (verb === null || actor?.kind !== 'definite' || actor.plural || actor.name === null) return ALONE;
  const head = actor.name.split(' ').at(-1)?.toLowerCase() ?? '';
  // "Intel will cut jobs, the company announced."
  const own = COMPANIES.has(head) ? subjects.filter(mayBeCompany) : [];
  if (own.length === 1) return { opens: 'none', stands: own[0]?.name ?? null };
  return KNOWN.has(head) ? ALONE : explain(head, before, names);
}

function nameAt(tokens: Tokens, index: number, names: ArticleNames): string | null {
  const phrase = readBack(tokens, index + 1);
  const actor = phrase ? actorOf(tokens, phrase, names) : null;
  return actor && (actor.kind === 'body' || actor.kind === 'person') ? actor.name : null;
}

function openPronoun(pronoun: string, before: SentenceBefore | null): Opening {
  const stands = resolvePronoun(pronoun, before);
  return stands === null ? DANGLING : { opens: 'resolved', stands };
}

/**
 * How a sentence opens. `subject` is the pronoun that is subject of its main clause when nobody was named before it in
 * the sentence: "On Monday she met" leans on the sentence before as much as "She met".
 */
export function openingOf(
  sentence: string,
  tokens: Tokens,
  subject: string | null,
  before: SentenceBefore | null,
  names: ArticleNames,
): Opening {
  const text = sentence.slice(0, 200);
  const connective = CONNECTIVES.exec(text)?.[0] ?? '';
  if (connective !== '' && !isOpenerName(tokens, text)) {
    const rest = tokens.slice(tokens.findIndex(({ start }) => start >= (tokens[0]?.start ?? 0) + connective.length));
    const inner = openingOf(text.slice(connective.length), rest, subject, before, names);
    if (inner.opens !== 'none' || before === null) return before === null ? DANGLING : inner;
    return { opens: 'resolved', stands: null };
  }
  const first = tokens[0];
  if (first && PRONOUNS.test(first.lower) && !isNameToken(tokens, 0))
    return EXPLETIVE.test(text) ? ALONE : openPronoun(first.lower, before);
  if (OTHERS.test(text) && !/^those who\b/iu.test(text)) return DANGLING;
  if (subject !== null && !(subject === 'it' && EXPLETIVE.test(text.slice(Math.max(0, text.search(/\bit\b/iu))))))
    return openPronoun(subject, before);
  const opening = first?.lower === 'the' ? openDefinite(tokens, names, before) : ALONE;
  return opening.opens === 'none' && leansOnObject(tokens) ? DANGLING : opening;
}

/** "So Yeon said": a name that looks like a connective. */
function isOpenerName(tokens: Tokens, text: string): boolean {
  return /^(?:so|yet|also) \p{Lu}\p{Ll}+ (?:said|told)\b/iu.test(text) && tokens[1]?.capital === true && tokens[0]?.lower === 'so';
}
