import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Starts one of the `.child.ts` files beside this one. */
export function startChild(file: string, args: readonly string[], user?: number): ChildProcess {
  const script = join(import.meta.dirname, file);
  const options = { stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'], env: {} };
  return spawn(process.execPath, [script, ...args], user === undefined ? options : { ...options, uid: user });
}

/** All that a child wrote, once it has ended. */
export async function outputOf(child: ChildProcess): Promise<string> {
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await once(child, 'close');
  return output;
}
