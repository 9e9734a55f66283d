import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import { migrate } from '../../../adapters/sqlite/migrate.ts';

const FIRST = 'CREATE TABLE one (x); INSERT INTO one VALUES (1);';
const SECOND = 'ALTER TABLE one ADD COLUMN y DEFAULT 2;';

function versionOf(database: DatabaseSync): unknown {
  return database.prepare('PRAGMA user_version').get()?.['user_version'];
}

describe('migrations', () => {
  it('go forward from whatever version the file has, and keep what is in it', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, 'x.db', [FIRST]);
    expect(versionOf(database)).toBe(1);
    migrate(database, 'x.db', [FIRST, SECOND]);
    expect(versionOf(database)).toBe(2);
    expect(database.prepare('SELECT x, y FROM one').all()).toEqual([{ x: 1, y: 2 }]);
    migrate(database, 'x.db', [FIRST, SECOND]);
  });

  it('all happen or none', () => {
    const database = new DatabaseSync(':memory:');
    migrate(database, 'x.db', [FIRST]);
    expect(() => migrate(database, 'x.db', [FIRST, SECOND, 'CREATE TABLE two (x); NONSENSE;'])).toThrow(/NONSENSE/);
    expect(versionOf(database)).toBe(1);
    expect(database.prepare('SELECT * FROM one').all()).toEqual([{ x: 1 }]);
    migrate(database, 'x.db', [FIRST, SECOND]);
  });
});
