import type { Logger } from '../../../src/ports/logger.ts';

interface Line {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly text: string;
}

export interface RecordingLogger extends Logger {
  readonly lines: readonly Line[];
  /** Lines that an operator sees by default. */
  shown(): readonly string[];
  /** Resolves with the line that says this, now or later; lines before the `from`th do not count. */
  said(part: string, from?: number): Promise<string>;
}

/** A log that tests can read, and wait for. */
export function createRecordingLogger(): RecordingLogger {
  const lines: Line[] = [];
  let waiting: { readonly part: string; readonly resolve: (line: string) => void }[] = [];
  const write =
    (level: Line['level']) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
      const text = Object.keys(fields).length === 0 ? message : `${message} ${JSON.stringify(fields)}`;
      lines.push({ level, text });
      for (const { part, resolve } of waiting) if (text.includes(part)) resolve(text);
      waiting = waiting.filter(({ part }) => !text.includes(part));
    };
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    lines,
    shown: () => lines.filter(({ level }) => level !== 'debug').map(({ text }) => text),
    said: (part, from = 0) => {
      const line = lines.slice(from).find(({ text }) => text.includes(part));
      return line === undefined ? new Promise((resolve) => void waiting.push({ part, resolve })) : Promise.resolve(line.text);
    },
  };
}
