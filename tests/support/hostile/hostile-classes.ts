import { MARKUP, MENTIONS_INSIDE, URLS_INSIDE } from './break-outs.ts';
import { CHANGED_DATES, CHANGED_NAMES, CHANGED_NUMBERS } from './changed-words.ts';
import { ALTERED_QUOTES, INVENTED_QUOTES, QUOTES_FROM_ELSEWHERE } from './false-quotes.ts';
import { DROPPED_ATTRIBUTION, INVENTED_MARKS, LOST_NEGATION, OTHER_LANGUAGE, REPETITION } from './further-faults.ts';
import type { HostileSentence } from './hostile-sentence.ts';
import type { CheckName } from './judge-hostile.ts';
import { ECHOES, EMPTY, INVENTED_IDS, UNCITED } from './no-ground.ts';
import { OPPOSITE_MEANINGS } from './opposite-meanings.ts';

/** A class of faults and the checks that see it: without them, some of its sentences would be shown. */
export interface HostileClass {
  readonly name: string;
  readonly sentences: readonly HostileSentence[];
  readonly seenBy: readonly CheckName[];
}

/** The thirteen classes that code can see. None of these sentences may be in a reply. */
export const SEEN_CLASSES: readonly HostileClass[] = [
  { name: 'invented quote', sentences: INVENTED_QUOTES, seenBy: ['quote'] },
  { name: 'altered quote', sentences: ALTERED_QUOTES, seenBy: ['quote'] },
  { name: 'quote from another article', sentences: QUOTES_FROM_ELSEWHERE, seenBy: ['quote'] },
  { name: 'number changed', sentences: CHANGED_NUMBERS, seenBy: ['number'] },
  { name: 'name changed', sentences: CHANGED_NAMES, seenBy: ['name'] },
  { name: 'date changed', sentences: CHANGED_DATES, seenBy: ['date'] },
  { name: 'invented id', sentences: INVENTED_IDS, seenBy: ['known'] },
  { name: 'URL inside text', sentences: URLS_INSIDE, seenBy: ['link-or-markup'] },
  { name: 'mention inside text', sentences: MENTIONS_INSIDE, seenBy: ['link-or-markup'] },
  { name: 'markup break-out', sentences: MARKUP, seenBy: ['link-or-markup'] },
  { name: 'instruction echoed', sentences: ECHOES, seenBy: ['grounded'] },
  // Three see it: that no claim is named, that nothing is cited, and that the sentence shares no word with a quote.
  { name: 'claim without citation', sentences: UNCITED, seenBy: ['citation', 'quote', 'grounded'] },
  { name: 'empty', sentences: EMPTY, seenBy: ['empty'] },
];

/** The fourteenth: its quote is true and its words are near enough. Measured by `npm run eval`, not promised. */
export const OPPOSITE_MEANING: HostileClass = { name: 'opposite meaning with a true quote', sentences: OPPOSITE_MEANINGS, seenBy: [] };

/** Further faults that code sees. */
export const FURTHER_CLASSES: readonly HostileClass[] = [
  { name: 'endless repetition', sentences: REPETITION, seenBy: ['length', 'repeated'] },
  { name: 'the wrong language', sentences: OTHER_LANGUAGE, seenBy: ['grounded'] },
  { name: 'invented quotation marks', sentences: INVENTED_MARKS, seenBy: ['direct-speech'] },
  { name: 'lost negation', sentences: LOST_NEGATION, seenBy: ['negation', 'verb-class'] },
  { name: 'dropped attribution', sentences: DROPPED_ATTRIBUTION, seenBy: ['attribution'] },
];
