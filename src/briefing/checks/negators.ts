import type { Span } from '../../corpus/spans.ts';
import { contentWords, isTurnedWord } from './content-words.ts';
import { type Mark, marksIn } from './marks.ts';

/**
 * `hard` negators deny by themselves; `turning` ones deny the deed that follows them ("refused to sign"); `faint` ones
 * may stand for a denial in other words ("lost the vote" for "did not pass") but demand none.
 */
export type Negation = 'hard' | 'turning' | 'faint';
export type Negator = Mark<Negation>;

const DEED = String.raw`(?:plans?|bids?|proposals?|attempts?|efforts?|ideas?|projects?|schemes?|intentions?)`;
const FIRM: readonly (readonly [Negation, RegExp])[] = [
  [
    'hard',
    /\b(?:(?<!\b(?:whether\sor|if|why)\s)not(?!\s(?:only|just|least|merely|simply|to\smention)\b)|never|no\slonger|no(?!\s(?:fewer|less|more|later|earlier|sooner)\sthan\b|\s(?:doubt|matter|longer)\b|\s?\.)|none|nobody|nothing(?!\sbut\b)|neither|nor|without|cannot|\p{L}+n't)\b/giu,
  ],
  [
    'turning',
    /\b(?:fail(?:s|ed|ing|ure)?\sto|refus(?:e|es|ed|ing|al)\sto|declin(?:e|es|ed|ing)\sto|unable\sto|unwilling\sto|reluctant\sto|lack(?:s|ed|ing)?|(?:ha[sd]|have|is|are|was|were)\syet\sto|(?:anything\sbut|far\sfrom)|stop(?:s|ped|ping)?\sshort\sof|f(?:e|a)lls?\sshort\sof|(?:rul(?:e|es|ed|ing))\sout|exclud(?:e|es|ed|ing)|hardly|barely|scarcely|rather\sthan|instead\sof|(?:vot|decid|rul|argu|advis)(?:e|es|ed|ing)\sagainst|(?<!\b(?:a|the|past|last|next|every|first|these|those|few)\s)few(?!\s(?:days|weeks|months|years|hours|minutes)\b)|(?<!\ba\s)little\s(?=(?:chance|hope|sign|evidence|progress|prospect|appetite|support|interest|effect)\b))\b/giu,
  ],
  [
    'turning',
    /\bno\s(?:\p{L}+\s)?(?:evidence|proof|signs?|indications?|suggestion|reasons?|basis|grounds?|plans?|intention|chance|hope|prospect|risk|claim)\s(?:that|of|to|for)\b/giu,
  ],
  ['turning', /\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing))(?=\s(?:that|any|having|being|\p{L}+ing)\b)/giu],
  [
    'turning',
    /\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|rebut(?:s|ted)?|refut(?:es|ed))\s(?:\p{L}+\s){0,4}?(?:claims?|notion|idea|suggestions?|view|accusations?|allegations?|charges?|assertions?)(?=\sthat\b)/giu,
  ],
  [
    'turning',
    new RegExp(
      String.raw`\b(?:abandon(?:s|ed|ing)?|drop(?:s|ped|ping)?|scrap(?:s|ped|ping)?|shelv(?:es|ed|ing)|ditch(?:es|ed|ing)?|cancel(?:s|led|ling)?|ax(?:es|ed))\s(?:\p{L}+\s){0,2}?${DEED}\s(?:to|for|of)\b`,
      'giu',
    ),
  ],
];
const FAINT: readonly (readonly [Negation, RegExp])[] = [
  [
    'faint',
    /\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut(?:s|ted)?|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)|fail(?:s|ed|ing|ure)?|oppos(?:e|es|ed|ing|ition)|against|avoid(?:s|ed|ing)?|resist(?:s|ed|ing)?|abandon(?:s|ed|ing)?|drop(?:s|ped|ping)?|scrap(?:s|ped)?|shelv(?:es|ed)|cancel(?:s|led)?|cease[sd]?|stop(?:s|ped|ping)?|halt(?:s|ed|ing)?|end(?:s|ed|ing)?|quit|block(?:s|ed|ing)?|veto(?:es|ed)?|defeat(?:s|ed)?|lose[s]?|lost|miss(?:es|ed|ing)?|overturn(?:s|ed)?|quash(?:es|ed)?|prevent(?:s|ed|ing)?|ban(?:s|ned|ning)?|bar(?:s|red|ring)?|prohibit(?:s|ed)?|forb(?:ade|idden|ids?)|exclud(?:es|ed|ing)|collapse[sd]?|broke\sdown|deadlock(?:ed)?|stalemate|f(?:e|a)ll\sthrough|withdr(?:aw|awn|ew)|withh(?:eld|olds?)|contradict(?:s|ed)?|unlikely|absent|absence|short\sof|lack(?:s|ed|ing)?|exempt(?:s|ed)?|spares?|spared|free\sof|baseless|groundless|silent|little|unanswered|remain(?:s|ed|ing)?|stay(?:s|ed)?|persist(?:s|ed)?|linger(?:s|ed)?|continu(?:es|ed?)|kept|keeps?|apart)\b/giu,
  ],
];

/** "unsafe", "illegal": a denial within a word, which says the same as "not safe". */
function turnedWords(text: string, span: Span): readonly Negator[] {
  return contentWords(text, span)
    .filter(({ start, end }) => isTurnedWord(text.slice(start, end)))
    .map(({ start, end, key }) => ({ kind: 'turning', at: start, word: text.slice(start, end), target: key, targetAt: start }));
}

/** The negators in a stretch of text. A longer one hides those that are in it ("failed" in "failed to"). */
export function negatorsIn(text: string, span: Span): readonly Negator[] {
  const firm = marksIn(text, span, FIRM);
  const faint = marksIn(text, span, FAINT).filter(({ at }) => !firm.some((other) => at >= other.at && at < other.at + other.word.length));
  return [...firm, ...faint, ...turnedWords(text, span)];
}
