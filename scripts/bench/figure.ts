/** One line of the bench: ours, what it is compared with, and what it should be. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'MB' | '%' | 'calls' | 'tokens' | '';
  readonly ours: number;
  /** The same of bare FTS5, measured in the same run; null where there is none. */
  readonly fts5: number | null;
  readonly goal: Goal | null;
}

interface Goal {
  readonly text: string;
  readonly met: boolean;
}

/** Ours divided by FTS5's: what can be trusted on a machine that others use too. */
export function ratioOf({ ours, fts5 }: Pick<Figure, 'ours' | 'fts5'>): number | null {
  return fts5 === null || fts5 === 0 ? null : ours / fts5;
}

/** A goal for the ratio to FTS5. */
export function atMostTimes(most: number, ours: number, fts5: number): Goal {
  return { text: `at most ${most} x FTS5`, met: ours <= most * fts5 };
}

/** A goal for the figure itself. */
export function atMost(most: number, unit: Figure['unit'], ours: number): Goal {
  return { text: `at most ${most} ${unit}`, met: ours <= most };
}

function amount(value: number, unit: Figure['unit']): string {
  const whole = unit === 'MB' || unit === 'calls' || unit === 'tokens' || value >= 1_000;
  const digits = unit === '' ? 3 : whole ? 0 : 2;
  return unit === '' ? value.toFixed(digits) : `${value.toFixed(digits)} ${unit}`;
}

function cellsOf(figure: Figure): readonly string[] {
  const ratio = ratioOf(figure);
  return [
    figure.name,
    amount(figure.ours, figure.unit),
    figure.fts5 === null ? '' : amount(figure.fts5, figure.unit),
    ratio === null ? '' : ratio.toFixed(2),
    figure.goal?.text ?? '',
    figure.goal === null ? '' : figure.goal.met ? 'met' : 'NOT MET',
  ];
}

/** The figures as a plain table. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = [['', 'ours', 'FTS5', 'ratio', 'goal', ''], ...figures.map(cellsOf)];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const pad = (cell: string, column: number): string => {
    const width = widths[column] ?? 0;
    return column >= 1 && column <= 3 ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => row.map(pad).join('  ').trimEnd()).join('\n');
}

/** The value below which `share` of all values lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
