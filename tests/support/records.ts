import type { ReplyInput, ReplyRecord } from '../../src/domain/reply-record.ts';
import { makeHead } from './heads.ts';

/** How a reply came about, with what a test does not care about filled in. */
export function makeRecord(over: Partial<ReplyRecord> = {}): ReplyRecord {
  return { inputs: [], prompts: [], model: null, ms: 0, writtenOn: '2025-01-15', ...over };
}

/** An article that a reply was made from. */
export function makeInput(articleId: string, over: Partial<ReplyInput> = {}): ReplyInput {
  const { contentHash, storyId, published, sample } = makeHead(articleId);
  return { articleId, contentHash, storyId, published, sample, ...over };
}
