import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { openSqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import { outputOf, startChild } from './run-child.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

/** Everything that must agree with everything else, whatever happened before. */
async function inspect(path: string) {
  const store = await openSqliteStore({ path });
  const ids = (await store.articles.find('main', { order: 'id' })).map(({ id }) => id);
  const { passages } = await store.corpus.count('main');
  const statistics = await store.passages.statistics('main', ['shared']);
  await store.close();
  const database = new DatabaseSync(path);
  const integrity = database.prepare('PRAGMA integrity_check').all();
  const indexed = database.prepare("SELECT count(*) AS n FROM passages_words_1 WHERE term = 'shared'").get()?.['n'];
  database.close();
  return {
    ids,
    passages,
    indexed,
    integrity,
    frequency: statistics.frequencies.get('shared'),
    counted: statistics.passages,
  };
}

describe('several processes on one file', () => {
  it('write at the same time, and nobody is told that it is busy', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      const each = 60;
      const names = ['left', 'middle', 'right'];
      const children = names.map((name) => startChild('save-articles.child.ts', [path, name, String(each)]));
      const outputs = await Promise.all(children.map(outputOf));
      for (const output of outputs) expect(output.trim().split('\n')).toHaveLength(each);
      const { ids, passages, frequency, counted, integrity } = await inspect(path);
      expect(ids).toHaveLength(each * names.length);
      expect([passages, frequency, counted]).toEqual([ids.length * 4, ids.length * 4, ids.length * 4]);
      expect(integrity).toEqual([{ integrity_check: 'ok' }]);
    }));

  it('never spend more than the limit together', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      const names = ['channel:a', 'channel:b', 'channel:c'];
      const children = names.map((name) => startChild('reserve-tokens.child.ts', [path, '7', '2000', name]));
      const granted = (await Promise.all(children.map(outputOf))).map(Number);
      const all = granted.reduce((sum, count) => sum + count, 0);
      // The tenant's tokens allow 285 and each channel's money 125.
      expect(all).toBe(285);
      expect(Math.max(...granted)).toBeLessThanOrEqual(125);
      const store = await openSqliteStore({ path });
      expect(await store.ledger.spent('main', '2026-11-23', 'tenant')).toEqual({ tokens: all * 7, microDollars: all * 2 });
      const spent = await Promise.all(names.map((name) => store.ledger.spent('main', '2026-11-23', name)));
      expect(spent).toEqual(granted.map((count) => ({ tokens: count * 7, microDollars: count * 2 })));
      await store.close();
    }));

  it('loses nothing that was committed when one is killed', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      const committed: string[] = [];
      for (const [round, lines] of [3, 11, 24].entries()) {
        const child = startChild('save-articles.child.ts', [path, `round${round}`, '100000']);
        if (!child.stdout) throw new Error('a child without output');
        createInterface({ input: child.stdout }).on('line', (line) => {
          committed.push(line);
          if (committed.length >= lines) child.kill('SIGKILL');
        });
        await once(child, 'close');
      }
      const { ids, passages, frequency, counted, integrity } = await inspect(path);
      expect(committed.length).toBeGreaterThanOrEqual(24);
      expect(committed.filter((id) => !ids.includes(id))).toEqual([]);
      expect([passages, frequency, counted]).toEqual([ids.length * 4, ids.length * 4, ids.length * 4]);
      expect(integrity).toEqual([{ integrity_check: 'ok' }]);
    }));
});
