import type { Answer } from '../../src/domain/answer.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { ReplyRecord } from '../../src/domain/reply-record.ts';
import { parseStored } from './stored-json.ts';

/** How replies came about that were saved before that was kept: nothing is known. */
const NO_RECORD: ReplyRecord = { inputs: [], prompts: [], model: null, ms: 0, writtenOn: null };

/** A reply as this release or one before it stored it. What a release before did not keep is filled in here and nowhere else. */
export function readReply(body: string): Brief | Answer {
  const stored = parseStored<Brief | Answer>(body);
  const record = { ...NO_RECORD, ...stored.record };
  if (stored.kind === 'brief') return { ...stored, record };
  const kept: Partial<Answer> = stored;
  return { ...stored, writtenAt: kept.writtenAt ?? null, dropped: kept.dropped ?? [], record };
}
