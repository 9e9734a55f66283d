import { checkElement, checkText, type Json, type Report } from './check-elements.ts';
import { checkRichText } from './check-rich-text.ts';
import { textsOf } from './texts.ts';

/** Characters in all blocks of a message together, as seen in bolt-js#2509; Slack documents none. */
const MOST_CHARACTERS = 13_200;
const MOST_TEXT = 40_000;
const MOST_BLOCKS = { message: 50, view: 100 } as const;

function checkSection(block: Json, report: Report): void {
  if (block['text'] === undefined && block['fields'] === undefined) report('section: text or fields are needed');
  if (block['text'] !== undefined) checkText(block['text'], 3000, ['mrkdwn', 'plain_text'], 'section', report);
  const fields = (block['fields'] ?? []) as readonly unknown[];
  if (fields.length > 10) report('section: more than 10 fields');
  for (const field of fields) checkText(field, 2000, ['mrkdwn', 'plain_text'], 'field', report);
  if (block['accessory'] !== undefined) checkElement(block['accessory'] as Json, report);
}

function checkContext(block: Json, report: Report): void {
  const elements = block['elements'] as readonly Json[];
  if (elements.length < 1 || elements.length > 10) report(`context: ${elements.length} elements`);
  for (const element of elements) if (element['type'] !== 'image') checkText(element, 3000, ['mrkdwn', 'plain_text'], 'context', report);
}

function checkActions(block: Json, report: Report): void {
  const elements = block['elements'] as readonly Json[];
  if (elements.length < 1 || elements.length > 25) report(`actions: ${elements.length} elements`);
  for (const element of elements) checkElement(element, report);
}

function checkInput(block: Json, report: Report): void {
  checkText(block['label'], 2000, ['plain_text'], 'label', report);
  if (block['hint'] !== undefined) checkText(block['hint'], 2000, ['plain_text'], 'hint', report);
  checkElement(block['element'] as Json, report);
}

function checkBlock(block: Json, report: Report): void {
  switch (block['type']) {
    case 'rich_text':
      return checkRichText(block, report);
    case 'section':
      return checkSection(block, report);
    case 'header':
      return checkText(block['text'], 150, ['plain_text'], 'header', report);
    case 'context':
      return checkContext(block, report);
    case 'actions':
      return checkActions(block, report);
    case 'input':
      return checkInput(block, report);
    case 'divider':
      return;
    default:
      return report(`block ${String(block['type'])}: not known here`);
  }
}

function checkIds(blocks: readonly Json[], report: Report): void {
  const seen = new Set<string>();
  const once = (name: string, id: unknown): void => {
    if (id === undefined) return;
    if (typeof id !== 'string' || id === '' || id.length > 255) return report(`${name}: not 1 to 255 characters`);
    if (seen.has(`${name} ${id}`)) report(`${name} ${id}: twice`);
    seen.add(`${name} ${id}`);
  };
  for (const block of blocks) {
    once('block_id', block['block_id']);
    const elements = [block['accessory'], block['element'], ...(block['type'] === 'actions' ? (block['elements'] as Json[]) : [])];
    for (const element of elements) once('action_id', (element as Json | undefined)?.['action_id']);
  }
}

/** Slack counts what it stores, and it stores `&`, `<` and `>` escaped. */
function weigh(text: string): number {
  return text.replace(/&/g, '&amp;').replace(/[<>]/g, '&lt;').length;
}

/** What Slack would find wrong with the blocks; nothing when it takes them. */
export function problemsOf(blocks: readonly unknown[], place: 'message' | 'view'): readonly string[] {
  const problems: string[] = [];
  const report = (problem: string): void => void problems.push(problem);
  if (blocks.length > MOST_BLOCKS[place]) report(`${blocks.length} blocks`);
  checkIds(blocks as readonly Json[], report);
  for (const block of blocks as readonly Json[]) checkBlock(block, report);
  for (const text of textsOf(blocks)) if (!text.isWellFormed()) report('half of a surrogate pair');
  return problems;
}

/** The error that Slack answers to a message; null for one that it takes. */
export function refusalOf(text: string, blocks: readonly unknown[]): string | null {
  if (text.length > MOST_TEXT) return 'msg_too_long';
  if (text === '' && blocks.length === 0) return 'no_text';
  const weight = textsOf(blocks).reduce((sum, one) => sum + weigh(one), 0);
  if (weight > MOST_CHARACTERS) return 'msg_blocks_too_long';
  return problemsOf(blocks, 'message').length > 0 ? 'invalid_blocks' : null;
}
