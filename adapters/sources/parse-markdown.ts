import { parse } from 'yaml';
import type { RawArticle } from '../../src/domain/article.ts';
import { bareArticle, textOf } from './raw-article.ts';
import { Unreadable } from './read-bytes.ts';

const FRONT_MATTER = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n---[ \t]*(?:\r?\n|$)/u;

function readFrontMatter(text: string): { readonly fields: Readonly<Record<string, unknown>>; readonly body: string } {
  const match = FRONT_MATTER.exec(text);
  if (!match) return { fields: {}, body: text };
  let fields: unknown;
  try {
    fields = parse(match[1] ?? '', { maxAliasCount: 20 });
  } catch {
    throw new Unreadable('has front matter that is not YAML');
  }
  const body = text.slice(match[0].length);
  return { fields: typeof fields === 'object' && fields !== null ? { ...fields } : {}, body };
}

/** Markdown as plain text: links as their words, emphasis, code and heading marks gone, images gone, lists as lines. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\r\n?/gu, '\n')
    .replace(/^[ \t]*(?:```|~~~).*$/gmu, '')
    .replace(/<!--[\s\S]{0,5000}?-->/gu, '')
    .replace(/!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)/gu, '')
    .replace(/\[([^\]\n]{1,500})\]\([^)\n]{0,2000}\)/gu, '$1')
    .replace(/<(https?:[^>\s]{1,2000})>/gu, '$1')
    .replace(/^[ \t]*#{1,6}[ \t]+(.*?)[ \t]*#*$/gmu, '\n$1\n')
    .replace(/^[ \t]*(?:[-*_][ \t]*){3,}$/gmu, '')
    .replace(/^[ \t]*>[ \t]?/gmu, '')
    .replace(/^[ \t]*[-*+][ \t]+/gmu, '')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,1000}?\S)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,1000}?)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,1000}?)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/`([^`\n]{1,1000})`/gu, '$1');
}

/** Markdown with YAML front matter: `title`, `published` or `date`, `outlet`, `url`, `language`, `id`. A leading heading is the title where none is given. */
export function parseMarkdown(text: string, origin: string): RawArticle {
  const { fields, body } = readFrontMatter(text);
  const heading = /^\s*#[ \t]+(.+)\r?\n/u.exec(body);
  const title = textOf(fields['title']);
  const content = title === null && heading ? body.slice(heading[0].length) : body;
  return {
    ...bareArticle(plainText(content), origin),
    id: textOf(fields['id']),
    title: title ?? (heading?.[1] ? plainText(heading[1]) : null),
    published: textOf(fields['published'] ?? fields['date']),
    url: textOf(fields['url']),
    outlet: textOf(fields['outlet']),
    language: textOf(fields['language']),
    sample: fields['sample'] === true,
  };
}
