import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import type { Logger } from '../../src/ports/logger.ts';

/** Bolt writes a line of its own about this one; ours says the same with what to do. */
type Level = 'warn' | 'debug';

/**
 * What Slack's libraries log, at `level`. Their debug lines hold whole payloads with what people wrote, and their info
 * lines say what ours say: neither is kept.
 */
export function boltLogger(logger: Logger, level: Level): BoltLogger {
  const tell = (...parts: readonly unknown[]): void => logger[level](`Slack's library: ${parts.map(String).join(' ')}`);
  const drop = (): void => {};
  return { debug: drop, info: drop, warn: tell, error: tell, setLevel: drop, getLevel: () => LogLevel.INFO, setName: drop };
}
