import { cutLabel as cutBy } from '../../src/domain/outline/legible.ts';

/** What Slack's count says of a text: it stores `&`, `<` and `>` escaped. */
export function weigh(text: string): number {
  let weight = text.length;
  for (const character of text)
    if (character === '&') weight += 4;
    else if (character === '<' || character === '>') weight += 3;
  return weight;
}

/** A text of one line that weighs no more than `most` to Slack, with `…` where something was cut off; never empty. */
export function cutLabel(text: string, most: number): string {
  return cutBy(text, most, weigh);
}
