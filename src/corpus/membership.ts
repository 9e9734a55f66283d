import type { Topic } from '../domain/topic.ts';
import { stemOf } from './terms.ts';
import { type Token, tokenize } from './tokens.ts';

/** A text made ready to be looked at by many topics. */
interface Words {
  readonly plain: readonly string[];
  readonly stems: readonly string[];
  readonly stemSet: ReadonlySet<string>;
  readonly plainSet: ReadonlySet<string>;
  readonly raw: string;
}

type Matcher = (words: Words) => boolean;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function toWords(title: string, text: string): Words {
  const raw = `${title}\n${text}`;
  const plain = tokenize(raw).map((token: Token) => token.text);
  const stems = plain.map((word) => stemOf(word.toLowerCase()));
  return { plain, stems, stemSet: new Set(stems), plainSet: new Set(plain), raw };
}

function isCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word);
}

function matchPhrase(parts: readonly string[]): Matcher {
  const wanted = parts.map((part) => (isCapitals(part) ? part : stemOf(part.toLowerCase())));
  const capitals = parts.map(isCapitals);
  const [first = ''] = wanted;
  return ({ plain, stems, stemSet, plainSet }) => {
    if (!(capitals[0] === true ? plainSet : stemSet).has(first)) return false;
    if (wanted.length === 1) return true;
    return plain.some((_, index) => wanted.every((part, offset) => (capitals[offset] === true ? plain : stems)[index + offset] === part));
  };
}

function matchEntry(entry: string): Matcher {
  if (UNSPACED.test(entry)) return ({ raw }) => raw.includes(entry);
  const parts = tokenize(entry).map((token) => token.text);
  return parts.length === 0 ? () => false : matchPhrase(parts);
}

/** Takes the phrases that do not count out of a text, whatever their case. */
function excluder(phrases: readonly string[]): (text: string) => string {
  const usable = phrases.filter((phrase) => phrase.trim() !== '').map((phrase) => phrase.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (usable.length === 0) return (text) => text;
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${usable.join('|')})(?![\p{L}\p{N}])`, 'giu');
  return (text) => text.replace(pattern, ' ');
}

/**
 * A test for articles: every group of the topic is met by at least one of its entries in title or text. Single words
 * match by stem, phrases only side by side, words in capitals only in capitals; excluded phrases are taken out first.
 */
export function compileTopic(topic: Topic): (title: string, text: string) => boolean {
  const groups = topic.groups.map((group) => group.map(matchEntry));
  const withoutExcluded = excluder(topic.exclude);
  return (title, text) => {
    const words = toWords(withoutExcluded(title), withoutExcluded(text));
    return groups.length > 0 && groups.every((group) => group.some((matches) => matches(words)));
  };
}

/** What keeps a topic from being used, each in a few words; empty when nothing does. */
export function topicProblems({ slug, groups, questions }: Topic): readonly string[] {
  return [
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= 60 ? null : 'its name may hold small letters, digits and hyphens only',
    groups.length > 0 && groups.some((group) => group.length > 0) ? null : 'it has no words',
    groups.length > 1 && groups.some((group) => group.length === 0) ? 'one of its groups of words is empty' : null,
    questions.length > 6 ? 'it has more than six questions' : null,
  ].filter((problem) => problem !== null);
}
