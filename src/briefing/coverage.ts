import type { Coverage, Section } from '../domain/brief.ts';
import { formatAge, formatSpan, type LocalDate } from '../domain/local-date.ts';
import type { Evidence } from './evidence.ts';

function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : many}`;
}

/** Counts what a brief was chosen from. */
export function countCoverage({ heads, stories }: Evidence, failedSources: readonly string[]): Coverage {
  const dates = heads.map(({ published }) => published).filter((date) => date !== null);
  return {
    articles: heads.length,
    stories: stories.length,
    outlets: new Set(heads.map(({ outlet }) => outlet).filter((outlet) => outlet !== null)).size,
    newest: dates.toSorted().at(-1) ?? null,
    failedSources,
  };
}

function datesFact({ heads }: Evidence, today: LocalDate): string {
  const dates = heads
    .map(({ published }) => published)
    .filter((date) => date !== null)
    .toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) return 'undated';
  const weak = heads.every(({ publishedFrom, published }) => published === null || publishedFrom === 'file');
  return `dated ${formatSpan(from, to)}, ${formatAge(to, today)}${weak ? ' (date in the file)' : ''}`;
}

function outletFact({ heads }: Evidence, coverage: Coverage): string {
  const unknown = heads.filter(({ outlet }) => outlet === null).length;
  if (coverage.outlets === 0) return 'outlet not given';
  return `${plural(coverage.outlets, 'outlet')}${unknown > 0 ? ` and ${unknown} not given` : ''}`;
}

/** What the last lines of a brief say about its sources, as facts that code counted. */
export function coverageFacts(evidence: Evidence, coverage: Coverage, sections: readonly Section[], today: LocalDate): readonly string[] {
  if (coverage.articles === 0) return [];
  const sentences = evidence.stories.reduce((sum, { face }) => sum + face.sentences.length, 0);
  const shown = sections.reduce((sum, { claims }) => sum + claims.length, 0);
  const links = evidence.heads.some(({ url }) => url !== null) ? null : 'no link';
  const stories = coverage.stories < coverage.articles ? plural(coverage.stories, 'story', 'stories') : null;
  const parts = [plural(coverage.articles, 'article'), stories, outletFact(evidence, coverage), links, datesFact(evidence, today)];
  const counted = `${plural(shown, 'claim')} shown from ${plural(sentences, 'sentence')} read`;
  const failed = coverage.failedSources.map((path) => `A source could not be read: ${path}`);
  return [[...parts, counted].filter((part) => part !== null).join(' · '), ...failed];
}
