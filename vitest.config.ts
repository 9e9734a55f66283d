import { statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// A zone with an odd offset (+12:45) and its own summer time, so that code which forgets the zone fails here.
process.env['TZ'] = 'Pacific/Chatham';

// Every commit waits until the disk has it. What tests write is thrown away: where the machine has a file system in
// memory with room to spare, it lies there, and no test waits for a disk that others use too.
const MEMORY = '/dev/shm';
const ROOM = 1_000_000_000;

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > ROOM;
  } catch {
    return false;
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    pool: 'threads',
    // Test files share their workers, and with them what they import: no module of ours keeps anything that a test can see.
    isolate: false,
    // No test waits for time to pass; this only ends one that hangs, also on a machine that is busy with other things.
    testTimeout: 60_000,
    setupFiles: ['tests/support/no-network.ts'],
    env: { TZ: 'Pacific/Chatham', ...(hasRoom(MEMORY) ? { TMPDIR: MEMORY } : {}) },
    coverage: { include: ['src/**/*.ts', 'adapters/**/*.ts'] },
  },
});
