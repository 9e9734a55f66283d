import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What was sealed cannot be opened: it was changed, is of another name, or was sealed with another key. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** Keeps a text so that only who has the key can read it, and nobody can change it or put it under another name. */
export interface Seal {
  readonly seal: (text: string, name: string) => string;
  /** @throws SealError */
  readonly open: (sealed: string, name: string) => string;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Before what is sealed, so that another way of sealing can be told apart. */
const VERSION = 'v1';

/** AES-256-GCM with a key made of `secret` by HKDF: the secret is long and random, so it needs no slow derivation. */
export function createSeal(secret: string): Seal {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'attache installations', 32));
  return {
    seal(text, name) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(name));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed, name) {
      const [version, encoded = ''] = sealed.split('.', 2);
      const bytes = Buffer.from(encoded, 'base64url');
      if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) throw new SealError('This is not a sealed installation.');
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(name))
        .setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new SealError('This sealed installation cannot be opened.', { cause });
      }
    },
  };
}
