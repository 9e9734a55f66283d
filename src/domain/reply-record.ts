import type { ArticleHead } from './article.ts';
import type { LocalDate } from './local-date.ts';

/** An article as a reply was made from it, with what a later brief must know of it even when it is held no more. */
export type ReplyInput = Pick<ArticleHead, 'contentHash' | 'storyId' | 'published' | 'sample'> & { readonly articleId: string };

/** How a reply came about: what the ledger lists, and what the next brief on the topic is compared with. */
export interface ReplyRecord {
  /** Every article that was considered, shown or not, in no order. Empty for replies from before records were kept. */
  readonly inputs: readonly ReplyInput[];
  /** `id@version` of the prompts that what is shown was made with; none where all words are the articles' own. */
  readonly prompts: readonly string[];
  /** The language model that was asked, even when nothing of what it wrote is shown; null where none was. */
  readonly model: string | null;
  /** Milliseconds from the request to the reply. */
  readonly ms: number;
  /** The day of the reply in the tenant's zone; null for replies from before records were kept. */
  readonly writtenOn: LocalDate | null;
}

/** The inputs that these articles are. */
export function toInputs(heads: readonly ArticleHead[]): readonly ReplyInput[] {
  return heads.map(({ id, contentHash, storyId, published, sample }) => ({ articleId: id, contentHash, storyId, published, sample }));
}
