const SINCE =
  /\bsince (?:the )?(?:(?:early|late|mid)[- ])?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:1[89]|20)\d\d|\bsince (?:then|independence|the (?:war|end|fall|crisis|pandemic|1[89]|20))/u;
/** For text in small letters: to ignore case with `u` takes four times as long. */
const SPANS =
  /\b(?:in recent (?:years|months|decades|weeks)|over the (?:past|last) (?:\p{L}+ )?(?:years?|decades?|months?|century)|in the past (?:\p{L}+ )?(?:years?|decades?)|for (?:years|decades|centuries|a decade|many years|generations|a long time)|for more than a (?:decade|century|year)|historically|traditionally|long[- ](?:been|had|has|standing|running)|years ago|decades ago|a (?:year|decade|century) ago|at the time|previously|formerly|once|used to|back in|dates? back|originally|in the (?:19|20)\d0s|(?:have|has) (?:always|undergone|long|repeatedly)|no \p{L}+ \p{L}+ \p{L}+ has)\b/u;
/** "has been critical", not "has been arrested": the second tells news. */
const HAS_BEEN =
  /\b(?:has|have|['’]s|['’]ve)(?: also| long| often| always| never)? been (?!\p{L}+(?:ed|en)\b|made\b|put\b|set\b|cut\b|hit\b|found\b|held\b|told\b|sent\b|shot\b|sold\b)\p{L}+/iu;
const HAS_BEEN_FOR = /\b(?:has|have) been\b.*\b(?:since|for (?:years|decades|months|\p{L}+ (?:years|decades|months)))\b/iu;
const PLUPERFECT =
  /\bhad(?: (?:also|already|long|never|not|once|earlier|always|previously|first|only|just|since|even|then|hoped|himself|herself))*(?:n['’]t)? (?:been|\p{L}+(?:ed|en)|done|made|said|told|held|met|sent|left|gone|come|put|cut|set|won|lost|led|sold|bought|begun|kept|grown|known|become)\b/iu;

/** True for what is told as past background; `mainTense` is the tense of the main clause when it is known. */
export function isBackground(sentence: string, mainTense: string | null): boolean {
  // What a relative clause looks back on ("a dialogue that has not met since 2019") is not when the sentence plays.
  const text = sentence.slice(0, 1_000).replace(/\b(?:which|who|whose|that (?=has|have|had|was|were))\b[^,;]*/giu, ' ');
  if (mainTense === 'pluperfect') return true;
  if (
    SINCE.test(text) &&
    !/\b(?:first|highest|lowest|largest|biggest|worst|best|last|most|fastest|steepest|sharpest)\b[^.]*\bsince\b/iu.test(text)
  )
    return true;
  return SPANS.test(text.toLowerCase()) || HAS_BEEN.test(text) || HAS_BEEN_FOR.test(text) || (mainTense === null && PLUPERFECT.test(text));
}
