/** Openers and verbs by which an article judges in its own name. */
const OPENERS =
  /^(?:importantly|crucially|significantly|notably|interestingly|tellingly|clearly|obviously|undoubtedly|unsurprisingly|surprisingly|predictably|arguably|admittedly|ultimately|sadly|fortunately|unfortunately|regrettably|ironically|worryingly|encouragingly|of course|to be sure|no doubt|in truth|in short|in essence|in conclusion|overall|all in all|at its core|make no mistake|needless to say|it is (?:evident|clear|obvious|apparent|undeniable|no surprise|hard|difficult|easy|tempting|worth|important|crucial|vital|essential|necessary|striking|telling|notable|noteworthy|fair|safe|time|likely|unlikely|possible|too early|high time|not hard|not clear)|it (?:remains|seems|appears) |it would be|there is (?:no doubt|never|little doubt|nothing|every reason|much|a case)|this (?:signifies|demonstrates|shows|highlights|underscores|underlines|reflects|illustrates|suggests|signals|marks|means|represents|could|may|might)|that (?:suggests|argument|means|shows)|while (?:there are|there is|many|some|opinions))(?=[\s,]|$)/iu;
// Without `u`, with which to ignore case takes four times as long.
const JUDGEMENTS =
  /\b(?:remains? to be seen|differing (?:opinions|views)|demonstrates? (?:the|its|his|her|their|a|how|that)|signif(?:ies|ied) (?:a|the|that|how)|underscor(?:es|ed) the (?:importance|need|significance|complexity)|highlight(?:s|ed) the (?:importance|need|significance|complexity|challenges)|(?:a )?testament to|serves? as a reminder|sends? a (?:clear|strong) (?:message|signal)|paves? the way|game[- ]changer|only time will tell|at a (?:time|crossroads|critical juncture)|comes? (?:at a time|amid|as)|(?:may|might|could) well|may (?:be driven|prove|find|hurt|seem)|(?:may|might) also prove|is (?:likely|unlikely|bound|hard|difficult|poised) to|should not be dismissed|must be judged|deserves? (?:credit|praise|better)|(?:they|he|she|critics) (?:are|is) (?:wrong|right)|will please|open question|everything turns on|the (?:real )?question is|the point is|the lesson|the truth is|little wonder|no wonder|as far as we know|ought to)\b/i;
const FIRST_PERSON = /(?:^|[.,;]\s|\s)(?:I|we)\s(?:think|believe|doubt|suspect|expect|hope|fear|argue|would argue|find|conclude|see)\b/iu;
const HARD_TO =
  /\b(?:hard|difficult|impossible|tempting|easy) (?:to|not to) (?:avoid|see|say|deny|escape|imagine|believe|argue|conclude|judge|ignore|overstate)\b/iu;
const VERDICT =
  /^(?:this|that|it|the (?:move|decision|deal|visit|result|policy|plan|trip|reality|package)) (?:is|was|would be|looks|seems) (?:a |an |the |not |only |too |rather |quite |hardly |far )*(?:right|wrong|mistake|disgrace|triumph|failure|success|weaker|stronger|unwise|wise|welcome|overdue|folly|gamble|good|bad|poor|sensible|absurd|cowardly|brave|strange|speed)\b/iu;

/** True for a sentence in which the article itself judges; only asked where nobody else speaks. */
export function isOpinion(sentence: string): boolean {
  const text = sentence.slice(0, 600);
  return OPENERS.test(text) || JUDGEMENTS.test(text) || FIRST_PERSON.test(text) || HARD_TO.test(text) || VERDICT.test(text);
}
