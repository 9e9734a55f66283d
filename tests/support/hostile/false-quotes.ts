import { TRUE_CLAIMS, trueClaim } from './hostile-corpus.ts';
import type { HostileSentence } from './hostile-sentence.ts';

/** What nobody has said, as a quote and as a sentence on it. */
const INVENTED: readonly (readonly [on: number, quote: string, text: string])[] = [
  [0, 'Lindt said: “China will regret this.”', 'Mara Lindt said: “China will regret this.”'],
  [0, 'Lindt called the ban “an act of economic war”.', 'Mara Lindt called the ban “an act of economic war”.'],
  [0, 'Gallium is “our new oil”, Lindt told reporters.', 'Gallium is “our new oil”, Mara Lindt told reporters.'],
  [1, 'China called the duty of 35.3% “only the beginning”.', 'China called the duty of 35.3% on whisky “only the beginning”.'],
  [1, 'Beijing will raise the duty again in the summer.', 'A second duty follows in the summer.'],
  [1, 'Distillers in the Highlands began to dismiss workers.', 'Distillers in the Highlands began to dismiss workers.'],
  [2, '“There was never any delay,” Lindt said.', '“There was never any delay,” Lindt said.'],
  [2, 'Lindt apologised to the ambassador.', 'Lindt apologised to the ambassador.'],
  [3, '“The public has a right to read it,” Marsh said.', 'Owen Marsh said of the review: “The public has a right to read it.”'],
  [3, 'Marsh threatened to resign over the review.', 'Marsh threatened to resign.'],
  [4, 'The inspectors found forced labour in nine factories.', 'The inspectors found forced labour in factories.'],
  [4, 'Britain paid for the inspectors “in gold”.', 'Britain paid for the inspectors “in gold”.'],
  [5, 'Marsh called the talks “a last chance for steel”.', 'Marsh called the talks with Beijing “a last chance for steel”.'],
  [5, 'Tata and Jingye joined the talks.', 'Tata and Jingye joined the talks about steel.'],
  [6, '“I have never seen such a queue,” Okafor said.', 'Ines Okafor said: “I have never seen such a queue.”'],
  [6, 'Two of the freighters ran aground in a storm.', 'Two freighters from Shanghai ran aground.'],
  [7, 'Supermarkets asked the government for compensation.', 'Supermarkets asked the government for compensation.'],
  [7, 'The delay is “ruinous”, importers said.', 'The delay is “ruinous”, British importers said.'],
  [8, '“Families will go hungry,” Okafor warned.', 'Okafor warned: “Families will go hungry.”'],
  [8, 'Okafor asked the navy for help.', 'Okafor asked the navy for help.'],
  [9, '“Sunderland has no future with us,” Kestrel Motors said.', 'Kestrel Motors said: “Sunderland has no future with us.”'],
  [9, 'Kestrel Motors moves its machines to Poland.', 'Kestrel Motors moves its machines to Poland.'],
  [10, 'Its workers were “the best in Europe”.', 'The workers of the plant were “the best in Europe”.'],
  [11, '“We will occupy the halls,” the union said.', 'The Forge union said: “We will occupy the halls.”'],
];

export const INVENTED_QUOTES: readonly HostileSentence[] = INVENTED.map(([on, quote, text]) => ({ on, quote, text }));

/** Words of a true quote that are given as others. */
const ALTERED: readonly (readonly [on: number, from: string, to: string])[] = [
  [0, 'China', 'Japan'],
  [0, 'would ban', 'would not ban'],
  [1, '35.3%', '53.3%'],
  [1, 'Monday', 'Sunday'],
  [2, 'Beijing', 'Moscow'],
  [2, 'denied', 'admitted'],
  [3, 'Owen Marsh', 'Mara Lindt'],
  [3, 'must', 'will not'],
  [4, '140', '1,400'],
  [4, '2024', '2019'],
  [6, '18', '80'],
  [7, '£42m', '£420m'],
  [8, 'could', 'could not'],
  [9, '31 March', '1 March'],
  [10, '61,000', '16,000'],
  [11, 'did not accept', 'accepted'],
];

/** Words of a true quote that are given as others which no check of a sentence knows, between quotation marks. */
const QUOTED: readonly (readonly [on: number, from: string, to: string])[] = [
  [0, 'gallium exports', 'every export'],
  [1, 'imposed a duty', 'imposed a cruel duty'],
  [2, 'a reply', 'its surrender'],
  [3, 'review', 'dossier'],
  [4, 'inspectors', 'spies'],
  [5, 'called for talks', 'called for honest talks'],
  [6, 'waiting', 'rotting'],
  [7, 'cost', 'ruined'],
  [8, 'food prices', 'all prices'],
  [9, 'close', 'sell'],
  [10, 'employed', 'exploited'],
  [11, 'accept', 'understand'],
];

function altered([on, from, to]: readonly [number, string, string]): string {
  const { quote } = trueClaim(on);
  if (!quote.includes(from)) throw new Error(`“${quote}” does not have “${from}”.`);
  return quote.replace(from, to);
}

export const ALTERED_QUOTES: readonly HostileSentence[] = [
  ...ALTERED.map((change) => ({ on: change[0], quote: altered(change), text: altered(change) })),
  ...QUOTED.map((change) => ({ on: change[0], quote: altered(change), text: `The report says: “${altered(change)}”` })),
];

/** Three claims stand on each article: what is three or six places away stands in another. */
export const QUOTES_FROM_ELSEWHERE: readonly HostileSentence[] = TRUE_CLAIMS.flatMap((_, on) =>
  [3, 6].map((away) => {
    const { quote, variant } = trueClaim((on + away) % TRUE_CLAIMS.length);
    return { on, quote, text: variant };
  }),
);
