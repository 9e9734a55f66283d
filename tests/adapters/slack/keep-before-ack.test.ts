import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { boltLogger } from '../../../adapters/slack/bolt-logger.ts';
import { keepBeforeAck } from '../../../adapters/slack/keep-before-ack.ts';
import * as payloads from '../../support/fake-slack/payloads.ts';
import { createRecordingLogger } from '../../support/fake-slack/recording-logger.ts';
import { SIGNING_SECRET, signedRequest } from '../../support/fake-slack/signed-request.ts';

const logger = boltLogger(createRecordingLogger(), 'debug');
const event = payloads.directMessage('stats');

async function createApp(receiver: HTTPReceiver): Promise<App> {
  const self = { token: 'xoxb-1', botId: 'B1', botUserId: 'U1' };
  const app = new App({ receiver, ...self, tokenVerificationEnabled: false, deferInitialization: true });
  await app.init();
  return app;
}

async function statusOf(listener: RequestListener): Promise<number> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const { status } = await fetch(url, { method: 'POST', ...signedRequest(event, { at: Math.floor(Date.now() / 1000) }) });
  server.closeAllConnections();
  server.close();
  return status;
}

describe('an event that cannot be kept', () => {
  const keep = (): Promise<void> => Promise.reject(new Error('the store is full'));

  test('is acknowledged by Bolt alone, and lost (the control)', async () => {
    const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger });
    const app = await createApp(receiver);
    app.error(async () => {});
    app.event('message', keep);

    expect(await statusOf(receiver.requestListener)).toBe(200);
  });

  test('is not acknowledged where keeping comes first', async () => {
    const receiver = new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger });
    const app = await createApp(receiver);
    receiver.init(keepBeforeAck(app, keep).app);

    expect(await statusOf(receiver.requestListener)).toBe(500);
  });
});

describe('the gate', () => {
  const ack = async (): Promise<void> => {};

  test('lets an event to the app only once it is kept', async () => {
    const order: string[] = [];
    const app = await createApp(new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger }));
    app.event('message', async () => void order.push('listener'));
    const gate = keepBeforeAck(app, async () => {
      await Promise.resolve();
      order.push('kept');
    });
    await gate.app.processEvent({ body: event, ack: async () => void order.push('acknowledged') });

    expect(order).toEqual(['kept', 'acknowledged', 'listener']);
  });

  test('closes once all that it let in is done, and lets nothing more in', async () => {
    const held = Promise.withResolvers<undefined>();
    const order: string[] = [];
    const app = await createApp(new HTTPReceiver({ signingSecret: SIGNING_SECRET, logger }));
    const gate = keepBeforeAck(app, async () => {
      await held.promise;
      order.push('kept');
    });
    const passing = gate.app.processEvent({ body: event, ack });
    const closing = gate.close().then(() => order.push('closed'));
    await expect(gate.app.processEvent({ body: event, ack })).rejects.toThrow('stopping');
    held.resolve(undefined);
    await Promise.all([passing, closing]);

    expect(order).toEqual(['kept', 'closed']);
  });
});
