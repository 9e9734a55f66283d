import { mentionsUnderAnyName } from '../../corpus/demonyms.ts';
import { findNames } from '../../corpus/names.ts';
import type { ArticleNames } from '../../corpus/names-in-article.ts';
import { WORD, wordFlags } from '../../corpus/word-classes.ts';
import { THE_ARTICLE } from '../../domain/annotation.ts';
import { contentWords } from './content-words.ts';
import type { StatementClause } from './statement.ts';

type Aliases = readonly (readonly string[])[];

export interface ActorRules {
  readonly names: ArticleNames;
  readonly aliases: Aliases;
}

function plain(text: string): string {
  return text
    .replaceAll('’', "'")
    .replace(/^(?:the|an?)\s/iu, '')
    .toLowerCase()
    .trim();
}

/** The words of an actor that are no names: "commerce ministry" of "China's commerce ministry". */
function commonKeys(text: string): ReadonlySet<string> {
  const names = findNames(text);
  const words = contentWords(text, { start: 0, end: text.length });
  return new Set(words.filter(({ start }) => !names.some((name) => start >= name.start && start < name.end)).map(({ key }) => key));
}

function isSubset(small: ReadonlySet<string>, large: ReadonlySet<string>): boolean {
  return [...small].every((key) => large.has(key));
}

/** "Putin's spokesman" is not Putin; "China's commerce ministry" may be called China. */
function isOwnedBy(text: string, name: string, names: ArticleNames): boolean {
  const at = text.replaceAll('’', "'").indexOf(`${name.replaceAll('’', "'")}'s `);
  return at >= 0 && names.isPerson(names.canonical(name));
}

/** "The minister's wife" is not the minister; "the commission's spokesman" speaks for it. */
function isRelativeOf(text: string, owner: ReadonlySet<string>): boolean {
  const [before, after] = text.replaceAll('’', "'").split("'s ", 2);
  if (before === undefined || after === undefined || /^(?:\p{L}+\s){0,2}spokes/u.test(after)) return false;
  return owner.size > 0 && isSubset(owner, commonKeys(`x ${before}`)) && commonKeys(`x ${after}`).size > 0;
}

const COMMON = WORD.people | WORD.role | WORD.body | WORD.document | WORD.matter | WORD.quantifier;

/** Without its article, and without the capital that "Critics of the law" has only from the beginning of its sentence. */
function uncapitalised(text: string): string {
  const bare = text.replace(/^(?:the|an?)\s/iu, '');
  const [first = '', second = ''] = bare.split(' ');
  const common = (wordFlags(first.toLowerCase()) & COMMON) !== 0 && !/^\p{Lu}/u.test(second);
  return common ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare;
}

function namesIn(text: string): readonly string[] {
  return findNames(`x ${text}`).map(({ name }) => name);
}

/** True when `claimed` can stand for whom a quote calls `held`. */
function sameActor(claimedText: string, heldText: string, { names, aliases }: ActorRules): boolean {
  const [left, right] = [plain(claimedText), plain(heldText)];
  if (left === right || plain(names.canonical(claimedText)) === plain(names.canonical(heldText))) return true;
  const [claimed, held] = [uncapitalised(claimedText), uncapitalised(heldText)];
  const [claimedNames, heldNames] = [namesIn(claimed), namesIn(held)];
  const shared =
    claimedNames.some((name) => mentionsUnderAnyName(name, held, aliases)) ||
    heldNames.some((name) => mentionsUnderAnyName(name, claimed, aliases));
  const bothNamed = claimedNames.length > 0 && heldNames.length > 0;
  if (bothNamed && !shared) return mentionsUnderAnyName(claimed, held, aliases) || mentionsUnderAnyName(held, claimed, aliases);
  const [claimedKeys, heldKeys] = [commonKeys(`x ${claimed}`), commonKeys(`x ${held}`)];
  if (claimedKeys.size === 0 && shared) return !claimedNames.some((name) => isOwnedBy(held, name, names));
  if (heldKeys.size === 0 && shared) return !heldNames.some((name) => isOwnedBy(claimed, name, names));
  if (claimedKeys.size === 0 || heldKeys.size === 0)
    return !bothNamed && (mentionsUnderAnyName(claimed, held, aliases) || mentionsUnderAnyName(held, claimed, aliases));
  if (isRelativeOf(held, claimedKeys) || isRelativeOf(claimed, heldKeys)) return false;
  return isSubset(claimedKeys, heldKeys) || isSubset(heldKeys, claimedKeys);
}

/** Every way to call who speaks or acts in a clause: as written, and as the article names him. */
export function namesOfActor({ subject, actor }: StatementClause): readonly string[] {
  const named = actor?.kind === 'pronoun' ? null : (actor?.name ?? null);
  // A pronoun that is resolved is called by the name it stands for, and no longer by itself.
  const written = subject !== null && !/^(?:he|she|it|they|who|which|that|we|i|you|this|these|those)$/iu.test(subject) ? subject : null;
  return [named, written].filter((name) => name !== null);
}

/** True when the actor of a claim's clause (or a given speaker) is the actor of a clause of the quote. */
export function actsAs(claimed: readonly string[], clause: StatementClause, rules: ActorRules): boolean {
  return claimed.some((name) => name !== THE_ARTICLE && namesOfActor(clause).some((held) => sameActor(name, held, rules)));
}
