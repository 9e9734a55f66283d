import { createHash, randomBytes } from 'node:crypto';
import type { Ids } from '../../src/ports/ids.ts';

/** Random ids of 60 bits in Crockford's base 32, which has no letters that look like digits; digests by SHA-256. */
export function createIds(random: (bytes: number) => Uint8Array = randomBytes): Ids {
  const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
  return {
    next: (prefix) => `${prefix}-${Array.from(random(12), (byte) => alphabet[byte % 32]).join('')}`,
    digest: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  };
}
