import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { type App, openApp } from '../../src/app/open-app.ts';
import { parseConfig } from '../../src/config.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { consoleCaller } from '../../src/domain/caller.ts';
import { TELL_NOBODY } from '../../src/ports/handle.ts';

const SERVED = z.record(z.string(), z.object({ calls: z.number(), inputTokens: z.number(), outputTokens: z.number() }));
const STARTED = z.object({ url: z.string() });
const COUNTED = z.object({ served: SERVED });

/** The fake model of the tests in a process of its own. It copies what it is given; only its time and its counts mean anything. */
export interface FakeModel {
  readonly url: string;
  /** Counts since the start, by the name of the schema. */
  count(): Promise<Counts>;
  stop(): void;
}

/** Calls and tokens, read and written together. */
export interface Count {
  readonly calls: number;
  readonly tokens: number;
}
export interface Counts {
  readonly reading: Count;
  readonly writing: Count;
  readonly all: Count;
}

async function hear<T>(child: ChildProcess, schema: z.ZodType<T>): Promise<T> {
  const [message] = await once(child, 'message');
  return schema.parse(message);
}

function toCounts(served: z.infer<typeof SERVED>): Counts {
  const of = (names: readonly string[]): Count => {
    const chosen = names.flatMap((name) => served[name] ?? []);
    return {
      calls: chosen.reduce((sum, { calls }) => sum + calls, 0),
      tokens: chosen.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    };
  };
  return { reading: of(['reading']), writing: of(['brief']), all: of(Object.keys(served)) };
}

/** What was counted between two moments. */
export function countBetween(before: Counts, after: Counts): Counts {
  const less = (kind: keyof Counts): Count => ({
    calls: after[kind].calls - before[kind].calls,
    tokens: after[kind].tokens - before[kind].tokens,
  });
  return { reading: less('reading'), writing: less('writing'), all: less('all') };
}

/** Starts the fake model with a time that every reply takes. */
export async function startFakeModel(latencyMs: number): Promise<FakeModel> {
  const child = fork(join(import.meta.dirname, 'model-child.ts'), [String(latencyMs)]);
  const { url } = await hear(child, STARTED);
  return {
    url,
    async count() {
      const counted = hear(child, COUNTED);
      child.send('count');
      return toCounts((await counted).served);
    },
    stop: () => child.disconnect(),
  };
}

/** Gives `work` our program on a store, with the fake under a name: what one name has read another has not. */
export async function withModelApp<T>(databasePath: string, model: FakeModel, name: string, work: (app: App) => Promise<T>): Promise<T> {
  const settings = {
    OPENAI_BASE_URL: model.url,
    OPENAI_MODEL: name,
    MODEL_DAILY_TOKENS: '0',
    MODEL_DAILY_TOKENS_CHANNEL: '0',
    MODEL_DAILY_TOKENS_PERSON: '0',
  };
  const app = await openApp(parseConfig({ DATABASE_URL: `file:${databasePath}`, LOG_LEVEL: 'error', ...settings }));
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** A brief that the fake has written. @throws Error for any other: what was measured would mean nothing. */
export async function briefByModel(app: App, tenant: string, topic: string, period: string): Promise<Brief> {
  const reply = await app.handle({ name: 'brief', args: { topic, period } }, consoleCaller(tenant, 'bench'), TELL_NOBODY);
  if (reply.kind === 'brief' && reply.engine === 'model') return reply;
  throw new Error(`the brief on ${topic}, ${period}, is none by the model: ${reply.kind === 'brief' ? reply.engineReason : reply.kind}`);
}
