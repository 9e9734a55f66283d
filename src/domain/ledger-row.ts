import type { Answer } from './answer.ts';
import type { Brief, Engine, Usage } from './brief.ts';
import type { DroppedClaim } from './claim.ts';
import type { ReplyRecord } from './reply-record.ts';

/** What one brief or answer was made from, with what, and what it cost. */
export interface LedgerRow {
  readonly id: string;
  readonly kind: 'brief' | 'answer';
  /** The topic's title, the words of a brief that has no topic, or the question. */
  readonly subject: string;
  /** ISO 8601, UTC; null for answers from before it was kept. */
  readonly writtenAt: string | null;
  readonly engine: Engine;
  readonly usage: Usage;
  readonly dropped: readonly DroppedClaim[];
  readonly record: ReplyRecord;
}

/** The row of a reply: everything but what it says. */
export function toLedgerRow(reply: Brief | Answer): LedgerRow {
  const { id, kind, writtenAt, engine, usage, dropped, record } = reply;
  const subject = reply.kind === 'brief' ? reply.topic.title : reply.question;
  return { id, kind, subject, writtenAt, engine, usage, dropped, record };
}
