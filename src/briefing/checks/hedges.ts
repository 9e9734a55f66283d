import type { Span } from '../../corpus/spans.ts';
import { type Mark, marksIn } from './marks.ts';

/**
 * How a statement is held back. `weak` is wished, asked or weighed; `intent` is planned; `future` is foretold.
 * corpus/modality gives an annotation one word for a sentence; here each mark is wanted with the word that it limits.
 */
export type Hedge = 'possible' | 'must' | 'future' | 'intent' | 'weak' | 'if' | 'alleged';

const HEDGES: readonly (readonly [Hedge, RegExp])[] = [
  [
    'possible',
    /\b(?:might|could(?!\s?n[o']t| no longer)|perhaps|maybe|possibly|possible|potential(?:ly)?|probably|likely|unlikely|appears?|appeared|seems?|seemed|(?:prospect|possibility|risk|chance|danger|threat)s?\sof|in\stalks|negotiat(?:es?|ing)|risks)\b|(?<![\p{L}])may(?=\s\p{Ll})/gu,
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
    /\b(?:hop(?:ed|es|e|ing)|wants?|wanted|wish(?:es|ed)?|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|mull(?:s|ed|ing)?|urg(?:ed|es|ing|e)|ask(?:ed|s|ing)?|call(?:ed|s|ing)?\s(?:for|on)|demand(?:ed|s|ing)?|request(?:ed|s|ing)?|press(?:ed|es|ing)|push(?:ed|es|ing)\sfor|recommend(?:ed|s|ing)?|suggest(?:ed|s|ing)?|advis(?:ed|es|ing)|explor(?:ed|es|ing)|stud(?:y|ies|ied|ying)|threaten(?:ed|s|ing)?|warn(?:ed|s|ing)?|fear(?:ed|s|ing)?|worr(?:y|ies|ied)|tr(?:y|ies|ied|ying)\sto|attempt(?:ed|s|ing)?\sto|offer(?:ed|s|ing)?\sto|favou?rs?|believ(?:ed|es|e|ing)|thinks?|suspect(?:ed|s)?|in\sfavour\sof)\b/giu,
  ],
  ['if', /\b(?:if|unless|whether|in\scase|provided\sthat|providing|as\slong\sas|on\scondition|were\sto|in\sthe\sevent)\b/giu],
  [
    'alleged',
    /\b(?:alleg(?:ed|edly|es|e)|reportedly|apparently|purported(?:ly)?|supposed(?:ly)?|rumou?red|accused\sof|suspected\sof|(?:said|understood|believed|thought|reported)\sto)\b/giu,
  ],
];

/** The hedges in a stretch of text, each with the word that it limits. */
export function hedgesIn(text: string, span: Span): readonly Mark<Hedge>[] {
  return HEDGES.flatMap((one) => marksIn(text, span, [one]));
}
