import type { ArticleHead } from '../../src/domain/article.ts';
import type { CommandRow } from '../../src/domain/command-table.ts';
import { formatDay } from '../../src/domain/local-date.ts';
import type { Reply, SourceRow, TopicRow } from '../../src/domain/reply.ts';
import type { Topic } from '../../src/domain/topic.ts';
import type { Page } from './render-claims.ts';
import { wrap } from './wrap.ts';

type ReplyOf<K extends Reply['kind']> = Extract<Reply, { readonly kind: K }>;

function noticeLines(notice: string | null, { style, width, safe }: Page): readonly string[] {
  return notice === null ? [] : [style.warn(wrap(safe(notice), width, '⚠ ', '  '))];
}

export function renderSearch({ results, notice }: ReplyOf<'search'>, page: Page): readonly string[] {
  const { style, width, safe } = page;
  const found = results.flatMap(({ articleId, title, text }) => [
    style.bold(safe(`${title} (${articleId})`)),
    wrap(safe(text), width, '> '),
  ]);
  return [...noticeLines(notice, page), ...found];
}

function articleLine({ id, title, outlet, published }: ArticleHead, { width, safe }: Page): string {
  const date = published === null ? 'undated    ' : formatDay(published).padStart(11);
  return wrap(safe(`${title} · ${outlet ?? 'outlet not given'} · ${id}`), width, `${date}  `, ' '.repeat(13));
}

export function renderArticles({ articles, notice }: ReplyOf<'articles'>, page: Page): readonly string[] {
  return [...noticeLines(notice, page), ...articles.map((head) => articleLine(head, page))];
}

export function renderTopics({ topics, notice }: ReplyOf<'topics'>, page: Page): readonly string[] {
  const width = Math.max(0, ...topics.map(({ topic }) => topic.slug.length));
  const line = ({ topic, articles }: TopicRow): string =>
    page.safe(`${topic.slug.padEnd(width)}  ${topic.title} · ${articles} article${articles === 1 ? '' : 's'}`);
  return [...noticeLines(notice, page), ...topics.map(line)];
}

function list(label: string, values: readonly string[], { width, safe }: Page): readonly string[] {
  return values.length === 0 ? [] : [wrap(safe(values.join(', ')), width, `${label}: `, '  ')];
}

export function renderTopic({ topic, articles }: ReplyOf<'topic'>, page: Page): readonly string[] {
  const { title, slug, groups, exclude, sides, aliases, questions }: Topic = topic;
  return [
    page.style.bold(page.safe(`${title} (${slug}) · ${articles} article${articles === 1 ? '' : 's'}`)),
    ...groups.flatMap((group, index) => list(`any of (${index + 1})`, group, page)),
    ...list('but not', exclude, page),
    ...sides.flatMap((side) => list(`speaks for ${side.name}`, side.speakers, page)),
    ...aliases.flatMap((group) => list('same', group, page)),
    ...questions.map((question) => wrap(page.safe(question), page.width, 'asks: ', '  ')),
  ];
}

export function renderNearTopics({ asked, topics }: ReplyOf<'near-topics'>, { safe }: Page): readonly string[] {
  if (asked === '') return ['Which topic?', ...topics.map(({ slug, title }) => safe(`  brief ${slug}   ${title}`))];
  return [safe(`There is no topic "${asked}". Did you mean:`), ...topics.map(({ slug, title }) => safe(`  brief ${slug}   ${title}`))];
}

export function renderSources({ sources }: ReplyOf<'sources'>, { safe }: Page): readonly string[] {
  if (sources.length === 0) return ['No source yet. Add a folder: sources add ./articles'];
  const state = ({ readAt, problem }: SourceRow): string => (problem === null ? `read ${readAt ?? 'never'}` : `FAILED: ${problem}`);
  return sources.map((source) => safe(`${source.path} · ${source.outlet ?? 'outlet not given'} · ${state(source)}`));
}

export function renderHelp({ commands }: ReplyOf<'help'>, { style, width, safe }: Page): readonly string[] {
  const rows = commands.flatMap(({ name, description, examples }: CommandRow) => [
    style.bold(name.padEnd(9)) + safe(description),
    ...examples.map((example) => wrap(safe(example), width, '           ')),
  ]);
  return ['Ask a question in your own words, or begin with a command:', ...rows];
}

export function renderStatistics({ facts }: ReplyOf<'stats'>): readonly string[] {
  const width = Math.max(...facts.map(([label]) => label.length));
  return facts.map(([label, value]) => `${label.padEnd(width)}  ${value}`);
}
