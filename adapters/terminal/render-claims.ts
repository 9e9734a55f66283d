import type { Engine } from '../../src/domain/brief.ts';
import type { Citation } from '../../src/domain/citation.ts';
import type { Claim, DroppedClaim } from '../../src/domain/claim.ts';
import { describeSource, isTranslated, labelOf, quotesBefore } from '../../src/domain/describe-claim.ts';
import type { NumberedQuotes } from '../../src/domain/number-quotes.ts';
import type { Style } from './style.ts';
import { wrap } from './wrap.ts';

/** What every rendered line depends on. */
export interface Page {
  /** Columns. */
  readonly width: number;
  readonly style: Style;
  /** Foreign text as the terminal may show it. */
  readonly safe: (text: string) => string;
}

function marksOf(claim: Claim, quotes: NumberedQuotes): string {
  return quotes
    .marksOf(claim)
    .map((mark) => `[${mark}]`)
    .join(' ');
}

/** What the earlier brief quoted, below the claim that is set against it. */
function beforeLines(claim: Claim, { width, style, safe }: Page): readonly string[] {
  return quotesBefore(claim).map(({ quote }) => style.dim(wrap(safe(`before: “${quote}”`), width, '  ')));
}

/** A claim as a bullet, under its label where it has one. */
export function claimLines(claim: Claim, engine: Engine, quotes: NumberedQuotes, page: Page): readonly string[] {
  const { width, style, safe } = page;
  const translated = isTranslated(claim) ? ' (our translation)' : '';
  const body = `${safe(claim.text)}${translated} ${marksOf(claim, quotes)}`;
  const label = labelOf(claim, engine);
  const before = beforeLines(claim, page);
  if (label === null) return [wrap(body, width, '• ', '  '), ...before];
  return [style.bold(wrap(safe(label), width, '• ', '  ')), wrap(body, width, '  '), ...before];
}

/** How many claims were made and not shown, and why; null when none. */
export function droppedLine(dropped: readonly DroppedClaim[]): string | null {
  if (dropped.length === 0) return null;
  return `▸ ${dropped.length} claim${dropped.length === 1 ? '' : 's'} not shown: ${[...new Set(dropped.map(({ reason }) => reason))].join(', ')}`;
}

/** Quotes shown below an answer, each with its mark. */
export function quoteLines(citation: Citation, mark: string, { width, safe }: Page): string {
  return wrap(`${mark}${safe(citation.quote)}`, width, '> ');
}

function sourceKey(citation: Citation): string {
  return `${describeSource(citation)}|${citation.url ?? ''}`;
}

/** Which marks stand on which article: one line an article, with its link when it has one. */
export function sourceLines({ quotes }: NumberedQuotes, { width, style, safe }: Page): readonly string[] {
  if (quotes.length === 0) return [];
  const groups = Map.groupBy(quotes, ({ citation }) => sourceKey(citation));
  const lines = [...groups.values()].map((group) => {
    const marks = group.map(({ mark }) => `[${mark}]`).join('');
    const citation = group[0]?.citation;
    const link = citation?.url == null ? '' : ` · ${citation.url}`;
    return wrap(`${marks} ${safe(citation ? describeSource(citation) : '')}${safe(link)}`, width, '', '    ');
  });
  return ['', style.bold('Sources'), ...lines];
}
