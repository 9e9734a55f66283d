import type { ArticleStore } from './article-store.ts';
import type { CorpusCounter } from './corpus-statistics.ts';
import type { DeliveryStore } from './delivery-store.ts';
import type { InboxStore } from './inbox-store.ts';
import type { InstallationStore } from './installation-store.ts';
import type { Ledger } from './ledger.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PositionIndex } from './position-index.ts';
import type { ReadingStore } from './reading-store.ts';
import type { ReplyStore } from './reply-store.ts';
import type { ReportStore } from './report-store.ts';
import type { SettingsStore } from './settings-store.ts';
import type { SourceStore } from './source-store.ts';
import type { StoryIndex } from './story-index.ts';
import type { ThreadStore } from './thread-store.ts';
import type { TopicStore } from './topic-store.ts';

/** Everything that one database keeps, over one connection. */
export interface Stores {
  readonly articles: ArticleStore;
  readonly passages: PassageIndex;
  readonly stories: StoryIndex;
  readonly positions: PositionIndex;
  readonly topics: TopicStore;
  readonly sources: SourceStore;
  readonly replies: ReplyStore;
  readonly readings: ReadingStore;
  readonly ledger: Ledger;
  readonly corpus: CorpusCounter;
  readonly inbox: InboxStore;
  readonly deliveries: DeliveryStore;
  readonly threads: ThreadStore;
  readonly settings: SettingsStore;
  readonly reports: ReportStore;
  readonly installations: InstallationStore;
}
