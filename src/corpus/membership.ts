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

/**
 * A test for articles: every group of the topic is met by at least one of its entries in title or text. Single words
 * match by stem, phrases only side by side, words in capitals only in capitals. One excluded word or phrase keeps an
 * article out.
 */
export function compileTopic(topic: Topic, wordsOf: typeof toWords = toWords): (title: string, text: string) => boolean {
  const groups = topic.groups.map((group) => group.map(matchEntry));
  const excluded = topic.exclude.map(matchEntry);
  return (title, text) => {
    const words = wordsOf(title, text);
    return (
      groups.length > 0 && groups.every((group) => group.some((matches) => matches(words))) && !excluded.some((matches) => matches(words))
    );
  };
}

/** Remembers the words of the latest text: many topics look at one article, one after the other. */
function rememberLatest(): typeof toWords {
  let latest: { readonly title: string; readonly text: string; readonly words: Words } | null = null;
  return (title, text) => {
    if (latest?.title !== title || latest.text !== text) latest = { title, text, words: toWords(title, text) };
    return latest.words;
  };
}

/** The same for many topics at once: the slugs of those that an article belongs to. */
export function compileTopics(topics: readonly Topic[]): (title: string, text: string) => readonly string[] {
  const wordsOf = rememberLatest();
  const matchers = topics.map((topic) => ({ slug: topic.slug, belongs: compileTopic(topic, wordsOf) }));
  return (title, text) => matchers.filter(({ belongs }) => belongs(title, text)).map(({ slug }) => slug);
}

/** What keeps a topic from being used, each in a few words; empty when nothing does. */
export function topicProblems({ slug, groups, questions }: Topic): readonly string[] {
  return [
    /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug) && slug.length <= 60 ? null : 'its name may hold small letters, digits and hyphens only',
    groups.some((group) => group.length > 0) ? null : 'it has no words',
    groups.length > 1 && groups.some((group) => group.length === 0) ? 'one of its groups of words is empty' : null,
    questions.length > 6 ? 'it has more than six questions' : null,
  ].filter((problem) => problem !== null);
}
