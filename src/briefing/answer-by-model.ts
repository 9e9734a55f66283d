import type { Citation } from '../domain/citation.ts';
import type { Claim } from '../domain/claim.ts';
import type { LocalDate } from '../domain/local-date.ts';
import { answerExtractive, type Said } from './answer-extractive.ts';
import { unsaidOf } from './answer-type.ts';
import type { Inquiry } from './inquiry.ts';
import type { ModelWriting } from './model/create-model-writing.ts';
import type { ModelSession } from './model/model-session.ts';

/** Of the passages found, as many are given to a model. */
const PASSAGES_ASKED = 8;

/** True when a quote holds the kind of thing that was asked for, as code reads it. */
function holdsType({ scored }: Inquiry, claims: readonly Claim[]): boolean {
  return claims.some((claim) =>
    scored.some(
      ({ candidate, hasType }) => hasType && candidate.claim.citations.some((own) => claim.citations.some((other) => meets(own, other))),
    ),
  );
}

function meets(left: Citation, right: Citation): boolean {
  return left.articleId === right.articleId && left.start < right.end && right.start < left.end;
}

/** The model's answer; the extractive one where the model fails or nothing that it wrote passes the checks. */
export async function answerByModel(
  { answer, promptNames }: ModelWriting,
  session: ModelSession,
  inquiry: Inquiry,
  today: LocalDate,
): Promise<Said> {
  const { asked, results, reads } = inquiry;
  const passages = results.slice(0, PASSAGES_ASKED).flatMap(({ passage: { articleId, start, end } }) => {
    const read = reads.find(({ article }) => article.id === articleId);
    return read ? [{ read, start, end }] : [];
  });
  if (passages.length === 0) return answerExtractive(inquiry, 'no passage holds any of these words', session.usage());
  const given = await answer(session, asked.question.text, passages, { today, aliases: asked.aliases });
  if (given.kind === 'failed') return answerExtractive(inquiry, given.reason, session.usage());
  const { says, dropped } = given;
  const claims = given.claims.filter((claim) => !inquiry.heldBack(claim));
  if (claims.length === 0 && says !== 'no')
    return answerExtractive(inquiry, 'nothing that the model wrote passed the checks', session.usage());
  const answered = says === 'yes' && claims.length > 0 && holdsType(inquiry, claims);
  const engineReason = `${session.model} answered; ${dropped.length} of its sentences did not pass the checks`;
  const unsaid = answered ? [] : [unsaidOf(asked.question)];
  return { claims, unsaid, engine: 'model', engineReason, dropped, usage: session.usage(), prompts: [promptNames.answer] };
}
