import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/briefing/check-claim.ts';
import { judgeRow, readClaimTable } from '../support/claim-table.ts';

const tables = (['negation', 'modality', 'presupposition', 'date', 'attribution', 'paraphrase', 'mixed'] as const).map((name) => ({
  name,
  rows: readClaimTable(name),
}));

describe.each(tables)('claims on $name', ({ rows }) => {
  const sure = rows.filter(({ isKnownWrong }) => !isKnownWrong);
  const known = rows.filter(({ isKnownWrong }) => isKnownWrong);

  it.each(sure.filter(({ isTrue }) => isTrue))('keeps: $claim', (row) => {
    expect(judgeRow(row)).toEqual([]);
  });

  it.each(sure.filter(({ isTrue }) => !isTrue))('drops: $claim', (row) => {
    expect(judgeRow(row)).not.toEqual([]);
  });

  it.fails.each(known)('is known to misjudge: $claim', (row) => {
    expect(judgeRow(row).length === 0).toBe(row.isTrue);
  });
});

describe.each(tables.filter(({ name }) => name in CHECKS))('control: without the check for $name', ({ name, rows }) => {
  it('most false claims of the table get through', () => {
    const others = Object.entries(CHECKS).flatMap(([fault, check]) => (fault === name ? [] : [check]));
    const dropped = rows.filter(({ isTrue, isKnownWrong }) => !isTrue && !isKnownWrong);
    const through = dropped.filter((row) => judgeRow(row, others).length === 0);
    expect(through.length).toBeGreaterThan(dropped.length / 2);
  });
});
