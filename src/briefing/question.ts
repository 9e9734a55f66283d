import { stemOf, termsOf } from '../corpus/terms.ts';
import { verbClassOf } from '../corpus/verb-classes.ts';

/** What a sentence must hold to answer: a date, a figure, the act that is asked about, words of a speaker, or nothing in particular. */
export type QuestionKind = 'when' | 'how-many' | 'whether' | 'what-said' | 'open';

export interface ParsedQuestion {
  readonly kind: QuestionKind;
  readonly text: string;
  /** For `what-said`: who is asked about, as typed. */
  readonly speaker: string | null;
  /** For `whether` and `when`: stem of the verb that is asked about. */
  readonly act: string | null;
  /** For `how-many`: stems of the words that may name what is counted; empty when nothing does. */
  readonly counted: readonly string[];
  /** True where the figure that is asked for is one of money: "how much did it cost". */
  readonly money: boolean;
  /** True for what is still to come: "when will …". */
  readonly ahead: boolean;
  /** True for a length of time, which a date can answer too: "how long", "since when". */
  readonly span: boolean;
}

const LEAD_IN =
  /^(?:(?:and|but|so|ok|okay|hi|hello|please|well|now)[,\s]+|(?:can|could) you (?:please )?(?:tell|say|show)(?: me| us)?[,\s]+|tell (?:me|us)[,\s]+|do (?:you|we) know[,\s]+)+/iu;
const WHEN =
  /^(?:(?:since|until|by|on|from) )?(?:when\b|(?:what|which) (?:date|day|month|year|time)\b)|\bon (?:what|which) (?:date|day)\b/iu;
const HOW_MANY =
  /^(?:(?:by|at|for|to|in|of|from) )?(?:how (?:many|much|large|big|high|long|often|old|far)\b|(?:what|which) (?:is |was |are |were )?(?:the )?(?:\p{L}+ ){0,2}?(?:number|share|percentage|proportion|rate|amount|value|figure|total|size|worth|cost|price|level|duty|tariff)\b)/iu;
const COUNTED =
  /\bhow (?:many (?:of the )?|much (?:of the )?(?!(?:will|would|is|are|was|were|did|do|does|has|have|had|can|could|should|more|less|money|it|they)\b))(.+)$/isu;
/** What ends the words that are counted: an auxiliary, or the "of" that says out of what. */
const AUXILIARY = /^(?:of|is|are|was|were|be|been|will|would|did|do|does|has|have|had|can|could|should|must|may|might)$/iu;
const MONEY = /\bhow much\b.+\b(?:cost|pay|paid|spend|spent|worth)\b|\b(?:cost|price) of\b/iu;
const WHETHER = /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|must|may)(?:n['’]t)?\s+(.+)$/isu;
/** What follows the auxiliary of a "when" question. */
const AFTER_WHEN = /^.{0,30}?\b(?:did|does|do|is|are|was|were|has|have|had|will|would)\s+(.+)$/isu;
const SAYING =
  '(?:say|said|think|want|demand|respond|reply|react|claim|argue|tell|told|warn|stress|comment|deny|ask for|call for|make of|believe|view)';
const WHAT_SAID = new RegExp(
  String.raw`^(?:what|how) (?:exactly )?(?:did|does|do|has|have|had|is|was) (.{2,80}?) (?:have to |had to )?${SAYING}\b`,
  'isu',
);
const POSITION_OF = /^what (?:is|was|are|were) (.{2,60}?)(?:['’]s?)? (?:position|view|stance|line|response|reaction|reply|answer)\b/isu;

/** The verb after the subject: the first word past the first that is known as a verb, else the second word. */
function actOf(rest: string): string | null {
  const words = rest.match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const verb = words.slice(1).find((word) => /^\p{Ll}/u.test(word) && (verbClassOf(word) !== null || /(?:ing|ed)$/u.test(word)));
  const fallback = words.slice(1).find((word, index) => /^\p{Ll}/u.test(word) && /^\p{Lu}/u.test(words[index] ?? ''));
  const act = verb ?? fallback ?? null;
  return act === null ? null : stemOf(act.toLowerCase());
}

/** What "how many" counts: the words up to an "of" or the auxiliary when one comes soon, else the first two. A name is not counted. */
function countedIn(text: string): readonly string[] {
  const words =
    COUNTED.exec(text)?.[1]
      ?.match(/[\p{L}\p{N}'’-]+/gu)
      ?.slice(0, 5) ?? [];
  const auxiliary = words.findIndex((word) => AUXILIARY.test(word));
  const counted = words.slice(0, auxiliary < 0 ? 2 : auxiliary);
  return counted.filter((word) => !/^\p{Lu}/u.test(word)).flatMap((word) => termsOf(word));
}

function kindOf(text: string): QuestionKind {
  if (WHEN.test(text)) return 'when';
  if (HOW_MANY.test(text)) return 'how-many';
  if (WHAT_SAID.test(text) || POSITION_OF.test(text)) return 'what-said';
  return WHETHER.test(text) ? 'whether' : 'open';
}

/** Reads what kind of answer a question wants. Anything at all may be passed in; what is not understood is `open`. */
export function parseQuestion(question: string): ParsedQuestion {
  const text = question.slice(0, 1_000).trim().replace(LEAD_IN, '');
  const kind = kindOf(text);
  return {
    kind,
    text,
    speaker: kind === 'what-said' ? ((WHAT_SAID.exec(text) ?? POSITION_OF.exec(text))?.[1] ?? null) : null,
    act: kind === 'whether' ? actOf(WHETHER.exec(text)?.[1] ?? '') : kind === 'when' ? actOf(AFTER_WHEN.exec(text)?.[1] ?? '') : null,
    counted: kind === 'how-many' ? countedIn(text) : [],
    money: kind === 'how-many' && MONEY.test(text),
    ahead: kind === 'when' && /^\S+(?: \S+){0,2} (?:will|is .{1,40} to|are .{1,40} to|does|do)\b/iu.test(text),
    span: /^(?:for )?how long\b/iu.test(text),
  };
}
