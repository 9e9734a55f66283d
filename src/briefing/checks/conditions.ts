import type { Span } from '../../corpus/spans.ts';
import { alignClause } from './align.ts';
import type { ClaimReading } from './claim-reading.ts';
import type { Statement, StatementClause } from './statement.ts';

const CONDITION =
  /\b(?:if|unless|provided(?:\sthat)?|providing(?:\sthat)?|(?:as|so)\slong\sas|on\s(?:the\s)?condition\sthat|in\sthe\sevent)\b/giu;
/** What makes no condition of an "if" after it, or before it: "asked if", "even if", "if not", "if any". */
const ASKS =
  /\b(?:ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|see|knows?|knew|known|sure|clear|say|says|said|decided?|as|even|doubt(?:s|ed)?|question(?:s|ed)?)(?:\s(?:him|her|them|me|us))?\s$/iu;
const EMPTY = /^if\s(?:not|any|anything|ever|so|only)\b/iu;
const PROVIDED_WITH = /^provid(?:ed|ing)\s(?!that\b|(?:the|an?|its?|they|he|she|\p{Lu}\p{L}+)\s)/u;
/** By these a claim still says that it depends on something. */
const STILL_CONDITIONAL =
  /\b(?:if|unless|provided|providing|long\sas|condition(?:s|al|ally)?|in\scase|in\sthe\sevent|without|depend(?:s|ed|ing|ent)?|subject\sto|once|until|should|were|only|threat\p{L}*|otherwise)\b/iu;
/** What stands before a condition that opens its clause. */
const LEADS = /(?:^|\b(?:that|and|but|however,?)\s|[;:]\s)\W*(?:only\s)?$/iu;
/** So much of what hangs on the condition makes a clause of the claim the same statement. */
const SAME = 0.5;

function isIn({ start }: Span, span: Span | undefined): boolean {
  return span !== undefined && start >= span.start && start < span.end;
}

function isCondition(text: string, at: number): boolean {
  const after = text.slice(at, at + 24);
  return !ASKS.test(text.slice(Math.max(0, at - 24), at)) && !EMPTY.test(after) && !PROVIDED_WITH.test(after);
}

/** A condition at the head of its clause limits what follows it, any other what is before it. */
function limitedBy(at: number, { text, sentences, clauses }: Statement): StatementClause | undefined {
  const sentence = sentences.find(({ start, end }) => at >= start && at < end);
  const before = text.slice(sentence?.start ?? 0, at);
  const beside = clauses.filter((clause) => isIn(clause, sentence) && clause.place !== 'attribution');
  if (!LEADS.test(before)) return beside.findLast(({ verbStart }) => verbStart < at);
  const comma = text.indexOf(',', at);
  const after = beside.filter(({ verbStart }) => verbStart > at);
  return after.find(({ verbStart }) => comma !== -1 && verbStart > comma) ?? after[1];
}

/** What the quote says only under a condition, by the condition's own word. */
function conditionalClauses(quoted: Statement): ReadonlyMap<StatementClause, string> {
  const limited = new Map<StatementClause, string>();
  for (const { 0: word, index } of quoted.text.matchAll(CONDITION)) {
    const clause = isCondition(quoted.text, index) ? limitedBy(index, quoted) : undefined;
    if (clause) limited.set(clause, word);
  }
  return limited;
}

/** "would resign" of a quote with "would resign if the vote was lost": the conditions that the claim leaves out, by their words. */
export function lostConditions({ said, quoted }: ClaimReading): readonly string[] {
  const limited = conditionalClauses(quoted);
  if (limited.size === 0) return [];
  return said.clauses.flatMap((clause) => {
    const aligned = alignClause(clause, quoted);
    const word = aligned && aligned.share >= SAME ? limited.get(aligned.clause) : undefined;
    const sentence = said.sentences[clause.sentence];
    const kept = sentence === undefined || STILL_CONDITIONAL.test(said.text.slice(sentence.start, sentence.end));
    return word === undefined || kept ? [] : [word];
  });
}
