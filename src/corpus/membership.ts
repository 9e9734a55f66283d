import type { Topic } from '../domain/topic.ts';
import { stemOf } from './terms.ts';
import { tokenize } from './tokens.ts';
import { readWords, type Word, type Words } from './words.ts';

/** A text made ready to be looked at by many topics. */
interface Looked {
  readonly words: readonly Word[];
  /** Where the words stand that entries begin with: by stem, and by spelling for those in capitals. */
  readonly places: ReadonlyMap<string, readonly number[]>;
  readonly raw: string;
}

type Matcher = (looked: Looked) => boolean;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

function toLooked(firsts: ReadonlySet<string>, title: string, text: string, read: Words = readWords(text)): Looked {
  const words = [...readWords(title).words, ...read.words];
  const places = new Map<string, number[]>();
  const note = (first: string, index: number): void => {
    if (!firsts.has(first)) return;
    const known = places.get(first);
    if (known) known.push(index);
    else places.set(first, [index]);
  };
  words.forEach(({ stem, text: spelling }, index) => {
    note(stem, index);
    if (spelling !== stem) note(spelling, index);
  });
  return { words, places, raw: `${title}\n${text}` };
}

function isCapitals(word: string): boolean {
  return /^\p{Lu}[\p{Lu}\p{N}]+$/u.test(word);
}

function matchPhrase(parts: readonly string[], firsts: Set<string>): Matcher {
  const wanted = parts.map((part) => {
    const capitals = isCapitals(part);
    return { capitals, spelling: capitals ? part : stemOf(part.toLowerCase()) };
  });
  const first = wanted[0]?.spelling ?? '';
  firsts.add(first);
  const standsAt = (words: readonly Word[], at: number): boolean =>
    wanted.every(({ capitals, spelling }, offset) => words[at + offset]?.[capitals ? 'text' : 'stem'] === spelling);
  return ({ words, places }) => places.get(first)?.some((at) => standsAt(words, at)) === true;
}

/** `firsts` is told what the entry begins with. */
function matchEntry(entry: string, firsts: Set<string>): Matcher {
  if (UNSPACED.test(entry)) return ({ raw }) => raw.includes(entry);
  const parts = tokenize(entry).map((token) => token.text);
  return parts.length === 0 ? () => false : matchPhrase(parts, firsts);
}

function matchTopic({ groups, exclude }: Topic, firsts: Set<string>): Matcher {
  const wanted = groups.map((group) => group.map((entry) => matchEntry(entry, firsts)));
  const excluded = exclude.map((entry) => matchEntry(entry, firsts));
  return (looked) =>
    wanted.length > 0 && wanted.every((group) => group.some((matches) => matches(looked))) && !excluded.some((matches) => matches(looked));
}

/**
 * A test for articles: every group of the topic is met by at least one of its entries in title or text. Single words
 * match by stem, phrases only side by side, words in capitals only in capitals. One excluded word or phrase keeps an
 * article out.
 */
export function compileTopic(topic: Topic): (title: string, text: string) => boolean {
  const firsts = new Set<string>();
  const belongs = matchTopic(topic, firsts);
  return (title, text) => belongs(toLooked(firsts, title, text));
}

/**
 * The same for many topics at once: the slugs of those that an article belongs to. `words` spares reading those of the
 * text again.
 */
export function compileTopics(topics: readonly Topic[]): (title: string, text: string, words?: Words) => readonly string[] {
  const firsts = new Set<string>();
  const matchers = topics.map((topic) => ({ slug: topic.slug, belongs: matchTopic(topic, firsts) }));
  return (title, text, words) => {
    const looked = toLooked(firsts, title, text, words);
    return matchers.filter(({ belongs }) => belongs(looked)).map(({ slug }) => slug);
  };
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
