import type { Line, Outline } from '../../src/domain/outline/outline.ts';
import type { Page } from './render-claims.ts';
import { wrap } from './wrap.ts';

function marked(marks: readonly number[]): string {
  return marks.map((mark) => ` [${mark}]`).join('');
}

function renderLine(line: Line, { width, style, safe }: Page): string {
  switch (line.kind) {
    case 'title':
    case 'heading':
    case 'verdict':
      return style.bold(wrap(safe(line.text), width));
    case 'notice':
      return style.warn(wrap(safe(line.text), width, '⚠ ', '  '));
    case 'claim':
      return wrap(safe(`${line.label === null ? '' : `${line.label}: `}${line.text}`) + marked(line.marks), width, '• ', '  ');
    case 'fact':
      return wrap(safe(line.text), width, '▸ ', '  ');
    case 'plain':
      return wrap(safe(line.text), width);
    case 'quote':
      return wrap(safe(line.text), width, '> ');
    case 'source':
      return wrap(safe(`${marked(line.marks).trim()} ${line.text}${line.url === null ? '' : ` · ${line.url}`}`.trim()), width, '', '    ');
    case 'item':
      return wrap(safe(`${line.lead}  ${line.text}`), width, '', '  ');
    case 'small':
      return style.dim(wrap(safe(line.text), width, '', '  '));
    case 'code':
      return line.text.split('\n').map(safe).join('\n');
    default:
      return line satisfies never;
  }
}

/** An outline as lines, nothing left out. What would be a button elsewhere is what to type here. */
export function renderOutline({ first, rest, choices }: Outline, page: Page): readonly string[] {
  const typed = choices.map(({ label, text }) => page.style.dim(page.safe(`  ${text}   ${label}`)));
  return [...[...first, ...rest].map((line) => renderLine(line, page)), ...typed];
}
