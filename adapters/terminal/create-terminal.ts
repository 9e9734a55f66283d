import { createInterface } from 'node:readline/promises';
import type { Readable, Writable } from 'node:stream';
import { consoleCaller } from '../../src/domain/caller.ts';
import { parseCommand } from '../../src/domain/parse-command.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { type Handle, TELL_NOBODY } from '../../src/ports/handle.ts';
import { renderReply } from './render.ts';

export interface TerminalOptions {
  readonly input: Readable;
  readonly output: Writable & { readonly columns?: number; readonly isTTY?: boolean };
  readonly tenant: string;
  readonly clock: Clock;
  readonly colour: boolean;
}

/** A terminal is asked and answers at once: nothing is kept for later, and nobody else sees it. */
export interface Terminal {
  /** Resolves once lines are being taken. */
  start(handle: Handle): Promise<void>;
  /** Takes no more lines and resolves when those under way are answered. */
  stop(): Promise<void>;
  /** Resolves when the input ends or the person leaves. */
  readonly ended: Promise<void>;
}

/** A chat at the terminal: commands and questions are typed as in a channel, one a line; `exit` or the end of input ends it. */
export function createTerminal({ input, output, tenant, clock, colour }: TerminalOptions): Terminal {
  const lines = createInterface({ input, output, terminal: output.isTTY === true, prompt: 'attaché> ' });
  const { promise: ended, resolve } = Promise.withResolvers<void>();
  // Each chat is a conversation of its own.
  const caller = consoleCaller(tenant, `chat-${clock.now()}`, true);
  let working: Promise<void> = Promise.resolve();

  async function answer(handle: Handle, line: string): Promise<void> {
    const reply = await handle(parseCommand(line, clock.today()), caller, TELL_NOBODY);
    output.write(`${renderReply(reply, { width: output.columns ?? 100, colour })}\n\n`);
    if (output.isTTY === true) lines.prompt();
  }

  return {
    ended,
    async start(handle) {
      lines.on('line', (line) => {
        if (/^\s*(?:exit|quit)\s*$/i.test(line)) lines.close();
        else working = working.then(() => answer(handle, line));
      });
      lines.on('close', () => void working.then(resolve));
      if (output.isTTY === true) lines.prompt();
    },
    async stop() {
      lines.close();
      await ended;
    },
  };
}
