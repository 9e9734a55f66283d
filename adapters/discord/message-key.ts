import { createHash } from 'node:crypto';
import { LIMITS } from './limits.ts';

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** What Discord knows a message by for some minutes: two with one nonce are one message. */
export function nonceOf(key: string): string {
  return digestOf(key).toString('base64url').slice(0, LIMITS.nonce);
}

/**
 * What a message is known by for ever: the id of its first text, which Discord keeps and nobody sees. 30 bits of the key,
 * above all ids that Discord gives by itself.
 */
export function componentIdOf(key: string): number {
  return 0x40000000 + (digestOf(key).readUInt32BE() >>> 2);
}
