import type { ReadItem } from '../../src/ports/article-reader.ts';

/** A repeatable source of numbers in [0, 1): mulberry32. */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SYLLABLES = 'ba co da en fi gra ho is ju ka lo mer ni or pel qua ri sto tu ver wen xi yor zan tri bel mon'.split(' ');
const FRAMES = [
  ['', 'said that the', 'would', 'the', 'in'],
  ['The', 'ministry announced that', 'had been', 'after talks with', 'on'],
  ['', 'denied that the', 'was', 'for', 'against'],
  ['Officials from', 'agreed to', 'the', 'by', 'and'],
  ['It was', 'that', 'and', 'were', 'of the'],
] as const;

/**
 * A word of a made-up vocabulary; low ranks are common, by Zipf's law. Of letters alone: with figures in rare words, three
 * sentences of four would look dated, and in the samples one of four does.
 */
function wordAt(rank: number): string {
  const parts = [SYLLABLES[rank % 29], SYLLABLES[Math.floor(rank / 29) % 29], SYLLABLES[Math.floor(rank / 841) % 29]];
  return `${parts.join('')}${rank >= 24_389 ? SYLLABLES[Math.floor(rank / 24_389)] : ''}`;
}

function sentence(random: () => number, vocabulary: number): string {
  const draw = (): string => wordAt(Math.floor(vocabulary ** random()) - 1);
  const name = (): string => draw().replace(/^./, (letter) => letter.toUpperCase());
  const frame = FRAMES[Math.floor(random() * FRAMES.length)] ?? FRAMES[0];
  const words = frame.flatMap((piece, index) => [
    piece,
    index === 0 ? `${name()} ${name()}` : draw(),
    ...(random() < 0.6 ? [draw(), draw()] : []),
  ]);
  if (random() < 0.25) words.push(`${Math.floor(random() * 900)} million`);
  return `${words
    .filter((word) => word !== '')
    .join(' ')
    .replace(/^./, (letter) => letter.toUpperCase())}.`;
}

function paragraph(random: () => number): string {
  return Array.from({ length: 4 + Math.floor(random() * 3) }, () => sentence(random, 60_000)).join(' ');
}

/** Articles of about five passages with the shape of news: names, speech verbs, figures, a Zipfian vocabulary. */
export function* makeArticles(count: number, seed = 7): Iterable<ReadItem> {
  const random = createRandom(seed);
  for (let number = 0; number < count; number += 1) {
    const day = String(1 + (number % 28)).padStart(2, '0');
    const month = String(1 + (Math.floor(number / 28) % 12)).padStart(2, '0');
    const text = Array.from({ length: 7 }, () => paragraph(random)).join('\n\n');
    yield {
      kind: 'article',
      raw: {
        id: `bench-${number}`,
        title: sentence(random, 60_000).slice(0, 80),
        text,
        published: `2024-${month}-${day}`,
        publishedFrom: 'file',
        url: null,
        outlet: `Outlet ${number % 40}`,
        language: 'en',
        origin: `bench:${number}`,
        sample: false,
      },
    };
  }
}

/** Questions of four to eight words out of the same vocabulary. */
export function makeQueries(count: number, seed = 11): readonly string[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const words = Array.from({ length: 4 + Math.floor(random() * 5) }, () => wordAt(Math.floor(60_000 ** random()) - 1));
    return `what did ${words.join(' ')}?`;
  });
}
