import { defineConfig } from 'vitest/config';

// A zone with an odd offset (+12:45) and its own summer time, so that code which forgets the zone fails here.
process.env['TZ'] = 'Pacific/Chatham';

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
    env: { TZ: 'Pacific/Chatham' },
    coverage: { include: ['src/**/*.ts', 'adapters/**/*.ts'] },
  },
});
