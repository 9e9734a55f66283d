import type { Span } from '../../corpus/spans.ts';
import { type ContentWord, contentWords } from './content-words.ts';

/**
 * How a statement is held back. `weak` is wished, asked or weighed; `intent` is planned; `future` is foretold.
 * corpus/modality gives an annotation one word for a sentence; here each mark is wanted with the word that it limits.
 */
export type Hedge = 'possible' | 'must' | 'future' | 'intent' | 'weak' | 'if' | 'alleged';

export interface Mark<Kind> {
  readonly kind: Kind;
  readonly at: number;
  readonly word: string;
  /** Key of the first content word after it, which it limits; null at the end of the clause. */
  readonly target: string | null;
}

const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  [
    'possible',
    /\b(?:might|could(?!\s?n[o']t| no longer)|perhaps|maybe|possibly|possible|potential(?:ly)?|probably|likely|unlikely|appears?|appeared|seems?|seemed|the\s(?:prospect|possibility|risk|chance)\sof|in\stalks|risks)\b|(?<![\p{L}])may(?=\s\p{Ll})/gu,
  ],
  [
    'must',
    /\b(?:must|should|ought\sto|(?:has|have|had|having)\sto|needs?\sto|needed\sto|need\s(?:for|to)|needs|in\sneed\sof|essential|necessary|imperative|vital|crucial|required\sto|obliged\sto|shall)\b/giu,
  ],
  [
    'future',
    /\b(?:will|would|won't|wouldn't|\p{L}+'ll|\p{L}+'d|going\sto|(?:is|are|was|were)\s(?:to\s(?=\p{Ll})|due|set\sto|expected|scheduled|poised|likely\sto|about\sto)|due\s(?:to|in|on|by|for)|set\sto|expected\sto|scheduled\s(?:to|for)|expects?|forecasts?|predicts?|reckons?)\b/giu,
  ],
  [
    'intent',
    /\b(?:plans?|planned|planning|intends?|intended|intention|aims?|aimed|aiming|prepar(?:ed|ing|es?)|pledg(?:ed|es|ing|e)|vow(?:ed|s)?|promis(?:ed|es|e|ing)|propos(?:ed|es|als?|ing|e)|committed\sto|seek(?:s|ing)?|sought|moves?\sto|ready\sto|willing\sto|drafts?|agreed\sto|agrees?\sto)\b/giu,
  ],
  [
    'weak',
    /\b(?:hop(?:ed|es|e|ing)|wants?|wanted|wish(?:es|ed)?|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|urg(?:ed|es|ing|e)|ask(?:ed|s|ing)?|call(?:ed|s|ing)?\s(?:for|on)|demand(?:ed|s|ing)?|request(?:ed|s|ing)?|press(?:ed|es|ing)|push(?:ed|es|ing)\sfor|recommend(?:ed|s|ing)?|suggest(?:ed|s|ing)?|advis(?:ed|es|ing)|explor(?:ed|es|ing)|stud(?:y|ies|ied|ying)|threaten(?:ed|s|ing)?|warn(?:ed|s|ing)?|fear(?:ed|s|ing)?|tr(?:y|ies|ied|ying)\sto|attempt(?:ed|s|ing)?\sto|offer(?:ed|s|ing)?\sto|favou?rs?|believ(?:ed|es|e|ing)|thinks?|suspect(?:ed|s)?|in\sfavour\sof)\b/giu,
  ],
  ['if', /\b(?:if|unless|whether|in\scase|provided\sthat|providing|as\slong\sas|on\scondition|were\sto|in\sthe\sevent)\b/giu],
  [
    'alleged',
    /\b(?:alleg(?:ed|edly|es|e)|reportedly|apparently|purported(?:ly)?|supposed(?:ly)?|rumou?red|accused\sof|suspected\sof|(?:said|understood|believed|thought|reported)\sto)\b/giu,
  ],
];

/** Negators by their own word, and verbs that deny what follows them without one. */
const HARD = /\b(?:not(?!\s(?:only|just|least)\b)|never|no(?!\s?\.)|none|nobody|nothing|neither|without|cannot|\p{L}+n't|nor)\b/giu;
const SOFT =
  /\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut(?:s|ted)?|ruled?\sout|rules\sout|ruling\sout|refus(?:e|es|ed|ing|al)|declin(?:e|es|ed|ing)(?=\sto\b)|fail(?:s|ed|ing|ure)?(?=\sto\b)|lack(?:s|ed|ing)?|stop(?:s|ped|ping)?\sshort|fell\sshort|oppos(?:e|es|ed|ing|ition)|against|avoid(?:s|ed|ing)?|resist(?:s|ed|ing)?|abandon(?:s|ed|ing)?|drop(?:s|ped|ping)?|block(?:s|ed|ing)?|prevent(?:s|ed|ing)?|withdr(?:aw|awn|ew)|contradict(?:s|ed)?|disagree[sd]?|unable|unwilling|unlikely|absent|absence|hardly|barely|scarcely|no\slonger|rather\sthan|instead\sof|unlawful|illegal|unsafe|unfair|unacceptable|impossible|unclear|unnecessary|unfounded|baseless|groundless|exempt(?:s|ed)?|spares?|spared|free\sof|yet\sto|far\sfrom)\b/giu;

function straight(text: string): string {
  return text.replaceAll('’', "'");
}

function marksOf<Kind>(
  text: string,
  span: Span,
  words: readonly ContentWord[],
  patterns: readonly (readonly [Kind, RegExp])[],
): readonly Mark<Kind>[] {
  const inside = straight(text.slice(span.start, span.end));
  return patterns.flatMap(([kind, pattern]) =>
    [...inside.matchAll(pattern)].map((match) => {
      const at = span.start + match.index;
      const end = at + match[0].trimEnd().length;
      return {
        kind,
        at,
        word: match[0].toLowerCase(),
        target: words.find(({ start }) => start >= end)?.key ?? null,
      };
    }),
  );
}

/** The hedges in a stretch of text, each with the word that it limits. Longer forms win over what is in them. */
export function hedgesIn(text: string, span: Span): readonly Mark<Hedge>[] {
  return marksOf(text, span, contentWords(text, span), HEDGES);
}

/** The negators in a stretch of text: `hard` ones deny by themselves, `soft` ones are verbs and adjectives that amount to it. */
export function negatorsIn(text: string, span: Span): readonly Mark<'hard' | 'soft'>[] {
  const words = contentWords(text, span);
  const hard = marksOf(text, span, words, [['hard', HARD] as const]);
  // "neither … nor" denies once, and so does "no … nor".
  const single = hard.filter(({ word }) => word !== 'nor' || hard.length === 1);
  return [...single, ...marksOf(text, span, words, [['soft', SOFT] as const])];
}
