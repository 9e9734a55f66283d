import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createClientOf } from '../../../adapters/slack/clients.ts';
import { decodeFile } from '../../../adapters/slack/decode-file.ts';
import { createFiles } from '../../../adapters/slack/files.ts';
import { UserError } from '../../../src/domain/errors.ts';
import type { ChatFiles } from '../../../src/ports/chat-files.ts';
import { createRecordingLogger } from '../../support/fake-slack/recording-logger.ts';
import { type FakeSlack, startFakeSlack } from '../../support/fake-slack/start-fake-slack.ts';
import { BOT_TOKEN } from '../../support/fake-slack/world.ts';

const CHANNEL = { tenant: 'main', adapter: 'slack', id: 'T1/C1' };

let fake: FakeSlack;
let token: string | null;
let asked: string[];
let elsewhere: Server | null;

beforeEach(async () => {
  fake = await startFakeSlack({ now: () => 1_732_500_000_000 });
  token = BOT_TOKEN;
  asked = [];
  elsewhere = null;
  fake.world.files.set('F1', { body: 'One sentence.', contentType: 'text/plain; charset=utf-8' });
});

afterEach(async () => {
  elsewhere?.close();
  elsewhere?.closeAllConnections();
  await fake.close();
});

/** Reads through a `fetch` that may lead `https://files.slack.com` to this machine. */
function filesWith(fetch: typeof globalThis.fetch = globalThis.fetch): ChatFiles {
  const settings = { apiUrl: fake.apiUrl, fetch: globalThis.fetch, logger: createRecordingLogger() };
  const recording: typeof globalThis.fetch = (input, init) => {
    asked.push(String(input instanceof Request ? input.url : input));
    return fetch(input, init);
  };
  return createFiles({ clientOf: createClientOf(async () => token, settings), apiUrl: fake.apiUrl, fetch: recording });
}

function file(fields: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ id: 'F1', name: 'note.md', mimetype: 'text/plain', url_private: fake.fileUrl('F1'), size: 13, ...fields });
}

describe('a file on a message', () => {
  test('is read as text', async () => {
    expect(await filesWith().readText(CHANNEL, file())).toBe('One sentence.');
  });

  test('is read by its name where Slack does not know its kind', async () => {
    expect(await filesWith().readText(CHANNEL, file({ mimetype: 'application/octet-stream', name: 'note.TXT' }))).toBe('One sentence.');
  });

  test.each([
    ['of another kind', { mimetype: 'application/pdf', name: 'a.pdf' }, 'only .txt and .md'],
    ['too large by what Slack says', { size: 2 * 1024 * 1024 + 1 }, 'at most 2 MB'],
    ['without an address', { url_private: undefined }, 'does not give this file out'],
  ])('%s is refused', async (_what, fields, message) => {
    await expect(filesWith().readText(CHANNEL, file(fields))).rejects.toThrow(message);
  });

  test('that is gone is refused', async () => {
    await expect(filesWith().readText(CHANNEL, file({ url_private: fake.fileUrl('F2') }))).rejects.toThrow('does not give this file out');
  });

  test('too large by what is sent is refused', async () => {
    fake.world.files.set('F1', { body: 'x'.repeat(2 * 1024 * 1024 + 1), contentType: 'text/plain' });

    await expect(filesWith().readText(CHANNEL, file())).rejects.toThrow('at most 2 MB');
  });

  test('that is no text is refused', async () => {
    fake.world.files.set('F1', { body: new Uint8Array([0x50, 0x4b, 0, 0]), contentType: 'text/plain' });

    await expect(filesWith().readText(CHANNEL, file())).rejects.toThrow('no text');
  });

  test('that Slack answers with its page for signing in is refused', async () => {
    token = 'xoxb-wrong';

    await expect(filesWith().readText(CHANNEL, file())).rejects.toThrow('does not give this file out');
  });

  test.each(['', 'null', '[]', 'F1', '{"url_private":1}'])('by the reference %j is refused', async (reference) => {
    await expect(filesWith().readText(CHANNEL, reference)).rejects.toThrow(UserError);
  });

  test('is refused where the bot is not installed, and when Slack cannot be reached', async () => {
    const broken = filesWith(() => Promise.reject(new Error('no network')));

    await expect(broken.readText(CHANNEL, file())).rejects.toThrow('try again in a minute');
    token = null;
    await expect(filesWith().readText(CHANNEL, file())).rejects.toThrow(UserError);
  });
});

describe('a file that breaks off while it is sent', () => {
  test('for lack of time, or because the connection is cut: it is told what to do', async () => {
    const cutShort = (error: Error) => () => {
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(new Uint8Array([0x4f])),
        pull: (controller) => controller.error(error),
      });
      return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/plain' } }));
    };
    for (const error of [new DOMException('too late', 'TimeoutError'), new TypeError('terminated')]) {
      const read = filesWith(cutShort(error)).readText(CHANNEL, file());
      await expect(read).rejects.toThrow(new UserError('Slack did not give this file out: try again in a minute.'));
    }
  });

  test('over the wire', async () => {
    fake.faults.plan('file', { kind: 'half' });

    await expect(filesWith().readText(CHANNEL, file())).rejects.toThrow(UserError);
  });
});

describe('the token goes to Slack alone', () => {
  test.each([
    'https://files.slack.com.example.org/F1',
    'https://example.org/F1',
    'http://files.slack.com/F1',
    'https://files.slack.com:8443/F1',
    'https://files.slack.com@example.org/F1',
    'http://127.0.0.1:1/F1',
    'file:///etc/passwd',
    '//example.org/F1',
  ])('%s is not asked', async (url) => {
    await expect(filesWith().readText(CHANNEL, file({ url_private: url }))).rejects.toThrow(UserError);
    expect(asked).toEqual([]);
  });

  test('files.slack.com is asked', async () => {
    const answer = (): Promise<Response> => Promise.resolve(new Response('Hello.', { headers: { 'content-type': 'text/plain' } }));

    expect(await filesWith(answer).readText(CHANNEL, file({ url_private: 'https://files.slack.com/F1' }))).toBe('Hello.');
    expect(asked).toEqual(['https://files.slack.com/F1']);
  });

  test('it is not sent on to where a redirect leads', async () => {
    const tokens: unknown[] = [];
    elsewhere = createServer((request, response) => {
      tokens.push(request.headers.authorization);
      response.end('stolen');
    });
    await new Promise<void>((resolve) => void elsewhere?.listen(0, '127.0.0.1', resolve));
    const target = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    const redirecting: typeof globalThis.fetch = (input, init) =>
      (input instanceof URL ? input.protocol : '') === 'https:'
        ? Promise.resolve(new Response(null, { status: 302, headers: { location: target } }))
        : fetch(input, init);

    await expect(filesWith(redirecting).readText(CHANNEL, file({ url_private: 'https://files.slack.com/F1' }))).rejects.toThrow(UserError);
    expect(tokens).toEqual([]);
  });

  test('a redirect within Slack is followed, and not for ever', async () => {
    const circle: typeof globalThis.fetch = () => Promise.resolve(new Response(null, { status: 302, headers: { location: '/again' } }));

    await expect(filesWith(circle).readText(CHANNEL, file({ url_private: 'https://files.slack.com/F1' }))).rejects.toThrow(UserError);
    expect(asked).toEqual(['https://files.slack.com/F1', ...Array.from({ length: 3 }, () => 'https://files.slack.com/again')]);
  });
});

describe('bytes are read', () => {
  test.each([
    ['as UTF-8', [0xe2, 0x82, 0xac], 'text/plain', '€'],
    ['without a byte order mark', [0xef, 0xbb, 0xbf, 0x61], '', 'a'],
    ['as UTF-16', [0xff, 0xfe, 0xac, 0x20], 'text/plain', '€'],
    ['as UTF-16, the other way round', [0xfe, 0xff, 0x20, 0xac], '', '€'],
    ['as the charset that was sent', [0xc5, 0xd4, 0xcf], 'text/plain; charset="koi8-r"', 'ето'],
    ['as Windows-1252 where nothing else fits', [0x80, 0x61], 'text/plain; charset=unknown', '€a'],
  ])('%s', (_what, bytes, type, text) => {
    expect(decodeFile(new Uint8Array(bytes), type)).toBe(text);
  });

  test('not as text where there is a NUL', () => {
    expect(decodeFile(new Uint8Array([0x61, 0, 0x62]), 'text/plain')).toBeNull();
  });
});
