import { type HostileSentence, type Swap, swapped } from './hostile-sentence.ts';

/** Another meaning over a true quote, which some check sees. */
const SEEN: readonly Swap[] = [
  [0, 'ban gallium exports', 'allow gallium exports'],
  [0, 'would ban', 'would never ban', 'had been forced to allow'],
  [1, 'imposed a duty', 'lifted a duty', 'opposed a duty'],
  [2, 'denied', 'confirmed', 'admitted', 'complained'],
  [3, 'must publish', 'need not publish'],
  [5, 'called for talks', 'ruled out talks', 'broke off talks', 'opposed talks'],
  [8, 'could rise', 'could fall'],
  [9, 'close', 'reopen'],
  [10, 'employed', 'dismissed', 'lacked'],
  [11, 'did not accept', 'welcomed', 'accepted'],
];

/**
 * The same, which no check sees: the verb in the place of the true one is no opposite that
 * src/briefing/checks/opposites.ts has. Not to be put there for being here, or what is measured is the list.
 */
const UNSEEN: readonly Swap[] = [
  [0, 'ban gallium exports', 'lift its ban on gallium exports', 'promote gallium exports', 'restart gallium exports'],
  [1, 'imposed a duty', 'abolished a duty', 'waived a duty'],
  [2, 'delayed a reply', 'hastened a reply'],
  [3, 'must publish', 'must withhold', 'must keep secret'],
  [3, 'publish its review of', 'bury its review of', 'abandon its review of'],
  [4, 'sent', 'withdrew', 'refused', 'recalled'],
  [5, 'called for talks', 'called for an end to talks'],
  [6, 'waiting off', 'leaving', 'barred from', 'unloading in'],
  [7, 'has cost', 'has saved', 'has earned', 'has spared'],
  [8, 'could rise', 'could sink', 'could ease'],
  [8, 'warned', 'hoped', 'rejoiced'],
  [9, 'close', 'keep', 'expand', 'save'],
  [10, 'employed', 'turned away'],
  [11, 'did not accept', 'was glad of', 'did not oppose'],
];

export const OPPOSITE_MEANINGS: readonly HostileSentence[] = [
  ...SEEN.flatMap(swapped),
  ...UNSEEN.flatMap(swapped).map((sentence) => ({ ...sentence, isKnownWrong: true as const })),
];
