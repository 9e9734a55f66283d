import { describe, expect, it } from 'vitest';
import { findBaseline, type Known, knownTo, looksAt } from '../../src/briefing/baseline.ts';
import { type Brief, NO_USAGE } from '../../src/domain/brief.ts';
import type { ReplyInput } from '../../src/domain/reply-record.ts';
import { makeInput, makeRecord } from '../support/records.ts';

const TODAY = '2025-01-15';
const at = (id: string, published: string | null = '2025-01-11', over: Partial<ReplyInput> = {}): ReplyInput =>
  makeInput(id, { published, ...over });

interface Sketch {
  readonly inputs: readonly ReplyInput[];
  readonly from?: string;
  readonly to?: string;
  readonly widened?: boolean;
  readonly on?: string;
}

/** A brief of the last week, made today, on these articles. */
function brief(id: string, { inputs, from = '2025-01-09', to = TODAY, widened = false, on = TODAY }: Sketch): Brief {
  return {
    kind: 'brief',
    id,
    writtenAt: `${on}T09:00:00.000Z`,
    topic: { slug: 't', title: 'T' },
    period: { from, to, widened },
    notice: null,
    engine: 'extractive',
    engineReason: 'no model',
    sections: [],
    coverage: { articles: inputs.length, stories: 1, outlets: 1, newest: null, failedSources: [] },
    dropped: [],
    usage: NO_USAGE,
    record: makeRecord({ inputs, writtenOn: on }),
  };
}

/** The id of the baseline among `saved`, newest first. */
async function baselineAmong(now: Brief, ...saved: readonly Brief[]): Promise<string | null> {
  const list = async (_: string, { before, limit }: { readonly before?: string | undefined; readonly limit: number }) => {
    const from = before === undefined ? 0 : saved.findIndex(({ id }) => id === before) + 1;
    return saved.slice(from, from + limit);
  };
  return (await findBaseline({ list }, 'main', 't', knownTo(now)))?.id ?? null;
}

const EARLY = brief('early', { inputs: [at('a')], on: '2025-01-14', to: '2025-01-14', from: '2025-01-08' });
const NOW = brief('now', { inputs: [at('a'), at('b')] });

describe('the brief that one is compared with', () => {
  it('is the newest that knew something else', async () => {
    const older = brief('older', { inputs: [], on: '2025-01-13' });
    expect(await baselineAmong(NOW, EARLY, older)).toBe('early');
    expect(await baselineAmong(NOW)).toBeNull();
  });

  it('is the same for all who ask on a day before anything comes in', async () => {
    const first = brief('first', { inputs: [at('b'), at('a')] });
    expect(await baselineAmong(NOW, first, EARLY)).toBe('early');
    expect(await baselineAmong(NOW, ...Array.from({ length: 30 }, (_, index) => ({ ...first, id: `again ${index}` })), EARLY)).toBe(
      'early',
    );
  });

  it('is the same for who asks for more days or fewer: only the days that both look at count', async () => {
    const month = brief('month', { inputs: [at('a'), at('b'), at('c', '2024-12-20')], from: '2024-12-16' });
    expect(await baselineAmong(NOW, month, EARLY)).toBe('early');
    expect(await baselineAmong(month, NOW, EARLY)).toBe('early');
    const lacking = brief('lacking', { inputs: [at('a'), at('c', '2024-12-20')], from: '2024-12-16' });
    expect(await baselineAmong(NOW, lacking, EARLY)).toBe('lacking');
  });

  it('is that of the day before although nothing came in, so that a quiet day is told as one', async () => {
    const yesterday = brief('yesterday', { inputs: [at('a'), at('b')], on: '2025-01-14', to: '2025-01-14', from: '2025-01-08' });
    expect(await baselineAmong(NOW, yesterday, EARLY)).toBe('yesterday');
  });

  it('knows a new version and a removed article for something else', async () => {
    expect(await baselineAmong(NOW, brief('edited', { inputs: [at('a'), at('b', '2025-01-11', { contentHash: 'other' })] }))).toBe(
      'edited',
    );
    expect(await baselineAmong(NOW, brief('more', { inputs: [at('a'), at('b'), at('removed')] }))).toBe('more');
  });

  it('is none that knew nothing, looked at other days, or was made from samples that have gone', async () => {
    expect(await baselineAmong(NOW, brief('empty', { inputs: [], on: '2025-01-14' }))).toBeNull();
    const other = brief('other', { inputs: [at('x', '2024-11-05')], from: '2024-11-01', to: '2024-11-30', on: '2025-01-14' });
    expect(await baselineAmong(NOW, other)).toBeNull();
    const samples = [at('s', '2025-01-11', { sample: true })];
    expect(await baselineAmong(NOW, brief('samples', { inputs: samples, on: '2025-01-14' }))).toBeNull();
    expect(await baselineAmong(brief('again', { inputs: samples }), brief('samples', { inputs: samples, on: '2025-01-14' }))).toBe(
      'samples',
    );
  });
});

describe('what a brief would have taken', () => {
  const known = (sketch: Partial<Sketch>): Known => knownTo(brief('x', { inputs: [at('a')], ...sketch }));

  it.each([
    ['a day of its period', known({}), '2025-01-09', true],
    ['a day before it', known({}), '2025-01-08', false],
    ['a day after a period that ended with the present', known({}), '2025-01-16', true],
    ['a day after a period of long ago', known({ from: '2024-11-01', to: '2024-11-30' }), '2024-12-01', false],
    ['a day after the newest held', known({ from: '2024-11-01', to: '2024-11-30', widened: true }), '2024-12-01', true],
    ['no day, beside dated ones', known({}), null, false],
    ['no day, where there was none', known({ inputs: [at('a', null)] }), null, true],
  ])('%s', (_, then, published, taken) => {
    expect(looksAt(then, { published })).toBe(taken);
  });
});
