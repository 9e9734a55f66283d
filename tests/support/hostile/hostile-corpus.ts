import type { ToldClaim } from '../../../src/briefing/model/model-schemas.ts';
import type { Article } from '../../../src/domain/article.ts';
import { makeArticle } from '../articles.ts';
import { LINDT, MARSH, TOLD, told } from '../model-bot.ts';

/** A true claim, with a second wording that is as true and that nobody gives. */
export interface TrueClaim extends ToldClaim {
  readonly variant: string;
}

const PORT = makeArticle(
  'port',
  'Port director Ines Okafor said on 8 January that 18 freighters from Shanghai were waiting off Felixstowe. The delay has cost British importers £42m since December 2024. Okafor warned that food prices in the UK could rise by 7% if the queue did not shorten.',
  { title: 'Freighters from China wait off the UK', outlet: 'Tide Gazette', published: '2025-01-10' },
);
const PLANT = makeArticle(
  'plant',
  'Kestrel Motors announced in London that it would close its plant in Sunderland on 31 March 2025. The plant employed 2,300 people and built 61,000 cars for China in 2023. The Forge union did not accept the closure of the British plant.',
  { title: 'UK carmaker that lives on China shuts a plant', outlet: 'Mill Courier', published: '2025-01-13' },
);

/** Four articles of the topic `china-uk`. */
export const ARTICLES: readonly Article[] = [LINDT, MARSH, PORT, PLANT];

const VARIANTS = [
  'China would ban exports of gallium to the UK, Mara Lindt said.',
  'A duty of 35.3% on British whisky was imposed by China.',
  'Lindt denied that Britain had been late with a reply to Beijing.',
  'The UK must publish its review of China, Owen Marsh said.',
  'In 2024 Britain sent 140 inspectors to China.',
  'Talks with Beijing about steel were called for by Marsh.',
];

const MORE: readonly TrueClaim[] = [
  {
    ...told({
      claim: 'Ines Okafor said that 18 freighters from Shanghai were waiting off Felixstowe.',
      quote: 'Port director Ines Okafor said on 8 January that 18 freighters from Shanghai were waiting off Felixstowe.',
      speaker: 'Ines Okafor',
      verb: 'said',
    }),
    variant: '18 freighters from Shanghai were waiting off Felixstowe, Ines Okafor said.',
  },
  {
    ...told({
      claim: 'The delay has cost British importers £42 million since December 2024.',
      quote: 'The delay has cost British importers £42m since December 2024.',
      kind: 'act',
    }),
    variant: 'Since December 2024 the delay has cost British importers £42 million.',
  },
  {
    ...told({
      claim: 'Okafor warned that food prices in the UK could rise by 7% if the queue did not shorten.',
      quote: 'Okafor warned that food prices in the UK could rise by 7% if the queue did not shorten.',
      speaker: 'Ines Okafor',
      verb: 'said',
    }),
    variant: 'If the queue did not shorten, food prices in the UK could rise by 7%, Okafor warned.',
  },
  {
    ...told({
      claim: 'Kestrel Motors announced that it would close its plant in Sunderland on 31 March 2025.',
      quote: 'Kestrel Motors announced in London that it would close its plant in Sunderland on 31 March 2025.',
      speaker: 'Kestrel Motors',
      verb: 'announced',
    }),
    variant: 'Kestrel Motors said that it would close its plant in Sunderland on 31 March 2025.',
  },
  {
    ...told({
      claim: 'The plant employed 2,300 people and built 61,000 cars for China in 2023.',
      quote: 'The plant employed 2,300 people and built 61,000 cars for China in 2023.',
      kind: 'act',
    }),
    variant: 'In 2023 the plant employed 2,300 people and built 61,000 cars for China.',
  },
  {
    ...told({
      claim: 'The Forge union did not accept the closure of the British plant.',
      quote: 'The Forge union did not accept the closure of the British plant.',
      speaker: 'Forge union',
      verb: 'denied',
    }),
    variant: 'The closure of the British plant was not accepted by the Forge union.',
  },
];

/** True claims on those articles, three on each, in their order. */
export const TRUE_CLAIMS: readonly TrueClaim[] = [...TOLD.map((claim, index) => ({ ...claim, variant: VARIANTS[index] ?? '' })), ...MORE];

/** The true claim at a place. @throws Error where there is none. */
export function trueClaim(on: number): TrueClaim {
  const claim = TRUE_CLAIMS[on];
  if (!claim) throw new Error(`There is no true claim ${on}.`);
  return claim;
}
