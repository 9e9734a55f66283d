import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, openApp } from '../../src/app/open-app.ts';
import { parseConfig } from '../../src/config.ts';
import { consoleCaller } from '../../src/domain/caller.ts';
import type { Command } from '../../src/domain/command.ts';
import { parseCommand } from '../../src/domain/parse-command.ts';
import type { Reply } from '../../src/domain/reply.ts';
import { TELL_NOBODY } from '../../src/ports/handle.ts';

/** The whole of Attaché over a real SQLite file in a folder of its own. */
export interface TestApp {
  readonly app: App;
  readonly folder: string;
  readonly database: string;
  /** Types a line, as a person would. */
  type(line: string): Promise<Reply>;
  run(command: Command): Promise<Reply>;
  /** Writes files below the folder and returns their common folder. */
  write(files: Readonly<Record<string, string | Uint8Array>>): Promise<string>;
  close(): Promise<void>;
}

/** Opens a fresh app; `close` removes everything that it made. */
export async function openTestApp(): Promise<TestApp> {
  const folder = await mkdtemp(join(tmpdir(), 'attache-test-'));
  const database = join(folder, 'test.db');
  const app = await openApp(parseConfig({ DATABASE_URL: `file:${database}`, LOG_LEVEL: 'silent' }));
  const caller = consoleCaller('main', 'test', true);
  let written = 0;
  return {
    app,
    folder,
    database,
    type: (line) => app.handle(parseCommand(line, app.clock.today()), caller, TELL_NOBODY),
    run: (command) => app.handle(command, caller, TELL_NOBODY),
    async write(files) {
      written += 1;
      const target = await mkdtemp(join(folder, `files-${written}-`));
      for (const [name, content] of Object.entries(files)) await writeFile(join(target, name), content);
      return target;
    },
    async close() {
      await app.close();
      await rm(folder, { recursive: true });
    },
  };
}
