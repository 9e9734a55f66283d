import type { CorpusStatistics } from '../ports/corpus-statistics.ts';

/** What stands first in a reply while the project's own samples are all that is held; null once real articles are. */
export function samplesNotice({ samples, articles }: CorpusStatistics): string | null {
  if (samples === 0 || samples < articles) return null;
  return `Samples, not news: the ${samples} articles that come with Attaché. Bring your own with "attache ingest PATH".`;
}
