import { describe, expect, test } from 'vitest';
import { createFiles } from '../../../adapters/discord/files.ts';

const CHANNEL = { tenant: 'main', adapter: 'discord', id: '1/2' };

interface Asked {
  readonly url: string;
  readonly init: RequestInit | undefined;
}

function reading(body: string | Uint8Array<ArrayBuffer>, init: ResponseInit = {}) {
  const asked: Asked[] = [];
  const fetch: typeof globalThis.fetch = async (url, sent) => {
    asked.push({ url: url instanceof Request ? url.url : url.toString(), init: sent });
    return new Response(body, init);
  };
  const files = createFiles({ apiUrl: 'http://127.0.0.1:9/api', fetch });
  const read = (file: object) =>
    files.readText(CHANNEL, JSON.stringify({ name: 'a.txt', url: 'https://cdn.discordapp.com/a.txt', ...file }));
  return { asked, read };
}

describe('a file', () => {
  test.each([
    ['https://cdn.discordapp.com/attachments/1/2/a.txt?ex=1'],
    ['https://media.discordapp.net/attachments/1/2/a.txt'],
    ['http://127.0.0.1:9/files/1'],
  ])('is read from %s, without the token and without going on elsewhere', async (url) => {
    const { asked, read } = reading('Grüße');
    expect(await read({ url })).toBe('Grüße');
    expect(asked).toMatchObject([{ url, init: { redirect: 'error' } }]);
    expect(asked[0]?.init?.headers).toBeUndefined();
  });

  test.each([
    'http://cdn.discordapp.com/a.txt',
    'https://cdn.discordapp.com.example.org/a.txt',
    'https://cdn.discordapp.com:8443/a.txt',
    'https://example.org/cdn.discordapp.com/a.txt',
    'http://169.254.169.254/latest',
    'http://127.0.0.1:10/files/1',
    'file:///etc/passwd',
    'nonsense',
  ])('is not read from %s', async (url) => {
    const { asked, read } = reading('x');
    await expect(read({ url })).rejects.toThrow('attach it again');
    expect(asked).toEqual([]);
  });

  test.each([
    [{ name: 'a.pdf', content_type: 'application/pdf' }, 'no text'],
    [{ size: 3 * 1024 * 1024 }, 'too large'],
  ])('%o is not read', async (file, why) => {
    await expect(reading('x').read(file)).rejects.toThrow(why);
  });

  test('is text by its kind or by its name', async () => {
    expect(await reading('x').read({ name: 'notes', content_type: 'text/plain; charset=utf-8' })).toBe('x');
    expect(await reading('x').read({ name: 'notes.MD' })).toBe('x');
  });

  test.each([
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x61], 'a'],
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00], 'a'],
    ['UTF-16 the other way round', [0xfe, 0xff, 0x00, 0x61], 'a'],
    ['Windows-1252', [0x93, 0x61, 0x94], '“a”'],
  ])('is read as %s', async (_what, bytes, text) => {
    expect(await reading(new Uint8Array(bytes)).read({})).toBe(text);
  });

  test('is refused when it is larger than it said, holds a NUL or is gone', async () => {
    await expect(reading('x'.repeat(2 * 1024 * 1024 + 1)).read({ size: 1 })).rejects.toThrow('too large');
    await expect(reading(new Uint8Array([0x61, 0x00])).read({})).rejects.toThrow('no text');
    await expect(reading('', { status: 404 }).read({})).rejects.toThrow('attach it again');
  });

  test('is asked for again when Discord does not answer', async () => {
    const fetch: typeof globalThis.fetch = async () => {
      throw new TypeError('fetch failed');
    };
    const files = createFiles({ apiUrl: 'http://127.0.0.1:9/api', fetch });
    const reference = JSON.stringify({ name: 'a.txt', url: 'https://cdn.discordapp.com/a.txt' });
    await expect(files.readText(CHANNEL, reference)).rejects.toThrow('try again');
    await expect(files.readText(CHANNEL, 'nonsense')).rejects.toThrow('attach it again');
  });
});
