import { isNameToken } from './noun-phrases.ts';
import { has, type SentenceToken } from './sentence-tokens.ts';
import { WORD, wordFlags } from './word-classes.ts';

/** A name as it is written, with its title apart: "Foreign Secretary James Cleverly" is "James Cleverly" and his office. */
export interface TitledName {
  readonly title: string | null;
  readonly name: string | null;
}

/** The names of one article, so that "Cleverly" is the James Cleverly who was introduced, and nobody else. */
export interface ArticleNames {
  /** The full form of a name, when the article has exactly one that it can be short for; else the name as it is. */
  readonly canonical: (name: string) => string;
  /** Who holds an office ("foreign secretary") according to the article; null for nobody or for several. */
  readonly holderOf: (office: string) => string | null;
  /** True when the article gives a person of this (full or canonical) name by title or with a shorter form. */
  readonly isPerson: (name: string) => boolean;
  /** True when the word stands with a capital inside some sentence of the article. */
  readonly isWrittenCapital: (word: string) => boolean;
}

const PARTICLES: ReadonlySet<string> = new Set('de da del della di du van von der den la le al bin ibn ben el ter ten'.split(' '));
/** Titles that people are called by and that stay no part of a name; peers keep theirs ("Lord Alton"). */
const KEPT_TITLES: ReadonlySet<string> = new Set(
  'lord lady baroness baron king queen prince princess pope duke duchess count earl emir sultan'.split(' '),
);
const MOST_NAMES = 2_000;

/** Index after the run of name tokens that begins at `index`. "Duke of York" and "Ursula von der Leyen" are one run. */
export function runEnd(tokens: readonly SentenceToken[], index: number): number {
  let to = index;
  while (to < tokens.length && isNameToken(tokens, to)) {
    to += 1;
    if (tokens[to - 1]?.possessive === true) break;
    if (tokens[to]?.text === '&' && isNameToken(tokens, to + 1)) to += 1;
    let over = to;
    while (over < tokens.length && over < to + 3 && PARTICLES.has(tokens[over]?.lower ?? '')) over += 1;
    if (over > to && isNameToken(tokens, over)) to = over;
  }
  return to;
}

function wordsOf(tokens: readonly SentenceToken[]): string {
  return tokens
    .map(({ text }) => text.replaceAll('’', "'"))
    .join(' ')
    .replace(/'s$/u, '');
}

/** Splits a run of name tokens into a title and the name after it; either may be missing. */
export function splitTitle(run: readonly SentenceToken[]): TitledName {
  let last = -1;
  for (const [index, token] of run.entries()) {
    const office = has(token, WORD.title) && !(KEPT_TITLES.has(token.lower) && index === last + 1 && index < run.length - 1);
    // "China General Nuclear" is a company, "Lieutenant General Smith" a man.
    const ranked = token.lower !== 'general' || index === 0 || last === index - 1 || has(run[index - 1], WORD.demonym);
    if (office && ranked && !token.possessive) last = index;
  }
  if (last === -1) return { title: null, name: run.length > 0 ? wordsOf(withoutDemonym(run)) : null };
  const [title, name] = [run.slice(0, last + 1), run.slice(last + 1)];
  // "Chancellor Angela Merkel": what stands before the title belongs to it.
  return { title: wordsOf(title), name: name.length > 0 ? wordsOf(name) : null };
}

function withoutDemonym(run: readonly SentenceToken[]): readonly SentenceToken[] {
  const stripped = run.length >= 3 && has(run[0], WORD.demonym) && !run.some((token) => has(token, WORD.body)) ? run.slice(1) : run;
  return stripped;
}

/** The key of an office: its last two words without nation and case, so that all its spellings meet. */
function officeKey(title: string): string {
  const words = title
    .toLowerCase()
    .replace(/'s\b/gu, '')
    .split(/[\s]+/u)
    .filter((word) => word !== 'then' && word !== 'former' && word !== 'the' && word !== 'u.s.' && word !== 'us' && word !== 'uk');
  return words
    .slice(-2)
    .filter(
      (word, index, all) =>
        index === all.length - 1 ||
        /^(?:prime|foreign|home|vice|deputy|shadow|defence|defense|finance|interior|trade|commerce|justice|culture|health|energy|security|technology|treasury|chief|first|business|education|environment|transport|culture|attorney|secretary|director|under)$/u.test(
          word,
        ),
    )
    .join(' ');
}

interface Inventory {
  readonly full: Map<string, ReadonlySet<string>>;
  readonly offices: Map<string, Set<string>>;
  readonly people: Set<string>;
  readonly capitals: Set<string>;
  /** Names of one word, as they stand. */
  readonly singles: Set<string>;
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.add(value);
  else map.set(key, new Set([value]));
}

/** "David Lammy, the Foreign Secretary," names the office after the person. */
function officeAfter(tokens: readonly SentenceToken[], to: number): string | null {
  if (tokens[to]?.text !== ',') return null;
  const from = ['the', 'then', 'now'].includes(tokens[to + 1]?.lower ?? '') ? to + 2 : to + 1;
  for (let end = from; end < Math.min(tokens.length, from + 4); end += 1) {
    const token = tokens[end];
    if (token?.kind !== 'word' || has(token, WORD.preposition)) return null;
    if (has(token, WORD.title) && !has(tokens[end + 1], WORD.title)) return wordsOf(tokens.slice(from, end + 1));
  }
  return null;
}

function collect(tokens: readonly SentenceToken[], inventory: Inventory, shorts: Map<string, Set<string>>): void {
  let index = 0;
  while (index < tokens.length) {
    const to = runEnd(tokens, index);
    if (to === index) {
      index += 1;
      continue;
    }
    if (index > 0) for (const { lower } of tokens.slice(index, to)) inventory.capitals.add(lower);
    const { title, name } = splitTitle(tokens.slice(index, to));
    if (name !== null && inventory.full.size < MOST_NAMES)
      addName(name, title ?? officeAfter(tokens, to), tokens.slice(index, to), inventory, shorts);
    index = to;
  }
}

function addName(
  name: string,
  title: string | null,
  run: readonly SentenceToken[],
  inventory: Inventory,
  shorts: Map<string, Set<string>>,
): void {
  const words = name.split(' ');
  if (words.length === 1 && inventory.singles.size < MOST_NAMES) inventory.singles.add(name);
  if (title !== null) {
    addTo(inventory.offices, officeKey(title), name);
    inventory.people.add(name);
  }
  if (words.length < 2 || words.length > 4) return;
  const body = run.some((token) => has(token, WORD.body | WORD.people)) && title === null;
  for (const word of body ? words : [words[0] ?? '', words.at(-1) ?? '']) addTo(shorts, word.toLowerCase(), name);
}

/** A name of two words that is also met by one of them alone is a person's: "Rachel Reeves", "Reeves". */
function addShortened(shorts: ReadonlyMap<string, ReadonlySet<string>>, { singles, people }: Inventory): void {
  for (const single of singles) {
    const flags = wordFlags(single.toLowerCase());
    const fulls = shorts.get(single.toLowerCase());
    if ((flags & (WORD.place | WORD.demonym | WORD.body | WORD.people | WORD.title)) === 0 && fulls?.size === 1)
      for (const full of fulls) people.add(full);
  }
}

/** Reads the names of an article from the tokens of all its sentences and of its title. */
export function namesInArticle(sentences: readonly (readonly SentenceToken[])[]): ArticleNames {
  const inventory: Inventory = {
    full: new Map(),
    offices: new Map(),
    people: new Set(),
    capitals: new Set(),
    singles: new Set(),
  };
  const shorts = new Map<string, Set<string>>();
  for (const tokens of sentences) collect(tokens, inventory, shorts);
  addShortened(shorts, inventory);
  const canonical = (name: string): string => {
    if (name.includes(' ')) return name;
    const fulls = shorts.get(name.toLowerCase());
    return fulls?.size === 1 ? ([...fulls][0] ?? name) : name;
  };
  return {
    canonical,
    holderOf: (office) => {
      const holders = new Set([...(inventory.offices.get(officeKey(office)) ?? [])].map(canonical));
      return holders.size === 1 ? ([...holders][0] ?? null) : null;
    },
    isPerson: (name) => inventory.people.has(name) || [...inventory.people].some((known) => canonical(known) === name),
    isWrittenCapital: (word) => inventory.capitals.has(word.toLowerCase()),
  };
}
