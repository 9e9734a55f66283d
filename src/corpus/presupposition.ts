import type { Span } from './spans.ts';

/** A stretch of a text that is told as feared, claimed or suspected. */
export interface PresupposedSpan extends Span {
  /** How: under a noun ("claims of"), as what somebody is accused of, or as what is criticised, which may well have happened. */
  readonly as: 'noun' | 'accusation' | 'criticism';
}

/** Nouns whose complement is what somebody fears, claims or suspects, and no fact. */
const HEAD =
  /\b(?:concerns?|worr(?:y|ies)|fears?|anxiet(?:y|ies)|alarm|unease|doubts?|suspicions?|allegations?|accusations?|claims?|charges?|reports|rumou?rs?|suggestions?|speculation|assertions?|insinuations?|notion|idea|belief|perception|possibility|prospect|risks?|threats?|dangers?|likelihood|questions?|criticisms?|complaints?|warnings?|hopes?)\s(?:(?:raised|voiced|expressed|made|levelled|leveled)\s)?(?:by\s(?:\p{L}+\s){1,4}?)?(over|about|of|that|regarding|concerning|as to|on|surrounding|around)\s/giu;
const ALWAYS: ReadonlySet<string> = new Set(['over', 'about', 'of', 'that', 'regarding', 'concerning', 'as to', 'surrounding', 'around']);
/** Reports, charges and risks "on" something are papers; only these are held "on" what is not known. */
const ON_TOO = /^(?:concern|worr|fear|doubt|suspicion|unease|question)/iu;
const ACCUSED =
  /\b(?:accus(?:e|es|ed|ing)\s(?:[\p{L}'’-]+\s){1,8}?of|suspected of|suspicion of|charged with|(?:(?:under|an?)\s(?:criminal\s)?investigation|(?:being\s)?investigated|(?:being\s)?probed|on trial|wanted|tried|sued|indicted|arrested|detained|questioned)\s(?:for|over|on charges of)|looking into|alleg(?:es|ed|ing) that|alleged|purported|supposed)\s/giu;
const END =
  /[,;:.!?—–()“”"]|\s(?:and (?:said|has|have|was|were|is|are|will|would|called|urged|told)|but|while|although|who|which|said|says|told|has|have|had|was|were|is|are|will|would|may|must|should|could)\s/giu;
const LONGEST = 400;
const LINKED = /(?:\b(?:and|or|but|nor|who|which|that|because|when|after|before|as|if|while|to)|,)\s(?:\p{L}+ly\s)?$/iu;

function complement(text: string, from: number, clause: boolean, verbStarts: readonly number[]): Span {
  const rest = text.slice(from, from + LONGEST);
  const mark = clause ? rest.search(/[,;:.!?—–()“”"]/u) : (nextEnd(rest) ?? -1);
  const end = from + (mark === -1 ? rest.length : mark);
  // After "that" comes a clause with a verb of its own, and the next without a link is that of the sentence ("has lifted the shares").
  const verbs = verbStarts.filter((at) => at > from && at < end && !(clause && LINKED.test(text.slice(from, at))));
  const verb = verbs[clause ? 1 : 0];
  return { start: from, end: verb ?? end };
}

function nextEnd(rest: string): number | undefined {
  for (const match of rest.matchAll(END)) if (match.index > 0) return match.index;
  return undefined;
}

/**
 * The stretches of a text that stand under "concerns over", "allegations of", "claims that" and the like: what is in
 * them is never a fact, whoever is named there. `verbStarts` are the places of the finite verbs, where such a stretch ends.
 */
export function presupposedSpans(text: string, verbStarts: readonly number[]): readonly PresupposedSpan[] {
  const spans: PresupposedSpan[] = [];
  for (const match of text.matchAll(HEAD)) {
    const word = (match[1] ?? '').toLowerCase();
    const held = ALWAYS.has(word) || ON_TOO.test(match[0]);
    const span = complement(text, match.index + match[0].length, word === 'that', verbStarts);
    if (held) spans.push({ ...span, as: /^(?:criticism|complaint)/iu.test(match[0]) ? 'criticism' : 'noun' });
  }
  for (const match of text.matchAll(ACCUSED)) {
    const span = complement(text, match.index + match[0].length, /that\s$/iu.test(match[0]), verbStarts);
    spans.push({ ...span, as: 'accusation' });
  }
  return spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
}
