import { type ArticleNames, runEnd, splitTitle } from './names-in-article.ts';
import { isNameToken, type NounPhrase } from './noun-phrases.ts';
import { has, type SentenceToken } from './sentence-tokens.ts';
import { WORD } from './word-classes.ts';

/** Who or what a noun phrase stands for. Only `person`, `body`, `office` and `named` (person or body) have a name to speak under. */
export interface Actor {
  readonly kind: 'person' | 'body' | 'named' | 'office' | 'definite' | 'unnamed' | 'pronoun' | 'document' | 'thing';
  /** What to call the actor; null for those without a name. */
  readonly name: string | null;
  readonly plural: boolean;
}

const UNNAMED: Actor = { kind: 'unnamed', name: null, plural: true };
const SPEAKING_ROLES = /^spokes(?:person|man|woman|people|persons|men|women)$/;
/** Offices of which a country has one: they name their holder without a name. */
const UNIQUE_OFFICES =
  /^(?:prime minister|chancellor|president|premier|vice.president|pope|king|queen|(?:foreign|home|defence|health|culture|business|trade|education|justice|treasury|commerce) (?:secretary|minister)|attorney general|secretary.general|speaker|taoiseach|chancellor of the exchequer|first minister|deputy prime minister|vice president)$/;
const OF_BODIES: ReadonlySet<string> = new Set(
  'ministry bank house houses department university council office board court institute chamber association federation union republic administration institution organisation organization committee commission state states member governor college academy league duke duchess earl king queen society church confederation standing bureau agency authority'.split(
    ' ',
  ),
);
const INDEFINITE: ReadonlySet<string> = new Set(
  'a an one another no some several many few most other others any two three four five six seven eight nine ten eleven twelve dozens hundreds thousands his her their its my our your'.split(
    ' ',
  ),
);

function plainText(tokens: readonly SentenceToken[]): string {
  return tokens
    .map(({ text, kind }) => (kind === 'quote' ? `"${text}"` : text))
    .join(' ')
    .replaceAll('’', "'")
    .replace(/ \/ /gu, '/');
}

/** Parts of "X and Y" at the top of the phrase. */
function partsOf(tokens: readonly SentenceToken[]): readonly (readonly SentenceToken[])[] {
  const parts: SentenceToken[][] = [[]];
  for (const [index, token] of tokens.entries()) {
    const joint = token.lower === ',' || (has(token, WORD.coordinator) && token.lower !== 'nor');
    if (joint && !joinsName(tokens, index)) parts.push([]);
    else parts.at(-1)?.push(token);
  }
  return parts.filter((part) => part.length > 0);
}

/** "Foreign and Commonwealth Office", "Ministry of Economy, Trade and Industry", "tech and trade officials": one name, not two. */
function joinsName(tokens: readonly SentenceToken[], index: number): boolean {
  const rest = tokens.slice(index + 1);
  const before = tokens.slice(0, index);
  const head = before.find((token) => OF_BODIES.has(token.lower) && token.capital);
  if (
    head &&
    before.some(({ lower }) => lower === 'of' || lower === 'for') &&
    rest.length <= 4 &&
    rest[0]?.capital === true &&
    !has(rest[0], WORD.title)
  )
    return true;
  const last = rest.at(-1);
  const single = before.length <= 2 && rest.length <= 3 && isShared(before.at(-1)) && last !== undefined;
  return (
    single &&
    has(last, WORD.body | WORD.people | WORD.role | WORD.document) &&
    !rest.some((token) => has(token, WORD.determiner)) &&
    !has(before[0], WORD.body | WORD.people)
  );
}

function isShared(token: SentenceToken | undefined): boolean {
  return (
    token !== undefined &&
    !has(token, WORD.place | WORD.people | WORD.body) &&
    (token.capital
      ? /^(?:foreign|home|science|trade|business|work|digital|health|culture|intelligence|environment|energy|revenue|food|securities|state|chinese|british|european|french|german|american|us|uk|eu|russian|labour|conservative)$/.test(
          token.lower,
        )
      : true)
  );
}

/** Tokens up to the first preposition: where the head of the phrase stands. */
function headEnd(tokens: readonly SentenceToken[]): number {
  const at = tokens.findIndex(
    (token, index) =>
      index > 0 &&
      !isNameToken(tokens, index) &&
      (has(token, WORD.preposition | WORD.relative) ||
        (token.verb !== undefined &&
          (token.verb.forms & 24) !== 0 &&
          !has(tokens[index + 1], WORD.role | WORD.body | WORD.people) &&
          index < tokens.length - 1 &&
          token.verb.forms !== 1 &&
          /(?:ing|ed)$/.test(token.lower) &&
          !token.capital)),
  );
  return at === -1 ? tokens.length : at;
}

/** Where the run of name tokens that ends the head begins; `end` when the head ends in a common noun. */
function trailingRun(tokens: readonly SentenceToken[], end: number): number {
  for (let from = 0; from < end; from += 1) {
    if (isNameToken(tokens, from)) {
      const to = runEnd(tokens, from);
      if (to >= end) return from;
      from = to - 1;
    }
  }
  return end;
}

function withoutArticle(tokens: readonly SentenceToken[]): readonly SentenceToken[] {
  return ['the', 'a', 'an', 'both', 'all'].includes(tokens[0]?.lower ?? '') ? withoutArticle(tokens.slice(1)) : tokens;
}

function nameIn(tokens: readonly SentenceToken[]): boolean {
  return tokens.some((token, index) => isNameToken(tokens, index) && token.lower !== 'western');
}

function isPlace(name: string): boolean {
  return /^(?:Hong Kong|New York|South Korea|North Korea|New Zealand|Saudi Arabia|United (?:States|Kingdom|Nations|Arab Emirates)|European Union|Sri Lanka|South Africa|Great Britain|Northern Ireland|San Francisco|Los Angeles)$/.test(
    name,
  );
}

/** A capitalised head: a person, a body or an office. */
function namedActor(tokens: readonly SentenceToken[], from: number, end: number, names: ArticleNames): Actor {
  const run = tokens.slice(from, end);
  const { title, name } = splitTitle(run);
  const last = run.at(-1);
  if (title !== null && name === null) return officeActor(tokens, from, end, title, names);
  const isBody = run.some((token) => has(token, WORD.body | WORD.people)) && title === null;
  const extended =
    OF_BODIES.has(last?.lower ?? '') &&
    ['of', 'for'].includes(tokens[end]?.lower ?? '') &&
    nameIn(tokens.slice(end + 1)) &&
    !ofParliament(tokens.slice(end + 1, end + 4), run.length);
  if (title === null && (isBody || extended)) {
    const owned = tokens[from - 1]?.possessive === true && isNameToken(tokens, from - 1) ? from - 1 : from;
    const whole = tokens.slice(owned, extended ? ofEnd(tokens, end) : end);
    const text = plainText(withoutArticle(whole)).replace(/'s$/u, '');
    return { kind: 'body', name: names.canonical(text), plural: has(last, WORD.people) };
  }
  const canonical = run.length === 1 && has(last, WORD.place | WORD.demonym) ? (name ?? '') : names.canonical(name ?? '');
  const person = title !== null || names.isPerson(canonical);
  const place = has(last, WORD.place) || isPlace(canonical) || /^[A-Z0-9&-]{2,}$/.test(canonical);
  return { kind: person ? 'person' : place ? 'body' : 'named', name: canonical, plural: false };
}

/** "Foreign Affairs Committee of the House of Commons" is named well enough without its house. */
function ofParliament(after: readonly SentenceToken[], words: number): boolean {
  return words > 1 && after.some(({ lower }) => /^(?:house|parliament|commons|lords|congress|senate)$/.test(lower));
}

function ofEnd(tokens: readonly SentenceToken[], end: number): number {
  let to = end;
  // "Bank of England", "Ministry of Economy, Trade and Industry" go on; "Member of Parliament for Ely in London" stops.
  while (
    to < tokens.length &&
    (isNameToken(tokens, to) || tokens[to]?.text === ',' || ['of', 'for', 'the', 'and', '&'].includes(tokens[to]?.lower ?? ''))
  )
    to += 1;
  while (to > end && !isNameToken(tokens, to - 1)) to -= 1;
  return to;
}

function officeActor(tokens: readonly SentenceToken[], from: number, end: number, title: string, names: ArticleNames): Actor {
  if (SPEAKING_ROLES.test(tokens[end - 1]?.lower ?? '')) return commonActor(tokens, end, names);
  const holder = names.holderOf(title);
  if (holder !== null) return { kind: 'person', name: holder, plural: false };
  const whole = tokens.slice(from, ['of', 'for'].includes(tokens[end]?.lower ?? '') ? ofEnd(tokens, end) : end);
  const definite = tokens[0]?.lower === 'the' ? 'The ' : '';
  return { kind: 'office', name: `${definite}${plainText(whole)}`, plural: false };
}

/** A head that is a common noun: "the committee", "UK officials", "a spokesperson for the Foreign Office". */
function commonActor(tokens: readonly SentenceToken[], end: number, names: ArticleNames): Actor {
  const head = tokens[end - 1];
  const before = tokens.slice(0, end - 1);
  if (SPEAKING_ROLES.test(head?.lower ?? '')) return spokesActor(tokens, end, names);
  if (has(head, WORD.people) || (tokens.length === 1 && has(head, WORD.quantifier))) return peopleActor(tokens, end);
  const indefinite = INDEFINITE.has(tokens[0]?.lower ?? '');
  const named = nameIn(before) || tokens[0]?.possessive === true;
  if (has(head, WORD.body)) return bodyActor(tokens, end, names, named, indefinite);
  if (has(head, WORD.role)) {
    const phrase = plainText(before.length > 0 ? withoutArticle(tokens.slice(0, end)) : tokens.slice(0, end));
    const holder = indefinite || nameIn(before.slice(0, 1)) ? null : names.holderOf(phrase);
    if (holder !== null) return { kind: 'person', name: holder, plural: false };
    if (named && !indefinite) return { kind: 'office', name: phrase, plural: false };
    if (tokens[0]?.lower !== 'the') return { ...UNNAMED, plural: false };
    return {
      kind: UNIQUE_OFFICES.test(phrase.toLowerCase()) ? 'office' : 'definite',
      name: `The ${phrase}`,
      plural: false,
    };
  }
  return thingActor(tokens, end);
}

function thingActor(tokens: readonly SentenceToken[], end: number): Actor {
  const head = tokens[end - 1];
  const kind = has(head, WORD.document) ? 'document' : 'thing';
  const author = tokens.slice(end);
  const signed = kind === 'document' && author[0]?.lower === 'by' && nameIn(author);
  const plural = /[^su]s$/.test(head?.lower ?? '');
  return { kind, name: signed ? plainText(withoutArticle(tokens)) : null, plural };
}

function spokesActor(tokens: readonly SentenceToken[], end: number, names: ArticleNames): Actor {
  const before = withoutArticle(tokens.slice(0, end - 1));
  const of = ['for', 'of', 'at', 'from'].includes(tokens[end]?.lower ?? '') ? withoutArticle(tokens.slice(end + 1)) : [];
  const body = nameIn(of) ? of : nameIn(before) ? before : [];
  if (body.length === 0)
    return tokens[0]?.lower === 'the'
      ? { kind: 'definite', name: plainText(tokens.slice(0, end)).replace(/^the/u, 'The'), plural: false }
      : UNNAMED;
  const name = plainText(body).replace(/'s$/u, '');
  return { kind: 'body', name: names.canonical(name), plural: false };
}

function peopleActor(tokens: readonly SentenceToken[], end: number): Actor {
  const first = tokens[0];
  const named = nameIn(tokens.slice(0, end - 1)) || (end === tokens.length && nameIn(tokens.slice(1, end)));
  const counted = has(first, WORD.quantifier) || INDEFINITE.has(first?.lower ?? '') || /^\p{N}/u.test(first?.text ?? '');
  const joins = ['of', 'at', 'from', 'for', 'by'].includes(tokens[end]?.lower ?? '');
  const origin = joins && nameIn(tokens.slice(end)) && !counted;
  if (counted || !(named || origin)) {
    const group = first?.lower === 'the' && !counted;
    return group ? { kind: 'definite', name: `The ${plainText(tokens.slice(1, end))}`, plural: true } : UNNAMED;
  }
  const phrase = plainText(withoutArticle(origin ? tokens : tokens.slice(0, end)));
  return { kind: 'body', name: phrase, plural: true };
}

function bodyActor(tokens: readonly SentenceToken[], end: number, names: ArticleNames, named: boolean, indefinite: boolean): Actor {
  const phrase = plainText(withoutArticle(tokens.slice(0, end)));
  const whole =
    ['of', 'for', 'in'].includes(tokens[end]?.lower ?? '') && nameIn(tokens.slice(end)) ? plainText(withoutArticle(tokens)) : phrase;
  if ((named && !(indefinite && tokens[0]?.lower !== 'its')) || (whole !== phrase && !indefinite))
    return { kind: 'body', name: names.canonical(named ? phrase : whole), plural: false };
  if (indefinite || tokens[0]?.lower !== 'the') return { ...UNNAMED, plural: false };
  return { kind: 'definite', name: `The ${phrase}`, plural: false };
}

function actorOfPart(tokens: readonly SentenceToken[], names: ArticleNames): Actor {
  const first = tokens[0];
  if (tokens.length === 1 && first && has(first, WORD.pronoun) && !isNameToken(tokens, 0)) {
    return {
      kind: 'pronoun',
      name: first.lower,
      plural: ['they', 'we', 'these', 'those'].includes(first.lower),
    };
  }
  const end = headEnd(tokens);
  // "one of them", "some of the MPs": nobody named.
  if (end <= 2 && tokens[end]?.lower === 'of' && has(tokens[end - 1], WORD.quantifier)) return UNNAMED;
  const from = trailingRun(tokens, end);
  const common = from === end || (end === 1 && isCommonOpener(first, names));
  if (has(tokens[end - 1], WORD.people)) return commonActor(tokens, end, names);
  if (!common && end - from === 1 && has(tokens[from], WORD.role | WORD.people) && !has(tokens[from], WORD.title))
    return commonActor(tokens, end, names);
  return common ? commonActor(tokens, end, names) : namedActor(tokens, from, end, names);
}

/** "Critics", "Analysts": capital only because the sentence begins there. */
function isCommonOpener(token: SentenceToken | undefined, names: ArticleNames): boolean {
  if (!token || names.isWrittenCapital(token.lower)) return false;
  return (
    has(token, WORD.people | WORD.role | WORD.document | WORD.quantifier | WORD.matter) ||
    (/(?:ists|ers|ors|ians|ants|ing|ions)$/.test(token.lower) &&
      !/^(?:sanders|peters|rogers|walters|powers|winters|waters|summers|chambers|meyers|myers|reuters|beijing|saunders|rivers|flowers|jing|starling|browning|manning|golding|fleming)$/.test(
        token.lower,
      ))
  );
}

/** Names the actor of a noun phrase as the article knows him. */
export function actorOf(tokens: readonly SentenceToken[], phrase: Pick<NounPhrase, 'from' | 'to'>, names: ArticleNames): Actor {
  const all = partsOf(tokens.slice(phrase.from, phrase.to)).map((part) => actorOfPart(part, names));
  // "Andrew Bailey, the Governor of the Bank, and Pan Gongsheng": an office behind a name says what he is.
  const parts = all.filter(
    ({ kind }, index) =>
      index === 0 || !['office', 'definite', 'unnamed'].includes(kind) || !['person', 'named'].includes(all[index - 1]?.kind ?? ''),
  );
  const [first] = parts;
  if (!first) return UNNAMED;
  if (parts.length === 1) return first;
  const named = [
    ...new Set(parts.map(({ name, kind }) => (kind === 'unnamed' || kind === 'pronoun' ? null : name)).filter((name) => name !== null)),
  ];
  const things = parts.every(({ kind }) => kind === 'thing' || kind === 'document');
  if (named.length === 0) return things ? { kind: 'thing', name: null, plural: true } : UNNAMED;
  return {
    kind: named.length > 1 ? 'body' : 'named',
    name: named.join(', ').replace(/, ([^,]*)$/u, ' and $1'),
    plural: true,
  };
}
