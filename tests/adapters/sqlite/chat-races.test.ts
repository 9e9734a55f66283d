import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSqliteStore, type SqliteStore } from '../../../adapters/sqlite/open-sqlite-store.ts';
import type { InboxStore } from '../../../src/ports/inbox-store.ts';
import { sketchInbound, sketchParts } from '../../contracts/sketch-chat.ts';
import { outputOf, startChild } from './run-child.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

const LANES = 6;
const KEYS = Array.from({ length: 48 }, (_, index) => `${index}`);

const laneOf = (key: string) => Number(key) % LANES;

/** Runs a test on two connections to one file. */
async function withTwo(test: (one: SqliteStore, other: SqliteStore) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const path = join(folder, 'attache.db');
    const [one, other] = [await openSqliteStore({ path }), await openSqliteStore({ path })];
    try {
      await test(one, other);
    } finally {
      await one.close();
      await other.close();
    }
  });
}

interface Progress {
  /** What is being handled, and the most that a lane ever had at once. */
  readonly underWay: string[];
  crowd: number;
  readonly handled: string[];
}

async function work(inbox: InboxStore, owner: string, progress: Progress): Promise<void> {
  while (progress.handled.length < KEYS.length) {
    const taken = (await inbox.take(owner, 10, 1_000, 2)).map(({ inbound }) => inbound.key);
    progress.underWay.push(...taken);
    for (let lane = 0; lane < LANES; lane += 1) {
      progress.crowd = Math.max(progress.crowd, progress.underWay.filter((key) => laneOf(key) === lane).length);
    }
    for (const key of taken) {
      // Out of the list first: the other connection may have the next of the lane before this one hears of its own end.
      progress.underWay.splice(progress.underWay.indexOf(key), 1);
      progress.handled.push(key);
      expect(await inbox.finish(owner, key, 11)).toBe(true);
    }
  }
}

describe('two connections to one file', () => {
  it('handle every act once, one of a lane at a time and in its order', () =>
    withTwo(async (one, other) => {
      for (const key of KEYS) await one.inbox.put(sketchInbound(key, `lane ${laneOf(key)}`), 1);
      const progress: Progress = { underWay: [], crowd: 0, handled: [] };
      await Promise.all([one, other].flatMap(({ inbox }, index) => ['a', 'b'].map((name) => work(inbox, `${name}${index}`, progress))));
      expect(progress.crowd).toBe(1);
      for (let lane = 0; lane < LANES; lane += 1) {
        expect(progress.handled.filter((key) => laneOf(key) === lane)).toEqual(KEYS.filter((key) => laneOf(key) === lane));
      }
      expect(progress.handled).toHaveLength(KEYS.length);
    }));

  it('put an act once', () =>
    withTwo(async (one, other) => {
      const put = await Promise.all(
        [one, other, one, other].flatMap(({ inbox }) => KEYS.map((key) => inbox.put(sketchInbound(key, key), 1))),
      );
      expect(put.filter(Boolean)).toHaveLength(KEYS.length);
    }));

  it('freeze one version of a group, and begin each part once', () =>
    withTwo(async (one, other) => {
      const versions = [1, 4, 2, 3].map((count) => sketchParts('group', count, `version ${count}`));
      await Promise.all(versions.map((parts, index) => (index % 2 === 0 ? one : other).deliveries.freeze(parts, 1)));
      const frozen = (await one.deliveries.partsOf('group')).map(({ payload }) => payload);
      expect(versions.map((parts) => parts.map(({ payload }) => payload))).toContainEqual(frozen);
      const begun = await Promise.all([one, other, one, other].map(({ deliveries }) => deliveries.begin('group#0', 1, 5)));
      expect(begun.filter(Boolean)).toHaveLength(1);
      const ends = [one, other].map(({ deliveries }, index) => deliveries.end('group#0', 1, { state: 'posted', messageId: `${index}` }));
      expect((await Promise.all(ends)).filter(Boolean)).toHaveLength(1);
    }));
});

describe('two processes on one file', () => {
  it('share acts and parts between them, each once', () =>
    inTemporaryFolder(async (folder) => {
      const path = join(folder, 'attache.db');
      const store = await openSqliteStore({ path });
      // Each in a lane of its own: what a child finds empty, the other holds.
      for (const key of KEYS) await store.inbox.put(sketchInbound(key, key), 1);
      const parts = sketchParts('group', 40);
      await store.deliveries.freeze(parts, 1);
      const children = ['ann', 'ben'].map((owner) => startChild('race-chat.child.ts', [path, owner, 'group']));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the child prints
      const outputs = (await Promise.all(children.map(outputOf))).map((json) => JSON.parse(json) as Record<'handled' | 'begun', string[]>);
      expect(outputs.flatMap(({ handled }) => handled).toSorted()).toEqual(KEYS.toSorted());
      expect(outputs.flatMap(({ begun }) => begun).toSorted()).toEqual(parts.map(({ key }) => key).toSorted());
      expect(await store.inbox.take('cy', 2_000, 3_000, 9)).toEqual([]);
      await store.close();
    }));
});
