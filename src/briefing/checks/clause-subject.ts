import type { Actor } from '../../corpus/actor.ts';
import type { Clause } from '../../corpus/clauses.ts';
import { isNameToken, type NounPhrase, readBack, readForward } from '../../corpus/noun-phrases.ts';
import type { SentenceToken } from '../../corpus/sentence-tokens.ts';
import type { Span } from '../../corpus/spans.ts';

function agentOf(tokens: readonly SentenceToken[], clause: Clause, end: number): NounPhrase | null {
  const by = tokens.findIndex((token, index) => index > clause.at && index < end && token.lower === 'by');
  return by === -1 ? null : readForward(tokens, by + 1);
}

/** "Kravets, who blamed the weather": whom "who" stands for. */
function antecedentOf(tokens: readonly SentenceToken[], phrase: NounPhrase | null): NounPhrase | null {
  if (!phrase || phrase.to - phrase.from !== 1 || tokens[phrase.from]?.lower !== 'who') return phrase;
  return readBack(tokens, tokens[phrase.from - 1]?.text === ',' ? phrase.from - 1 : phrase.from) ?? phrase;
}

/** "said its lawyer, Anne Petit": where the name behind a subject that follows its verb ends. */
function nameAfter(tokens: readonly SentenceToken[], from: number): number {
  let to = from + 1;
  while (tokens[from]?.text === ',' && isNameToken(tokens, to)) to += 1;
  return to > from + 1 ? to : from;
}

/** From the subject, or the office before it ("Poland's president, Andrzej Duda"), to the verb, without relative clauses. */
export function subjectText(text: string, tokens: readonly SentenceToken[], phrase: NounPhrase, verb: number): string {
  const from = tokens[Math.min(phrase.at + 1, phrase.from)]?.start ?? 0;
  const to = tokens[Math.max(phrase.to, phrase.from < verb ? verb : nameAfter(tokens, phrase.to)) - 1]?.end ?? from;
  const parts = text.slice(from, to).split(/,\s/u);
  return parts
    .filter(
      (part, index) =>
        index === 0 || !/^(?:who|which|whose|whom|where|when|while|after|before|in|on|at|as|with|speaking|asked)\b/iu.test(part),
    )
    .join(', ');
}

/** Where a subject that is somebody stands; null for things and papers. */
export function somebodysWords(phrase: NounPhrase | null, actor: Actor | null, tokens: readonly SentenceToken[]): Span | null {
  if (!phrase || !actor || actor.kind === 'thing' || actor.kind === 'document') return null;
  return { start: tokens[phrase.from]?.start ?? 0, end: tokens[phrase.to - 1]?.end ?? 0 };
}

/** Who does what a clause tells: its subject, the agent of a passive, or whom "who" stands for. */
export function doerOf(tokens: readonly SentenceToken[], clause: Clause, end: number): NounPhrase | null {
  return clause.passive ? agentOf(tokens, clause, end) : antecedentOf(tokens, clause.subject);
}
