import type { LedgerRow } from '../../src/domain/ledger-row.ts';
import type { Page } from './render-claims.ts';
import { wrap } from './wrap.ts';

function costOf({ usage: { modelCalls, cost } }: LedgerRow): string {
  if (modelCalls === 0) return 'no cost';
  return cost === null ? 'price not known' : `$${cost.toFixed(4)}`;
}

function detailsOf(row: LedgerRow): string {
  const { kind, writtenAt, engine, usage, dropped, record } = row;
  const { inputs, model, ms } = record;
  const written = writtenAt === null ? 'time not kept' : `${writtenAt.slice(0, 16).replace('T', ' ')} UTC`;
  const details = [
    `${kind}, ${written}`,
    model === null ? engine : `${engine} (${model})`,
    `${usage.inputTokens} tokens in, ${usage.outputTokens} out`,
    costOf(row),
    `${(ms / 1000).toFixed(1)} s`,
    `${dropped.length} dropped`,
    `${inputs.length} input${inputs.length === 1 ? '' : 's'}`,
  ];
  return details.join(' · ');
}

/** What briefs and answers were made from, two lines each: its id and what it is on, then the figures. */
export function renderLedger(rows: readonly LedgerRow[], { width, style, safe }: Page): readonly string[] {
  if (rows.length === 0) return ['No brief and no answer yet.'];
  return rows.flatMap((row) => [
    style.bold(wrap(safe(`${row.id}  ${row.subject}`), width, '', '  ')),
    wrap(safe(detailsOf(row)), width, '  '),
  ]);
}
