import type { Answer } from '../domain/answer.ts';
import type { Usage } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import type { ReplyRecord } from '../domain/reply-record.ts';
import type { ScoredClaim } from './answer-sentences.ts';
import { unsaidOf } from './answer-type.ts';
import type { CandidateClaim } from './candidate.ts';
import { checkClaims } from './check-claims.ts';
import { repeats } from './choose-varied.ts';
import type { Asked, Inquiry } from './inquiry.ts';
import { missingNames } from './missing-names.ts';

/** An answer shows at most this many claims, and the later ones only when they come close to the first. */
const MOST_CLAIMS = 3;
const CLOSE_TO_BEST = 0.8;
/** Of a question's weight, a quote must hold at least `own` (`whether` where it must tell an act), and with its paragraph and headline at least `near`. Set on tests/fixtures/questions/tune.jsonl; see docs/decisions. */
const REFUSE_BELOW = { own: 0.3, near: 0.5, whether: 0.5 } as const;
/** One word in common is chance, unless the question has no other. */
const FEWEST_HELD = 2;

function answers(asked: Asked, scored: ScoredClaim): boolean {
  const { candidate } = scored;
  const own = asked.question.kind === 'whether' ? REFUSE_BELOW.whether : REFUSE_BELOW.own;
  if (scored.own < own || scored.near < REFUSE_BELOW.near || scored.held < Math.min(FEWEST_HELD, asked.weights.size)) return false;
  return scored.hasType && missingNames(asked.question, candidate, asked.aliases).length === 0;
}

function chooseClaims(asked: Asked, scored: readonly ScoredClaim[]): readonly CandidateClaim[] {
  const able = scored.filter((one) => answers(asked, one));
  const best = able[0];
  const chosen: CandidateClaim[] = [];
  for (const { candidate, score, own } of able) {
    if (!best || chosen.length === MOST_CLAIMS || score < CLOSE_TO_BEST * best.score) break;
    // What is about another of the things asked for comes close in all but that.
    if (own < CLOSE_TO_BEST * best.own) continue;
    if (!chosen.some((other) => repeats(candidate, other))) chosen.push(candidate);
  }
  return chosen;
}

function checked(chosen: readonly CandidateClaim[], aliases: Asked['aliases']): readonly Claim[] {
  const sources = new Map(chosen.map(({ story }) => [story.face.article.id, story.face.article]));
  const claims = chosen.map(({ claim }) => claim);
  return checkClaims(claims, sources, aliases).kept;
}

/** What an answer says, whoever found the words. */
export type Said = Pick<Answer, 'claims' | 'unsaid' | 'engine' | 'engineReason' | 'dropped' | 'usage'> & Pick<ReplyRecord, 'prompts'>;

/** Up to three sentences verbatim, or none when none answers. `engineReason` tells the reader why it is verbatim. */
export function answerExtractive({ asked, scored }: Inquiry, engineReason: string, usage: Usage): Said {
  const claims = checked(chooseClaims(asked, scored), asked.aliases);
  const unsaid = claims.length > 0 ? [] : [unsaidOf(asked.question)];
  return { claims, unsaid, engine: 'extractive', engineReason, dropped: [], usage, prompts: [] };
}
