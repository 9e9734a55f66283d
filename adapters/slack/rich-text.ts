import type { RichTextBlockElement, RichTextLink, RichTextSection, RichTextText } from '@slack/types';
import { legible } from '../../src/domain/outline/legible.ts';
import { LIMITS } from './limits.ts';
import { cutLabel } from './weigh.ts';

export type Leaf = RichTextText | RichTextLink;

/** Words, which Slack takes literally here. None for no words: Slack refuses empty ones. */
export function words(text: string, style?: 'bold' | 'italic'): readonly Leaf[] {
  const shown = legible(text);
  if (shown === '') return [];
  return [{ type: 'text', text: shown, ...(style ? { style: { [style]: true } } : {}) }];
}

/** `[1] [2]`, as the marks of a claim or a source are written. */
export function marked(marks: readonly number[]): string {
  return marks.map((mark) => `[${mark}]`).join(' ');
}

function webHost(url: string): string | null {
  if (!/^https?:\/\/[^\s<>|"\\]+$/iu.test(url) || !url.isWellFormed()) return null;
  const parsed = URL.parse(url);
  return parsed === null || parsed.username !== '' || parsed.password !== '' ? null : parsed.host;
}

/** A link to exactly this address, under the name of its host, so that nobody is led elsewhere than it says. */
export function link(url: string): readonly Leaf[] {
  const host = webHost(url);
  if (host === null) return words('no link: not a web address', 'italic');
  if (url.length > LIMITS.url) return words(`no link: the address at ${cutLabel(host, LIMITS.label)} is too long`, 'italic');
  return [{ type: 'link', url, text: cutLabel(host, LIMITS.label) }];
}

/** Lines of words, one below the other. */
export function section(lines: readonly (readonly Leaf[])[]): RichTextSection {
  const broken = lines.flatMap((leaves, index) => (index === 0 ? leaves : [{ type: 'text', text: '\n' } as const, ...leaves]));
  return { type: 'rich_text_section', elements: [...broken] };
}

export function bullets(items: readonly (readonly Leaf[])[]): RichTextBlockElement {
  return { type: 'rich_text_list', style: 'bullet', elements: items.map((leaves) => section([leaves])) };
}

export function quotation(leaves: readonly Leaf[]): RichTextBlockElement {
  return { type: 'rich_text_quote', elements: [...leaves] };
}

export function code(text: string): RichTextBlockElement {
  return { type: 'rich_text_preformatted', elements: [...words(text)] };
}
