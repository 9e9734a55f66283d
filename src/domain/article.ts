import type { LocalDate } from './local-date.ts';

/** Where an article's date comes from. `file` is the weakest: a date in a file says nothing of the event. */
export type PublishedFrom = 'page' | 'feed' | 'file';

/** What is known of an article besides its text. */
export interface ArticleHead {
  /** Names this version. A given id or a digest of the lineage, then `~2`, `~3` … for later versions. */
  readonly id: string;
  /** What all versions of one article share: its given id, else its URL, else its path. */
  readonly lineage: string;
  readonly title: string;
  /** `made` when the article came without a title and code wrote one from its first sentence. */
  readonly titleFrom: 'given' | 'made';
  readonly outlet: string | null;
  readonly published: LocalDate | null;
  readonly publishedFrom: PublishedFrom | null;
  readonly url: string | null;
  /** ISO 639-1 where there is one, else ISO 639-3; null where the text is too short to tell. */
  readonly language: string | null;
  readonly contentHash: string;
  /** The version before this one, null for the first. */
  readonly previous: string | null;
  /** The file (with its line, for JSON Lines) or address that it was read from. */
  readonly origin: string;
  /** True for the articles that come with the project, which the first real ingest withdraws. */
  readonly sample: boolean;
  /** Articles with the same story id tell the same event. */
  readonly storyId: string;
}

/** One version of one text. `text` is clean: NFC, well-formed, no invisible characters; paragraphs end in a blank line. */
export interface Article extends ArticleHead {
  readonly text: string;
}

/** What a source hands over for one article, before anything is cleaned or decided. */
export interface RawArticle {
  readonly id: string | null;
  readonly title: string | null;
  readonly text: string;
  readonly published: string | null;
  readonly publishedFrom: PublishedFrom;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly origin: string;
  readonly sample: boolean;
}
