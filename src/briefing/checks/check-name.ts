import { mentions } from '../../corpus/aliases.ts';
import { mentionsUnderAnyName } from '../../corpus/demonyms.ts';
import { findNames, type NameMention } from '../../corpus/names.ts';
import { stemOf } from '../../corpus/terms.ts';
import { WORD, wordFlags } from '../../corpus/word-classes.ts';
import type { Article } from '../../domain/article.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { Failure } from './failure.ts';

type Aliases = readonly (readonly string[])[];

/** Offices and bodies are names although they are written small: "foreign ministry" is not "commerce ministry". */
const OFFICE =
  /\b((?:foreign|commerce|finance|defen[cs]e|trade|interior|justice|health|home|education|energy|environment|agriculture|transport|culture|climate|economy|security|business|technology|prime|deputy|vice|shadow|state|treasury|science|labou?r|housing|immigration|industry|planning|supreme|high|appeal|central)\s(?:ministry|minister|secretary|department|office|committee|commissioner|chancellor|president|court|bank|premier|commission|agency))\b/giu;

function articlesOf({ claim, sources }: ClaimReading): readonly Article[] {
  return claim.citations.map(({ articleId }) => sources.get(articleId)).filter((article) => article !== undefined);
}

/** The word by which an article goes on about somebody whom it has named in full. */
function lastWord(name: string): string {
  return name.split(/\s/u).at(-1) ?? name;
}

function stemsIn(text: string): ReadonlySet<string> {
  return new Set((text.toLowerCase().match(/\p{L}+/gu) ?? []).map(stemOf));
}

/** Words that are no names whether the passage has them or not: "Worries", "Officials", "Under". */
const NO_NAMES =
  WORD.people | WORD.matter | WORD.document | WORD.quantifier | WORD.determiner | WORD.preposition | WORD.subordinator | WORD.adverb;

/** A common word that opens a sentence ("Worries", "Second-quarter"): the passage has it in some form, or the language does. */
const SMALL_WORDS = /^(?:little|none|almost|nearly|much|that|asked|told|under)$/u;

function isCommonWord({ name, initial }: NameMention, near: string): boolean {
  if (!initial || !/^\p{Lu}\p{Ll}+(?:-\p{Ll}+)*$/u.test(name)) return false;
  const stems = stemsIn(near);
  const parts = name.toLowerCase().split('-');
  return parts.every((part) => stems.has(stemOf(part)) || (wordFlags(part) & NO_NAMES) !== 0 || SMALL_WORDS.test(part));
}

function isHeld(mention: NameMention, near: string, articles: readonly Article[], aliases: Aliases): boolean {
  // "a decision on X." has a name and a full stop.
  const name = mention.name.replace(/^(\p{Lu})\.$/u, '$1');
  if (mentionsUnderAnyName(name, near, aliases) || isCommonWord(mention, near)) return true;
  // "David Lammy" of a passage that says "Lammy" once the article has introduced him.
  return mentions(near, lastWord(name)) && /\s/u.test(name) && articles.some(({ text }) => mentionsUnderAnyName(name, text, aliases));
}

function turned(office: string): string {
  const [kind = '', body = ''] = office.split(/\s/u);
  return `${body} of ${kind}`;
}

function officesMissing(text: string, near: string, articles: readonly Article[], aliases: Aliases): readonly string[] {
  const whole = [near, ...articles.map((article) => article.text)].join('\n');
  return [...text.matchAll(OFFICE)]
    .map(([office]) => office)
    .filter(
      (office) =>
        ![office, turned(office)].some((name) => mentions(whole.toLowerCase(), name.toLowerCase())) &&
        !mentionsUnderAnyName(office, whole, aliases) &&
        !aliases.some(
          (group) =>
            group.some((alias) => alias.toLowerCase().includes(office.toLowerCase())) && group.some((alias) => mentions(whole, alias)),
        ),
    );
}

/** Every name of the claim stands in its quotes, their paragraphs or titles, in full, shortened, or under another name. */
export function checkName(reading: ClaimReading): readonly Failure[] {
  const { claim, near, aliases, verbatim } = reading;
  if (verbatim) return [];
  const articles = articlesOf(reading);
  const names = findNames(claim.text).filter((mention) => !isHeld(mention, near, articles, aliases));
  const missing = [...names.map(({ name }) => name), ...officesMissing(claim.text, near, articles, aliases)];
  return [...new Set(missing)].map((name) => ({
    reason: 'name',
    detail: `${name} is not named in the passage`,
  }));
}
