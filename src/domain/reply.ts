import type { Answer } from './answer.ts';
import type { ArticleHead } from './article.ts';
import type { Brief } from './brief.ts';
import type { Citation } from './citation.ts';
import type { Claim } from './claim.ts';
import type { CommandRow } from './command-table.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { Report } from './report.ts';
import type { Topic } from './topic.ts';

/** One passage found by a search. */
export interface SearchResult {
  readonly articleId: string;
  readonly passageId: string;
  /** Higher is better; comparable within one search only. */
  readonly score: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Every recorded position of one speaker, oldest first. */
export interface Positions {
  readonly kind: 'positions';
  readonly speaker: string;
  readonly subject: string | null;
  readonly claims: readonly Claim[];
  readonly notice: string | null;
}

/** A topic as listed, with how many articles belong to it now. */
export interface TopicRow {
  readonly topic: Topic;
  readonly articles: number;
}

/** One quote of a brief or an answer in its paragraph. `before` and `after` are the article's words round it. */
export interface ShownQuote {
  readonly kind: 'quote';
  readonly mark: number;
  readonly citation: Citation;
  readonly before: string;
  readonly after: string;
  /** True when somebody else's words stand between quotation marks in it. */
  readonly directSpeech: boolean;
}

/** A document to be copied as it stands. */
export interface Document {
  readonly kind: 'document';
  readonly title: string;
  readonly markdown: string;
}

/** What is set, each with the line that changes it. */
export interface SettingRow {
  readonly label: string;
  readonly value: string;
  readonly change: string;
}

/** A brief as listed. */
export interface BriefRow {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly writtenAt: string;
}

/** Where a person stands with the bot: what is followed, what was written last, how to ask, who may manage. */
export interface Home {
  readonly kind: 'home';
  readonly topics: readonly TopicRow[];
  readonly briefs: readonly BriefRow[];
  /** Lines of our own: how to ask. */
  readonly hints: readonly string[];
  /** Who may manage besides those whom the platform names. */
  readonly managers: readonly string[];
  readonly mayManage: boolean;
  /** Reports that wait for somebody to look at them; null where the person may not see them. */
  readonly openReports: number | null;
  readonly notice: string | null;
}

/**
 * What is said, as data without markup. Every renderer ends its switch over `kind` in `satisfies never`.
 * `notice` is a line of the bot's own; `usage` tells a person what to change; `failure` tells that something went wrong and names it by an id in the log.
 */
export type Reply =
  | Brief
  | Answer
  | Positions
  | {
      readonly kind: 'search';
      readonly query: string;
      readonly results: readonly (SearchResult & { readonly title: string })[];
      readonly notice: string | null;
    }
  | {
      readonly kind: 'articles';
      readonly articles: readonly ArticleHead[];
      readonly total: number;
      readonly notice: string | null;
    }
  | { readonly kind: 'topics'; readonly topics: readonly TopicRow[]; readonly notice: string | null }
  | { readonly kind: 'topic'; readonly topic: Topic; readonly articles: number }
  | { readonly kind: 'near-topics'; readonly asked: string; readonly topics: readonly Topic[] }
  | { readonly kind: 'sources'; readonly sources: readonly SourceRow[] }
  | { readonly kind: 'stats'; readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'ledger'; readonly rows: readonly LedgerRow[] }
  | { readonly kind: 'help'; readonly commands: readonly CommandRow[] }
  | ShownQuote
  | Document
  | Home
  | { readonly kind: 'reports'; readonly reports: readonly Report[] }
  | { readonly kind: 'settings'; readonly rows: readonly SettingRow[] }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'usage'; readonly text: string }
  | { readonly kind: 'failure'; readonly text: string; readonly errorId: string };

/** A source as listed. */
export interface SourceRow {
  readonly path: string;
  readonly outlet: string | null;
  readonly readAt: string | null;
  readonly problem: string | null;
}
