const MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file: by its byte order mark, as UTF-8, by the charset that was sent with it, or as Windows-1252, which
 * takes any bytes. Null for what holds a NUL and so is no text.
 */
export function decodeFile(bytes: Uint8Array, contentType: string): string | null {
  const mark = MARKS.find(({ bytes: begins }) => begins.every((byte, index) => bytes[index] === byte));
  const charset = /charset="?([\w-]+)/i.exec(contentType)?.[1];
  const encodings = mark === undefined ? ['utf-8', ...(charset === undefined ? [] : [charset]), 'windows-1252'] : [mark.encoding];
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text !== null) return text.includes('\0') ? null : text;
  }
  return null;
}
