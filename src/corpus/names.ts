import type { Span } from './spans.ts';
import { STOPWORDS } from './stopwords.ts';

/** A proper name in a text. */
export interface NameMention extends Span {
  /** As it stands in the text, without a possessive ending; titles before it belong to it. */
  readonly name: string;
  /** True when it opens a sentence with one word, where a capital letter proves little. */
  readonly initial: boolean;
}

interface Word extends Span {
  readonly text: string;
  readonly initial: boolean;
}

const CAPITALISED =
  /(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.)+(?!\p{Ll})|\p{Lu}[\p{L}\p{M}\p{N}]*(?:['’&.‑-](?=[\p{L}\p{N}])[\p{L}\p{M}\p{N}]+)*)/gu;
const POSSESSIVE = /(?:['’]s|(?<=s)['’])$/u;
/** What may stand between the words of one name. */
const JOINT =
  /^(?:\s|\s(?:of|for|on|de|del|della|da|dos|la|le|du|von|van|der|den|zu|bin|bint|al|el|and(?=\sHuman\sRights))(?:\s(?:the|der|den|la|de))?\s|\s&\s)$/u;
const TIMES: ReadonlySet<string> = new Set(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'.split(
    ' ',
  ),
);
const MONTHS_THAT_ARE_WORDS: ReadonlySet<string> = new Set(['May', 'March']);
/** Words that open sentences and are no names, beside the stopwords and what their endings give away. */
const OPENERS: ReadonlySet<string> = new Set(
  `according additionally afterwards ahead alongside although amid among another anyone apart asked aside away back because besides better big beyond
  both brief campaign child civil citing close companies consequently consumer critics data deal despite due earlier early economic either elsewhere
  enough even eventually everyone evidence exports faced far fears female fewer figures finally firms first following food foreign formal former
  fresh full further furthermore given global governments graduates half hence high higher home hours hopes however hundreds imports inflation
  instead interest it its last late later latest less like local long lower many markets meanwhile members men ministers months moreover most much
  neither nearly never nevertheless new news next nobody none nonetheless nothing notably now nowadays often oil old once one opposition others
  otherwise over overall part people perhaps plans police polls prices protesters public quite rather rates recent recently regarding relations rich
  several shares should similarly since small sources still subsequently such talks ten thousands three though thus today together tomorrow tonight
  trade two until unlike up us usually various voters women work workers world yes yesterday yet young zero four five six seven eight nine eleven
  twelve twenty thirty forty fifty sixty seventy eighty ninety dozens half hundred thousand million billion deputies lawmakers mps officials sanctions tariffs turnout
  patients farmers unions lawyers lenders makers leaders army aid air energy growth health housing industry investors jobs judges labour migrants
  parents peace power profits pupils railways reform relief rent research residents sales schools scientists security spending staff steel stocks
  students supporters taxes teachers technology tests tourists unemployment victims wages war water weapons whose no not nor never without within
  under when where while who why how what which`.split(/\s+/),
);
const COMMON_ENDING =
  /(?:[^aeiou]ly|tions?|ments?|ings?|[^e]ness|ities|isms?|ists|ers|ors|yers|ants|ents|ans|cies|ties|ed|ive|ous|ful|less|able|ible)$/u;
const NAMES_BY_ENDING =
  /^(?:Beijing|Reading|Netherlands|Reuters|Flanders|Boeing|Nanjing|Xi|Sterling|Downing|Keir|Siemens|Athens|Orleans|Germans|Americans|Russians|Koreans|Indians|Europeans|Africans|Asians|Italians|Ukrainians|Canadians|Mexicans|Australians|Belgians|Hungarians|Romanians|Norwegians|Iranians|Afghans|Palestinians|Syrians|Egyptians|Brazilians|Austrians|Indonesians|Malaysians|Republicans|Tibetans)$/u;

const SENTENCE_START = /(?:^|[.!?:;]["”’')\]]*\s|\n|[•–—-]\s)\s*["“‘'(]*$|["“‘]$/u;
const AFTER_SHORTENED = /(?:^|[\s(])(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov)\.\s$/u;

function capitalisedWords(text: string): readonly Word[] {
  return [...text.matchAll(CAPITALISED)].map((match) => {
    const bare = match[0].replace(POSSESSIVE, '');
    const from = Math.max(0, match.index - 8);
    // A cut in the middle must not look like the beginning of the text.
    const before = from === 0 ? text.slice(0, match.index) : `x${text.slice(from, match.index)}`;
    const shortened = AFTER_SHORTENED.test(before) || (/\p{Lu}\.\s$/u.test(before) && !STOPWORDS.has(bare.toLowerCase()));
    return {
      start: match.index,
      end: match.index + bare.length,
      text: bare,
      initial: !shortened && SENTENCE_START.test(before),
    };
  });
}

function isCommon(word: string, inLower: ReadonlySet<string>): boolean {
  const lower = word.toLowerCase().replaceAll('’', "'");
  if (/\p{Lu}.*\p{Lu}|\p{N}|\./u.test(word)) return false;
  if (STOPWORDS.has(lower) || OPENERS.has(lower)) return true;
  if (inLower.has(lower)) return true;
  return COMMON_ENDING.test(word) && !NAMES_BY_ENDING.test(word);
}

function isAcronym(word: string): boolean {
  return /^\p{Lu}{2,}$/u.test(word) || /^(?:\p{Lu}\.)+$/u.test(word);
}

/** True for a word that is no part of a name although it has a capital letter. */
function isNoName(word: Word, previous: Word | undefined, next: Word | undefined, text: string): boolean {
  if (TIMES.has(word.text) || word.text === 'I' || /^I['’]/u.test(word.text)) return true;
  const lower = word.text.toLowerCase();
  if (MONTHS_THAT_ARE_WORDS.has(word.text)) {
    return (
      previous === undefined ||
      text.slice(previous.end, word.start) !== ' ' ||
      (previous.initial && STOPWORDS.has(previous.text.toLowerCase()))
    );
  }
  // "He" before a name is a surname: He Lifeng, He Yongqian.
  if (word.text === 'He' && next && text.slice(word.end, next.start) === ' ' && !TIMES.has(next.text)) return false;
  return word.initial && !isAcronym(word.text) && (STOPWORDS.has(lower) || OPENERS.has(lower));
}

function joins(text: string, left: Word, right: Word): boolean {
  return right.start - left.end <= 12 && JOINT.test(text.slice(left.end, right.start));
}

function toMention(text: string, words: readonly Word[]): NameMention {
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  return {
    start,
    end,
    name: text.slice(start, end),
    initial: words.length === 1 && words[0]?.initial === true,
  };
}

/**
 * The proper names of a text in order: words with capital letters, joined over "of", "for", "von" and the like, with
 * their titles; acronyms. A single word that opens a sentence is a name unless it is a common opener, looks like a common
 * word by its ending, or stands in the text in lower case too. Days and months are no names. Scripts without capital
 * letters have none that this can see.
 */
export function findNames(text: string): readonly NameMention[] {
  const inLower = new Set([...text.matchAll(/(?<![\p{L}\p{N}])\p{Ll}[\p{L}\p{M}]*/gu)].map(([word]) => word));
  const words = capitalisedWords(text);
  const groups: Word[][] = [];
  for (const [index, word] of words.entries()) {
    if (isNoName(word, words[index - 1], words[index + 1], text)) continue;
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && !word.initial && joins(text, last, word) && text.slice(last.end, last.end + 2) !== '’s') group.push(word);
    else groups.push([word]);
  }
  return groups
    .filter((group) => group.length > 1 || !group[0]?.initial || !isCommon(group[0].text, inLower))
    .map((group) => toMention(text, group));
}
