import { type DestinationStream, destination, pino } from 'pino';
import type { Logger } from '../../src/ports/logger.ts';

/** Names under which a secret could reach the log. */
const SECRET_FIELDS = ['token', 'apiKey', 'password', 'secret', 'authorization', 'signingSecret'];
/** How deep they are looked for: clients hang the headers of a request on its error, three levels below the fields. */
const DEPTHS = ['', '*.', '*.*.', '*.*.*.'];

/** One JSON object a line on standard error, so that standard output carries replies only. */
export function createLogger(level: string, stream: DestinationStream = destination({ fd: 2, sync: true })): Logger {
  const redact = SECRET_FIELDS.flatMap((field) => DEPTHS.map((depth) => `${depth}${field}`));
  const log = pino({ level, base: null, redact, serializers: { error: pino.stdSerializers.err } }, stream);
  return {
    debug: (message, fields = {}) => log.debug(fields, message),
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message),
  };
}
