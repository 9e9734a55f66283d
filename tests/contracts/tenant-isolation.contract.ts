import { describe, expect, it } from 'vitest';
import type { Stores } from '../../src/ports/stores.ts';
import { prepared } from './prepared-article.ts';
import { sketchReading } from './reading-store.contract.ts';
import { sketchAnswer } from './reply-store.contract.ts';
import { sketchReport } from './report-store.contract.ts';
import { sketchSettings } from './settings-store.contract.ts';
import { sketchChannel } from './sketch-chat.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';
import { sketchThread } from './thread-store.contract.ts';
import { sketchTopic } from './topic-store.contract.ts';

const DAY = '2026-11-23';
const OPEN = { name: 'tenant', limit: { tokens: Number.POSITIVE_INFINITY, microDollars: Number.POSITIVE_INFINITY } };

/** Both tenants hold the same ids, slugs, paths, speakers and bands, so that only the tenant tells them apart. */
async function seed(stores: Stores, tenant: string): Promise<void> {
  const canary = `canary-of-${tenant}`;
  const common = {
    published: tenant === 'ours' ? '2024-11-05' : '2019-01-01',
    language: 'en',
    topics: ['t'],
    bands: [1, 2],
  };
  const second = {
    id: 'second',
    storyId: canary,
    passageTerms: ['tariff tariff', canary],
    speakers: ['Ann', canary],
  };
  await stores.topics.save(tenant, sketchTopic('t', canary));
  await stores.articles.save(tenant, [
    prepared({
      ...common,
      id: 'first',
      title: canary,
      outlet: canary,
      passageTerms: [`tariff ${canary}`],
      speakers: ['Ann'],
    }),
    ...(tenant === 'ours' ? [] : [prepared({ ...common, ...second })]),
  ]);
  await stores.sources.save(tenant, {
    path: '/p',
    outlet: canary,
    language: null,
    readAt: null,
    problem: null,
  });
  await stores.replies.save(tenant, sketchAnswer('r', canary), 'key');
  await stores.readings.save(tenant, sketchReading('first', 'r', canary));
  await stores.ledger.reserve(tenant, DAY, [OPEN], { tokens: canary.length, microDollars: 1 });
  await stores.threads.save(sketchChannel(tenant), null, sketchThread(canary), 1_000, 0);
  await stores.settings.saveTenant(tenant, sketchSettings(canary));
  await stores.settings.saveChannel(sketchChannel(tenant), { followUps: tenant === 'ours' ? 'threads' : 'mention', answers: 'reply' });
  await stores.reports.save(tenant, sketchReport('report', canary));
}

type Call = (stores: Stores, tenant: string) => Promise<unknown>;

/** What one tenant can see, by every method that reads. */
const READS: Readonly<Record<string, Call>> = {
  'articles.find': ({ articles }, tenant) => articles.find(tenant, { topic: 't' }),
  'articles.read': ({ articles }, tenant) => articles.read(tenant, ['first', 'second']),
  'passages.statistics': async ({ passages }, tenant) => {
    const { frequencies, ...counts } = await passages.statistics(tenant, ['tariff', 'canary-of-theirs']);
    return { ...counts, frequencies: [...frequencies] };
  },
  'passages.candidates': async ({ passages }, tenant) => {
    const query = { terms: ['tariff', 'canary-of-theirs'], limit: 10 };
    return [await passages.candidates(tenant, query), await passages.candidates(tenant, { ...query, language: 'en', topic: 't' })];
  },
  'stories.similar': ({ stories }, tenant) => stories.similar(tenant, [1, 2], 10),
  'positions.speakers': ({ positions }, tenant) => positions.speakers(tenant),
  'positions.positionsOf': ({ positions }, tenant) => positions.positionsOf(tenant, ['Ann', 'canary-of-theirs']),
  'topics.list': ({ topics }, tenant) => topics.list(tenant),
  'sources.list': ({ sources }, tenant) => sources.list(tenant),
  'replies.get': ({ replies }, tenant) => replies.get(tenant, 'r'),
  'replies.madeFrom': ({ replies }, tenant) => replies.madeFrom(tenant, 'key'),
  'replies.list': ({ replies }, tenant) => replies.list(tenant, { limit: 9 }),
  'readings.find': async ({ readings }, tenant) => [
    await readings.find(tenant, ['first', 'second'], 'r'),
    await readings.find(tenant, ['first'], 'second reader'),
  ],
  'ledger.spent': ({ ledger }, tenant) => ledger.spent(tenant, DAY, 'tenant'),
  'corpus.count': ({ corpus }, tenant) => corpus.count(tenant),
  'threads.read': ({ threads }, tenant) => threads.read(sketchChannel(tenant), null),
  'settings.ofTenant': ({ settings }, tenant) => settings.ofTenant(tenant),
  'settings.ofChannel': ({ settings }, tenant) => settings.ofChannel(sketchChannel(tenant)),
  'reports.list': ({ reports }, tenant) => reports.list(tenant, []),
};

/** What one tenant can change, by every method that writes; each aims at something the other holds too. */
const WRITES: Readonly<Record<string, Call>> = {
  'topics.assign': async ({ topics, articles }, tenant) => {
    await articles.save(tenant, [prepared({ id: 'loose' })]);
    await topics.assign(tenant, 't', ['loose', 'unassigned']);
  },
  'articles.save': ({ articles }, tenant) => articles.save(tenant, [prepared({ id: 'first~2', lineage: 'first' })]),
  'articles.remove': ({ articles }, tenant) => articles.remove(tenant, ['first']),
  'topics.save': ({ topics }, tenant) => topics.save(tenant, sketchTopic('t', 'changed')),
  'topics.remove': ({ topics }, tenant) => topics.remove(tenant, 't'),
  'sources.save': ({ sources }, tenant) =>
    sources.save(tenant, { path: '/p', outlet: 'changed', language: null, readAt: null, problem: null }),
  'sources.remove': ({ sources }, tenant) => sources.remove(tenant, '/p'),
  'replies.save': ({ replies }, tenant) => replies.save(tenant, sketchAnswer('r', 'changed'), 'key'),
  // By another reader than the seed's, because a second reading by the same one changes nothing.
  'readings.save': ({ readings }, tenant) => readings.save(tenant, sketchReading('first', 'second reader', 'changed')),
  'ledger.reserve': ({ ledger }, tenant) => ledger.reserve(tenant, DAY, [OPEN], { tokens: 1, microDollars: 0 }),
  'ledger.settle': ({ ledger }, tenant) =>
    ledger.settle(tenant, DAY, ['tenant'], { tokens: 0, microDollars: 0 }, { tokens: 1, microDollars: 0 }),
  // Would forget the conversations of both.
  'threads.save': ({ threads }, tenant) => threads.save(sketchChannel(tenant), null, sketchThread('changed'), 3_000, 2_000),
  'settings.saveTenant': ({ settings }, tenant) => settings.saveTenant(tenant, sketchSettings('changed')),
  'settings.saveChannel': ({ settings }, tenant) => settings.saveChannel(sketchChannel(tenant), { followUps: 'mention', answers: 'reply' }),
  'reports.save': ({ reports }, tenant) => reports.save(tenant, sketchReport('report', 'changed')),
  'reports.decide': ({ reports }, tenant) => reports.decide(tenant, 'report', 'upheld'),
};

/**
 * These serve the whole installation and are asked for no tenant: acts are taken whosever they are, parts have keys that
 * are unique over all, and an installation belongs to its platform. That an act of one tenant is never taken for another's
 * is tested with the inbox.
 */
const OF_ALL_TENANTS: readonly string[] = ['inbox', 'deliveries', 'installations'];

const METHODS = [...Object.keys(READS), ...Object.keys(WRITES)];

async function see(stores: Stores): Promise<Readonly<Record<string, string>>> {
  const seen = await Promise.all(
    Object.entries(READS).map(async ([name, read]) => [name, JSON.stringify(await read(stores, 'ours'))] as const),
  );
  return Object.fromEntries(seen);
}

/**
 * The methods by which two tenants touch: those that show `ours` something else than it would see alone, and those that
 * change what it sees when `theirs` calls them. `probed` is what is tested; `plain` is the same without any stub. Only
 * `methods` are looked at.
 */
async function findLeaks(plain: Stores, alone: Stores, probed: Stores, methods: readonly string[]): Promise<readonly string[]> {
  await seed(alone, 'ours');
  await seed(plain, 'ours');
  await plain.articles.save('ours', [prepared({ id: 'unassigned' })]);
  await alone.articles.save('ours', [prepared({ id: 'unassigned' })]);
  await seed(plain, 'theirs');
  const expected = await see(alone);
  const shown = await see(probed);
  const leaks = Object.keys(READS).filter((name) => methods.includes(name) && shown[name] !== expected[name]);
  for (const [name, write] of Object.entries(WRITES).filter(([method]) => methods.includes(method))) {
    const before = JSON.stringify(await see(plain));
    await write(probed, 'theirs');
    if (JSON.stringify(await see(plain)) !== before) leaks.push(name);
    await seed(plain, 'ours');
  }
  return leaks;
}

/** A store in which one method takes either tenant for the other. */
function confuse(stores: Stores, confused: string): Stores {
  const swap = (of: unknown): unknown => {
    if (typeof of === 'object' && of !== null && 'tenant' in of) return { ...of, tenant: swap(of.tenant) };
    return of === 'ours' ? 'theirs' : 'ours';
  };
  const wrap = <T extends object>(target: T, path: string): T =>
    new Proxy(target, {
      get(object, key): unknown {
        const name = `${path}${String(key)}`;
        const member: unknown = Reflect.get(object, key);
        if (typeof member === 'object' && member !== null) return wrap(member, `${name}.`);
        if (name !== confused || typeof member !== 'function') return member;
        return (tenant: unknown, ...rest: unknown[]): unknown => Reflect.apply(member, object, [swap(tenant), ...rest]);
      },
    });
  return wrap(stores, '');
}

/** No tenant sees or changes what belongs to another, by any method. */
export function tenantIsolationContract(implementation: StoreImplementation): void {
  const leaksOf = async (methods: readonly string[], probe: (stores: Stores) => Stores): Promise<readonly string[]> => {
    let leaks: readonly string[] = [];
    await withStores(implementation, (plain) =>
      withStores(implementation, async (alone) => {
        leaks = await findLeaks(plain, alone, probe(plain), methods);
      }),
    );
    return leaks;
  };

  describe('tenants', () => {
    it('probes every method of every port', () =>
      withStores(implementation, async (stores) => {
        const ports = Object.entries(stores).filter(([name, port]) => typeof port === 'object' && !OF_ALL_TENANTS.includes(name));
        const methods = ports.flatMap(([port, members]) => Object.keys(members).map((method) => `${port}.${method}`));
        expect(METHODS.toSorted()).toEqual(methods.toSorted());
      }));

    it('are kept apart', async () => expect(await leaksOf(METHODS, (stores) => stores)).toEqual([]));

    it.each(METHODS)('control: the suite goes red when %s takes the wrong tenant', async (method) =>
      expect(await leaksOf([method], (stores) => confuse(stores, method))).toEqual([method]),
    );
  });
}
