import type { Span } from './spans.ts';

/** Nouns whose complement is what somebody fears, claims or suspects, and no fact. */
const HEAD =
  /\b(?:concerns?|worr(?:y|ies)|fears?|anxiet(?:y|ies)|alarm|unease|doubts?|suspicions?|allegations?|accusations?|claims?|charges?|reports?|rumou?rs?|suggestions?|speculation|assertions?|insinuations?|notion|idea|belief|perception|possibility|prospect|risks?|threats?|dangers?|likelihood|questions?|criticisms?|complaints?|warnings?|hopes?)\s(?:(?:raised|voiced|expressed|made|levelled|leveled)\s)?(?:by\s(?:\p{L}+\s){1,4}?)?(over|about|of|that|regarding|concerning|as to|on|surrounding|around)\s/giu;
const ALWAYS: ReadonlySet<string> = new Set(['over', 'about', 'of', 'that', 'regarding', 'concerning', 'as to', 'surrounding', 'around']);
/** Reports, charges and risks "on" something are papers; only these are held "on" what is not known. */
const ON_TOO = /^(?:concern|worr|fear|doubt|suspicion|unease|question)/iu;
const ACCUSED =
  /\b(?:accus(?:e|es|ed|ing)\s(?:[\p{L}'’-]+\s){1,8}?of|suspected of|suspicion of|charged with|alleg(?:es|ed|ing) that|alleged|purported|supposed)\s/giu;
const END =
  /[,;:.!?—–()“”"]|\s(?:and (?:said|has|have|was|were|is|are|will|would|called|urged|told)|but|while|although|who|which|said|says|told|has|have|had|was|were|is|are|will|would|may|must|should|could)\s/giu;
const LONGEST = 400;

function complement(text: string, from: number, clause: boolean): Span {
  const rest = text.slice(from, from + LONGEST);
  // After "that" comes a clause with a verb of its own, so that only a mark ends it.
  const end = clause ? rest.search(/[,;:.!?—–()“”"]/u) : (nextEnd(rest) ?? -1);
  return { start: from, end: from + (end === -1 ? rest.length : end) };
}

function nextEnd(rest: string): number | undefined {
  for (const match of rest.matchAll(END)) if (match.index > 0) return match.index;
  return undefined;
}

/**
 * The stretches of a text that stand under "concerns over", "allegations of", "claims that" and the like: what is in
 * them is never a fact, whoever is named there.
 */
export function presupposedSpans(text: string): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(HEAD)) {
    const word = (match[1] ?? '').toLowerCase();
    if (ALWAYS.has(word) || ON_TOO.test(match[0])) spans.push(complement(text, match.index + match[0].length, word === 'that'));
  }
  for (const match of text.matchAll(ACCUSED)) spans.push(complement(text, match.index + match[0].length, /that\s$/iu.test(match[0])));
  return spans.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
}
