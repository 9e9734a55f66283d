import type { Line } from '../../src/domain/outline/outline.ts';
import { type Leaf, link, marked, words } from './rich-text.ts';

/** Where a line stands: in a list, in a paragraph, in a frame of its own. */
export type Shape = 'header' | 'bullet' | 'line' | 'quote' | 'code' | 'small';

export function shapeOf(line: Line): Shape {
  switch (line.kind) {
    case 'title':
      return 'header';
    case 'claim':
    case 'item':
      return 'bullet';
    case 'quote':
    case 'code':
    case 'small':
      return line.kind;
    case 'notice':
    case 'heading':
    case 'fact':
    case 'verdict':
    case 'plain':
    case 'source':
      return 'line';
    default:
      return line satisfies never;
  }
}

function labelled(label: string, text: string): readonly Leaf[] {
  return [...words(label === '' ? '' : `${label}:`, 'bold'), ...words(label === '' ? text : ` ${text}`)];
}

function sourceLeaves({ marks, text, url }: Extract<Line, { readonly kind: 'source' }>): readonly Leaf[] {
  const lead = marks.length === 0 ? '' : `${marked(marks)} `;
  return [...words(`${lead}${text}`), ...(url === null ? [] : [...words(' · '), ...link(url)])];
}

/** What a line says, as elements of rich text. All that it says and nothing else of weight. */
export function leavesOf(line: Line): readonly Leaf[] {
  switch (line.kind) {
    case 'title':
    case 'heading':
    case 'verdict':
      return words(line.text, 'bold');
    case 'notice':
      return words(`⚠️ ${line.text}`);
    case 'claim':
      // The space does not break, so that no mark stands alone on a line.
      return [...labelled(line.label ?? '', line.text), ...words(line.marks.length === 0 ? '' : `\u00a0${marked(line.marks)}`)];
    case 'item':
      return labelled(line.lead, line.text);
    case 'fact':
      return words(`▸ ${line.text}`);
    case 'quote':
      return words(`${line.mark === null ? '' : `[${line.mark}] `}${line.text}`);
    case 'source':
      return sourceLeaves(line);
    case 'plain':
    case 'small':
    case 'code':
      return words(line.text);
    default:
      return line satisfies never;
  }
}
