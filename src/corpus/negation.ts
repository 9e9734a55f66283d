const NEGATION =
  /(?<![\p{L}\p{N}])(?:not(?! only\b)|never|no(?!\s?[.\d])|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n['’]t|(?:fail(?:s|ed)?|refus(?:e|es|ed)|declin(?:e|es|ed))(?:\s\p{L}+){0,2}?\sto|unlikely|hardly|barely|scarcely)(?![\p{L}\p{N}])/iu;
/** What is said in passing: it may be negated without negating the statement. */
const ASIDE =
  /,\s(?:which|who|whom|whose|where|not least)\b[^,;]*(?:,|$)|\([^()]*\)|\b(?:because|although|even though|whereas|unless|if|after|before|as long as)\b[^,;]*|;.*$/giu;
/** "did not rule out" and the like still deny; only "no doubt", "not only", "no longer just" and "nothing but" do not. */
const EMPTY = /\b(?:no doubt|not only|not just|nothing but|no fewer than|no less than|why not|whether or not|if not)\b/giu;

/** True when the statement itself is negated: not, no, never, without, failed to, refused to. */
export function isNegated(text: string): boolean {
  return NEGATION.test(text) && NEGATION.test(text.replace(ASIDE, ' ').replace(EMPTY, ' '));
}
