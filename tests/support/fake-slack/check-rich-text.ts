import type { Json, Report } from './check-elements.ts';

const LEAVES: ReadonlySet<unknown> = new Set([
  'text',
  'link',
  'emoji',
  'user',
  'usergroup',
  'channel',
  'broadcast',
  'date',
  'color',
  'team',
]);
const IN_CODE: ReadonlySet<unknown> = new Set(['text', 'link']);
const MOST_OF_A_URL = 3000;

function checkLeaf(leaf: Json, allowed: ReadonlySet<unknown>, report: Report): void {
  if (!allowed.has(leaf['type'])) return report(`rich text: ${String(leaf['type'])} is not allowed here`);
  if (leaf['type'] === 'text' && (typeof leaf['text'] !== 'string' || leaf['text'] === '')) report('rich text: an empty text');
  if (leaf['type'] !== 'link') return;
  const { url, text } = leaf;
  if (typeof url !== 'string' || url === '' || url.length > MOST_OF_A_URL) report('rich text: a link without a URL, or with one too long');
  if (text !== undefined && text === '') report('rich text: a link with an empty text');
}

function checkLeaves(holder: Json, report: Report): void {
  const leaves = holder['elements'];
  if (!Array.isArray(leaves) || leaves.length === 0) return report(`${String(holder['type'])}: nothing in it`);
  for (const leaf of leaves) checkLeaf(leaf as Json, holder['type'] === 'rich_text_preformatted' ? IN_CODE : LEAVES, report);
}

function checkList(list: Json, report: Report): void {
  if (list['style'] !== 'bullet' && list['style'] !== 'ordered') report('rich_text_list: no style');
  const items = list['elements'];
  if (!Array.isArray(items) || items.length === 0) return report('rich_text_list: nothing in it');
  for (const item of items as readonly Json[]) {
    if (item['type'] !== 'rich_text_section') report(`rich_text_list: ${String(item['type'])} in it`);
    checkLeaves(item, report);
  }
}

/** Sections, lists, quotes and code, with elements that Slack allows there. */
export function checkRichText(block: Json, report: Report): void {
  const parts = block['elements'];
  if (!Array.isArray(parts) || parts.length === 0) return report('rich_text: nothing in it');
  for (const part of parts as readonly Json[]) {
    if (part['type'] === 'rich_text_list') checkList(part, report);
    else if (['rich_text_section', 'rich_text_quote', 'rich_text_preformatted'].includes(String(part['type']))) checkLeaves(part, report);
    else report(`rich_text: ${String(part['type'])} in it`);
  }
}
