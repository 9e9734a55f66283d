import type { ArticleStore } from './article-store.ts';
import type { CorpusCounter } from './corpus-statistics.ts';
import type { Ledger } from './ledger.ts';
import type { PassageIndex } from './passage-index.ts';
import type { PositionIndex } from './position-index.ts';
import type { ReadingStore } from './reading-store.ts';
import type { ReplyStore } from './reply-store.ts';
import type { SourceStore } from './source-store.ts';
import type { StoryIndex } from './story-index.ts';
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
}
