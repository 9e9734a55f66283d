import { detect } from 'chardet';
import { Unreadable } from './read-bytes.ts';

const LOOKED_AT = 64 * 1024;

function decodeAs(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function fromMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be');
  return null;
}

function looksBinary(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, LOOKED_AT);
  let controls = 0;
  for (const byte of start) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  }
  return controls > start.length / 50;
}

/**
 * The text of a file: by its byte order mark, by the charset it declares, as UTF-8 when it is that, else by the best
 * guess from its bytes.
 * @throws Unreadable for a binary file.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const marked = fromMark(bytes);
  if (marked !== null) return marked;
  if (looksBinary(bytes)) throw new Unreadable('is not text (binary content)');
  const named = declared === null ? null : decodeAs(bytes, declared);
  const text = named ?? decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, detect(bytes.subarray(0, LOOKED_AT)) ?? 'windows-1252') ?? decodeAs(bytes, 'windows-1252');
  if (text === null) throw new Unreadable('is in no encoding that is known');
  return text;
}
