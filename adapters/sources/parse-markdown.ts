import { parse } from 'yaml';
import type { RawArticle } from '../../src/domain/article.ts';
import { plainInline } from './plain-inline.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { bareArticle, textOf } from './raw-article.ts';
import { Unreadable } from './read-bytes.ts';

const LONGEST_FRONT_MATTER = 20_000;
const FENCE = /^---[ \t]*(?:\n|$)/u;

interface Parts {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly body: string;
}

function parseFields(yaml: string): Readonly<Record<string, unknown>> {
  let fields: unknown;
  try {
    // Aliases that name aliases could make a small text huge.
    fields = parse(yaml, { maxAliasCount: 20 });
  } catch {
    throw new Unreadable('has front matter that is not YAML');
  }
  return typeof fields === 'object' && fields !== null ? { ...fields } : {};
}

function splitFrontMatter(text: string): Parts {
  const open = FENCE.exec(text);
  if (!open) return { fields: {}, body: text };
  const close = text.slice(0, LONGEST_FRONT_MATTER).search(/\n---[ \t]*(?:\n|$)/u);
  if (close < 0) return { fields: {}, body: text };
  const end = text.indexOf('\n', close + 1);
  return {
    fields: parseFields(text.slice(open[0].length, close + 1)),
    body: end < 0 ? '' : text.slice(end + 1),
  };
}

/** Markdown with YAML front matter: `title`, `published` or `date`, `outlet`, `url`, `language`, `id`, `sample`. A leading heading is the title where none is given. */
export function parseMarkdown(text: string, origin: string): RawArticle {
  const { fields, body } = splitFrontMatter(text.replace(/\r\n?/gu, '\n'));
  const heading = /^#[ \t]+([^\n]+)(?:\n|$)/u.exec(body.trimStart());
  const title = textOf(fields['title']);
  const content = title === null && heading ? body.trimStart().slice(heading[0].length) : body;
  return {
    ...bareArticle(plainMarkdown(content), origin),
    id: textOf(fields['id']),
    title: title ?? (heading?.[1] === undefined ? null : plainInline(heading[1].trim())),
    published: textOf(fields['published'] ?? fields['date']),
    url: textOf(fields['url']),
    outlet: textOf(fields['outlet']),
    language: textOf(fields['language']),
    sample: fields['sample'] === true,
  };
}
