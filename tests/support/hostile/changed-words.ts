import { type HostileSentence, type Swap, swapped } from './hostile-sentence.ts';

const NUMBERS: readonly Swap[] = [
  [1, '35.3%', '33.5%', '53.3%', '35.8%', '3.53%', '135.3%', '35.3 percentage points', 'more than 35.3%'],
  [4, '140', '1,400', '14', '104', '240', 'at least 140', 'fewer than 140'],
  [6, '18', '81', '80', 'eight', '28', 'up to 18', 'two dozen'],
  [7, '£42 million', '£24 million', '£42 billion', '£4.2 million', '$42 million', '€42 million', 'nearly £50 million'],
  [8, '7%', '70%', '17%', '0.7%', 'a seventh', 'at least 7%'],
  [10, '2,300', '3,200', '23,000', '2,003', 'over 2,300'],
  [10, '61,000', '16,000', '610,000', '61 million', '61'],
  [10, '2,300 people and built 61,000 cars', '61,000 people and built 2,300 cars'],
];

const NAMES: readonly Swap[] = [
  [0, 'Mara Lindt', 'Sara Lindt', 'Mara Linden', 'Owen Marsh', 'Prime Minister Mara Lindt'],
  [0, 'China', 'Japan', 'Taiwan'],
  [0, 'the UK', 'the US', 'Ukraine'],
  [1, 'China', 'India', 'Hong Kong'],
  [1, 'British', 'Irish', 'Scottish'],
  [2, 'Lindt', 'Lund'],
  [2, 'Britain', 'France'],
  [2, 'Beijing', 'Moscow', 'Brussels'],
  [3, 'Owen Marsh', 'Owen Marks', 'Ewan Marsh'],
  [3, 'the UK', 'the EU'],
  [3, 'China', 'Chile'],
  [4, 'Britain', 'Germany', 'Northern Ireland'],
  [5, 'Marsh', 'Walsh'],
  [5, 'Beijing', 'Taipei'],
  [6, 'Ines Okafor', 'Ines Okonkwo', 'Inez Okafor'],
  [6, 'Shanghai', 'Shenzhen'],
  [6, 'Felixstowe', 'Southampton'],
  [7, 'British', 'Dutch'],
  [9, 'Kestrel Motors', 'Falcon Motors', 'Kestrel Energy'],
  [9, 'Sunderland', 'Swindon'],
  [10, 'China', 'Canada'],
  [11, 'Forge', 'Unite'],
];

const DATES: readonly Swap[] = [
  [0, 'said', 'said on Thursday', 'said on 7 January 2025', 'said in 2023'],
  [1, 'whisky', 'whisky on Friday', 'whisky on 3 January 2025', 'whisky in 2022', 'whisky last year'],
  [2, 'denied', 'denied on Monday', 'denied in December'],
  [3, 'said', 'said on Saturday', 'said on 12 January 2025'],
  [4, 'in 2024', 'in 2023', 'in 2042', 'in 2014', 'in early 2024', 'since 2024', 'in May 2024'],
  [5, 'steel', 'steel in June 2024', 'steel on Wednesday'],
  [6, 'said', 'said on 18 January', 'said on 8 February', 'said yesterday'],
  [7, 'December 2024', 'November 2024', 'December 2023', 'January 2025'],
  [9, '31 March 2025', '13 March 2025', '31 May 2025', '31 March 2026', '1 April 2025'],
  [9, 'on 31 March 2025', 'before 31 March 2025'],
  [10, 'in 2023', 'in 2022', 'in 2032', 'since 2023', 'until 2023'],
];

export const CHANGED_NUMBERS: readonly HostileSentence[] = NUMBERS.flatMap(swapped);
export const CHANGED_NAMES: readonly HostileSentence[] = NAMES.flatMap(swapped);
export const CHANGED_DATES: readonly HostileSentence[] = DATES.flatMap(swapped);
