import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMarkdown, plainText } from '../../../adapters/discord/markdown.ts';
import { legible, onOneLine } from '../../../src/domain/outline/legible.ts';
import { parseMarkdown } from '../../support/fake-discord/live-markdown.ts';
import { PING_VECTORS } from '../../support/fake-discord/ping-vectors.ts';
import { hostileText } from '../../support/hostile-text.ts';

const piece = fc.oneof(fc.constantFrom(...PING_VECTORS), hostileText, fc.constantFrom(...Array.from('\\*_~`|[]()<>@#:/-+.1 \n')));
const anyText = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));

/** What stands before and after it in a message. */
const AROUND: readonly (readonly [string, string])[] = [
  ['', ''],
  ['- ', ''],
  ['**', '**'],
  ['> [1] ', ''],
  ['-# ', ' · <https://news.example/1>'],
  ['### ', ''],
  ['- **Label:** ', '\u00a0[1] [2]'],
];

describe('text of others in markdown', () => {
  test.each(PING_VECTORS)('%j is shown as it is, and is nothing else', (vector) => {
    const { shown, markup, links, mentions } = parseMarkdown(escapeMarkdown(vector));
    expect({ markup, links, mentions }).toEqual({ markup: [], links: [], mentions: [] });
    expect(shown.replaceAll('\u200b', '')).toBe(legible(vector).replaceAll('\u200b', ''));
  });

  test('is so in every place of a line, and ends nothing that it stands in', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(...AROUND), (text, [before, after]) => {
        const line = escapeMarkdown(onOneLine(text));
        const [own, other] = [line, 'word'].map((inner) => parseMarkdown(`${before}${inner}${after}`));
        if (line === '') return;
        expect(own?.markup.map(({ kind }) => kind)).toEqual(other?.markup.map(({ kind }) => kind));
        expect(own?.links).toEqual(other?.links);
        expect(own?.mentions).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  test('is seen by the judge where it is not escaped', () => {
    const seen = PING_VECTORS.filter((vector) => {
      const { markup, links, mentions } = parseMarkdown(vector);
      return markup.length + links.length + mentions.length > 0;
    });
    expect(seen.length).toBeGreaterThan(45);
  });
});

describe('what a person typed', () => {
  test.each([
    ['settings managers add <@1>', 'settings managers add @1'],
    ['what did <@!12> say to <@&34>?', 'what did @12 say to @&34?'],
    ['in <#56>', 'in #56'],
    ['<:yes:78> <a:no:90>', ':yes: :no:'],
    ['since <t:1700000000:R> or <t:1700000000>', 'since 2023-11-14 or 2023-11-14'],
    ['</brief:12> and <id:browse>', '/brief and browse'],
    ['add <https://news.example/a?b=1>', 'add https://news.example/a?b=1'],
    ['1 < 2 > 1 and *so on*', '1 < 2 > 1 and *so on*'],
    ['<t:99999999999999999>', '99999999999999999'],
  ])('%s is read as %s', (typed, words) => {
    expect(plainText(typed)).toBe(words);
  });
});
