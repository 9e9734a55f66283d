import { detect } from 'chardet';
import { Unreadable } from './read-bytes.ts';

const LOOKED_AT = 64 * 1024;
/** Of a text at most this share is control characters. */
const MOST_CONTROLS = 0.02;

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 by its byte order mark, or by its zeros: in Western text every other byte is one. */
function wideEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes.length < 8 || bytes.length % 2 === 1) return null;
  const zeros = [0, 0];
  const start = bytes.subarray(0, LOOKED_AT);
  for (const [index, byte] of start.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (start.length / 2));
  if (odd > 0.6 && even < 0.01) return 'utf-16le';
  return even > 0.6 && odd < 0.01 ? 'utf-16be' : null;
}

function isText(text: string): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are what it is about
  const controls = text.slice(0, LOOKED_AT).match(/[\u0001-\u0008\u000e-\u001a\u001c-\u001f]/gu)?.length ?? 0;
  return controls <= Math.min(text.length, LOOKED_AT) * MOST_CONTROLS && !text.includes('\0');
}

/** A charset that a page may declare in its own bytes: UTF-16 cannot be one, since those bytes would not spell it. */
function usable(declared: string | null): string | null {
  return declared === null || /^utf-?16/iu.test(declared) ? null : declared;
}

/** By the charset that is declared; but valid UTF-8 is UTF-8, whatever a page that was saved anew still declares. */
function decodeNarrow(bytes: Uint8Array, declared: string | null): string | null {
  const label = usable(declared);
  const isPlain = !bytes.some((byte) => byte >= 0x80);
  const text = (isPlain && label !== null ? decodeAs(bytes, label) : null) ?? decodeAs(bytes, 'utf-8');
  return (
    text ?? (label === null ? null : decodeAs(bytes, label)) ?? decodeAs(bytes, detect(bytes.subarray(0, LOOKED_AT)) ?? 'windows-1252')
  );
}

const SIGNATURES: readonly (readonly [start: string, name: string])[] = [
  ['%PDF-', 'a PDF'],
  ['{\\rtf', 'an RTF document'],
  ['PK\u0003\u0004', 'an archive or office document'],
];

function refuseDocument(bytes: Uint8Array): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  const known = SIGNATURES.find(([signature]) => start.startsWith(signature));
  if (known) throw new Unreadable(`is ${known[1]} and not text`);
}

/**
 * The text of a file: by its byte order mark, as UTF-8 when it is that, by the charset it declares, else by the best
 * guess from its bytes.
 * @throws Unreadable for a binary file.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  refuseDocument(bytes);
  const wide = wideEncoding(bytes);
  if (wide === null && bytes.includes(0)) throw new Unreadable('is not text (binary content)');
  const text = wide === null ? (decodeNarrow(bytes, declared) ?? decodeAs(bytes, 'windows-1252')) : decodeAs(bytes, wide);
  if (text === null) throw new Unreadable('is in no encoding that is known');
  if (!isText(text)) throw new Unreadable('is not text (binary content)');
  return text;
}
