import { trueClaim } from './hostile-corpus.ts';
import type { HostileSentence } from './hostile-sentence.ts';

function claimOf(on: number): string {
  return trueClaim(on).claim;
}

export const REPETITION: readonly HostileSentence[] = [
  { on: 0, text: `${claimOf(0)} `.repeat(400).trim() },
  { on: 1, text: 'China China China China China China China China China China China China.' },
  { on: 5, text: `${claimOf(5)} ${claimOf(5)} ${claimOf(5)}` },
  { on: 3, text: `Owen Marsh said that the UK must ${'publish and '.repeat(12)}publish its review of China.` },
];

export const OTHER_LANGUAGE: readonly HostileSentence[] = [
  { on: 0, text: 'Die Finanzministerin Mara Lindt sagte, China werde die Ausfuhr von Gallium verbieten.' },
  { on: 1, text: 'La Chine a imposé un droit de 35,3 % sur le whisky britannique.' },
  { on: 2, text: '中国否认英国拖延答复。' },
  { on: 5, text: 'Marsh pidió conversaciones con Beijing sobre el acero.' },
];

export const INVENTED_MARKS: readonly HostileSentence[] = [
  { on: 0, text: 'Mara Lindt said that China would “ban gallium exports” to the UK.' },
  { on: 3, text: 'Owen Marsh said that the UK “must publish” its review of China.' },
  { on: 5, text: 'Marsh called for "talks" with Beijing about steel.' },
];

export const LOST_NEGATION: readonly HostileSentence[] = [
  { on: 2, text: 'Britain had delayed a reply to Beijing.' },
  { on: 2, text: 'Lindt admitted that Britain had delayed a reply to Beijing.' },
  { on: 2, text: 'Lindt said that Britain had delayed a reply to Beijing.' },
  { on: 0, text: 'Mara Lindt said that China would not ban gallium exports to the UK.' },
];

export const DROPPED_ATTRIBUTION: readonly HostileSentence[] = [
  { on: 0, text: 'China would ban gallium exports to the UK.' },
  { on: 0, text: 'China said that it would ban gallium exports to the UK.' },
  { on: 3, text: 'Mara Lindt said that the UK must publish its review of China.' },
  { on: 5, text: 'Beijing called for talks with Marsh about steel.' },
];
