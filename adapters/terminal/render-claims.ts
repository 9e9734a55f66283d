import type { Engine } from '../../src/domain/brief.ts';
import type { Citation } from '../../src/domain/citation.ts';
import type { Claim } from '../../src/domain/claim.ts';
import { describeSource, isTranslated, labelOf } from '../../src/domain/describe-claim.ts';
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

/** A claim as a bullet. Where the words are the article's own, the label says who speaks; a model's sentence says it itself. */
export function claimLines(claim: Claim, engine: Engine, quotes: NumberedQuotes, { width, style, safe }: Page): readonly string[] {
  const translated = isTranslated(claim) ? ' (our translation)' : '';
  const body = `${safe(claim.text)}${translated} ${marksOf(claim, quotes)}`;
  if (engine === 'model') return [wrap(body, width, '• ', '  ')];
  return [style.bold(wrap(safe(labelOf(claim)), width, '• ', '  ')), wrap(body, width, '  ')];
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
