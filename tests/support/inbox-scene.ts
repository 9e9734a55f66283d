import { openSqliteStore } from '../../adapters/sqlite/open-sqlite-store.ts';
import { createIds } from '../../adapters/system/create-ids.ts';
import { createInboxWork, type InboxWork } from '../../src/delivery/work-inbox.ts';
import type { Inbound } from '../../src/domain/inbound.ts';
import type { Handle } from '../../src/ports/handle.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { createFakeChat, type FakeChat } from './fake-chat.ts';
import { createFakeTime, type FakeTime } from './fake-time.ts';

export interface Scene {
  readonly stores: Stores;
  readonly time: FakeTime;
  readonly chat: FakeChat;
  readonly logged: string[];
  /** Starts a process of the bot. */
  readonly boot: (handle: Handle, listens?: (inbound: Inbound) => Promise<boolean>) => InboxWork;
}

export async function withScene(test: (scene: Scene) => Promise<void>): Promise<void> {
  const stores = await openSqliteStore({ path: ':memory:' });
  const time = createFakeTime();
  const chat = createFakeChat('fake', time.clock);
  const logged: string[] = [];
  const note = (message: string): void => void logged.push(message);
  const logger = { debug: note, info: note, warn: note, error: note };
  const works: InboxWork[] = [];
  const boot: Scene['boot'] = (handle, listens = () => Promise.resolve(true)) => {
    const chatOf = (adapter: string) => (adapter === 'fake' ? chat : undefined);
    const work = createInboxWork({ ...stores, chatOf, ids: createIds(), clock: time.clock, logger, wait: time.wait });
    work.start({ handle, listens });
    works.push(work);
    return work;
  };
  try {
    await test({ stores, time, chat, logged, boot });
  } finally {
    const stopped = Promise.all(works.map((work) => work.stop(0)));
    await time.advance(1);
    await stopped;
    await stores.close();
  }
}

export function said(key: string, text: string, over: Partial<Inbound> = {}): Inbound {
  const place = {
    channel: { tenant: 'main', adapter: 'fake', id: 'T/C' },
    thread: 't',
    audience: 'everyone',
    person: 'U1',
    token: null,
  } as const;
  return { key, lane: key, act: { kind: 'text', text, isAddressed: true }, place, ...over };
}

/** Says back what was asked. */
export const echo: Handle = async (command) => ({ kind: 'notice', text: command.args['question'] ?? command.name });
export const never: Handle = () => new Promise(() => undefined);
