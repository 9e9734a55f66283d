import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as payloads from '../../support/fake-slack/payloads.ts';
import { SIGNING_SECRET, type SignedRequest, signedRequest } from '../../support/fake-slack/signed-request.ts';
import { type Bench, createBench } from '../../support/fake-slack/slack-bench.ts';

const event = payloads.directMessage('stats');

function secondsFromNow(seconds: number): number {
  return Math.floor(Date.now() / 1000) + seconds;
}

let bench: Bench;
let url: string;

beforeAll(async () => {
  bench = await createBench('http');
  await bench.start();
  url = `http://127.0.0.1:${bench.slack.port()}`;
});

afterAll(() => bench.close());

async function post(request: SignedRequest, to = `${url}/slack/events`): Promise<number> {
  return (await fetch(to, { method: 'POST', ...request })).status;
}

describe('a request that claims to be from Slack', () => {
  test.each([0, -290, 290])('is taken when it was signed %i seconds from now', async (seconds) => {
    expect(await post(signedRequest(event, { at: secondsFromNow(seconds) }))).toBe(200);
  });

  test.each([-310, 310, 3600, 10 * 365 * 86_400])('is refused when it was signed %i seconds from now', async (seconds) => {
    const before = bench.received.length;

    expect(await post(signedRequest(event, { at: secondsFromNow(seconds) }))).toBe(401);
    expect(bench.received).toHaveLength(before);
  });

  test('is refused without a time, and with one that is none', async () => {
    const { body, headers } = signedRequest(event, { at: secondsFromNow(0) });
    const { 'x-slack-request-timestamp': _at, ...untimed } = headers;

    expect(await post({ body, headers: untimed })).toBe(401);
    expect(await post({ body, headers: { ...headers, 'x-slack-request-timestamp': 'now' } })).toBe(401);
  });

  test('is refused when it was signed with another secret, or not at all', async () => {
    const { body, headers } = signedRequest(event, { at: secondsFromNow(0) });
    const { 'x-slack-signature': _signature, ...unsigned } = headers;

    expect(await post(signedRequest(event, { at: secondsFromNow(0), secret: 'another' }))).toBe(401);
    expect(await post({ body, headers: unsigned })).toBe(401);
  });

  test('is refused when one character of the body was changed', async () => {
    const before = bench.received.length;
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0x20, max: 0x7e }), async (at, code) => {
        const { body, headers } = signedRequest(event, { at: secondsFromNow(0) });
        const index = at % body.length;
        const changed = body.slice(0, index) + String.fromCharCode(code) + body.slice(index + 1);
        fc.pre(changed !== body);
        expect(await post({ body: changed, headers })).toBe(401);
      }),
      { numRuns: 50 },
    );

    expect(bench.received).toHaveLength(before);
  });

  test('is refused when it is larger than 1 MB', async () => {
    const large = payloads.directMessage('x'.repeat(1024 * 1024));

    expect(await post(signedRequest(large, { at: secondsFromNow(0) }))).toBe(413);
  });

  test('is answered with the challenge when Slack checks the address', async () => {
    const { body, headers } = signedRequest({ type: 'url_verification', challenge: 'c1' }, { at: secondsFromNow(0) });
    const response = await fetch(`${url}/slack/events`, { method: 'POST', body, headers });

    expect(await response.json()).toEqual({ challenge: 'c1' });
  });

  test('Bolt alone takes it from any time to come (the control)', async () => {
    const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET });
    const app = new App({
      receiver,
      token: 'xoxb-1',
      botId: 'B1',
      botUserId: 'U1',
      tokenVerificationEnabled: false,
      deferInitialization: true,
    });
    await app.init();
    const server = createServer(receiver.requestListener);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const alone = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;

    expect(await post(signedRequest(event, { at: secondsFromNow(3600) }), alone)).toBe(200);
    server.closeAllConnections();
    server.close();
  });
});

describe('the server', () => {
  test('tells that it is there', async () => {
    const response = await fetch(`${url}/healthz`);

    expect({ status: response.status, body: await response.text() }).toEqual({ status: 200, body: 'ok\n' });
  });

  test.each(['/', '/slack', '/slack/install', '//', '/healthz/x'])('has nothing at %s', async (path) => {
    expect((await fetch(url + path)).status).toBe(404);
    expect((await fetch(url + path, { method: 'POST' })).status).toBe(404);
  });

  test('says which port cannot be had', async () => {
    const port = bench.slack.port() ?? 0;
    const second = await createBench('http', { transport: { kind: 'http', signingSecret: SIGNING_SECRET, host: '127.0.0.1', port } });

    await expect(second.start()).rejects.toThrow(`Nothing can listen on 127.0.0.1:${port} (EADDRINUSE): set HOST and PORT.`);
    await second.close();
  });
});
