import { describe, expect, test } from 'vitest';
import { catchUp } from '../../../adapters/discord/catch-up.ts';
import type { MessagePayload } from '../../../adapters/discord/payloads.ts';
import { receiveSurely } from '../../../adapters/discord/receive-surely.ts';
import type { Inbound } from '../../../src/domain/inbound.ts';
import { MENTION, message } from '../../support/fake-discord/payloads.ts';
import { APPLICATION } from '../../support/fake-discord/world.ts';
import { createRecordingLogger } from '../../support/fake-slack/recording-logger.ts';

const SURROUNDINGS = { bot: APPLICATION, parentOf: () => null, tenantOf: () => 'main', now: () => 1 };

function scene(histories: Readonly<Record<string, readonly MessagePayload[] | Error>>) {
  const taken: Inbound[] = [];
  const pauses: number[] = [];
  const asked: string[] = [];
  const stop = new AbortController();
  const logger = createRecordingLogger();
  const run = (...channels: readonly string[]) =>
    catchUp(
      channels.map((channel) => ({ guild: '1', channel, after: '5' })),
      {
        rest: {
          get: async (route, options) => {
            asked.push(`${route}?${String(options?.query)}`);
            const history = histories[route.split('/')[2] ?? ''] ?? [];
            if (history instanceof Error) throw history;
            return history;
          },
        },
        logger,
        pause: async (ms) => void pauses.push(ms),
        signal: stop.signal,
        surroundings: SURROUNDINGS,
        take: async (inbound) => void taken.push(inbound),
      },
    );
  return { run, taken, pauses, asked, logger, stop };
}

/** As the web API tells it: without the server. */
function told(content: string): MessagePayload {
  const { guild_id: _guild, ...rest } = message(content);
  return rest;
}

describe('catching up', () => {
  test('reads each channel once, a second apart, and takes what was said to the bot in order', async () => {
    const [one, two] = [told(`${MENTION} one`), told(`${MENTION} two`)];
    const { run, taken, pauses, asked } = scene({ '2': [two, told('not for the bot'), one] });
    await run('2', '3');
    expect(asked).toEqual(['/channels/2/messages?after=5&limit=100', '/channels/3/messages?after=5&limit=100']);
    expect(taken.map(({ key, place }) => [key, place.channel.id])).toEqual([
      [`discord:2:${one.id}`, '1/2'],
      [`discord:2:${two.id}`, '1/2'],
    ]);
    expect(pauses).toEqual([1000]);
  });

  test('leaves a channel alone that cannot be read', async () => {
    const { run, taken, logger } = scene({ '2': new Error('no'), '3': [told(`${MENTION} one`)] });
    await run('2', '3');
    expect(taken).toHaveLength(1);
    expect(logger.shown()).toHaveLength(1);
  });

  test('stops when it is told to', async () => {
    const { run, asked, stop } = scene({});
    stop.abort();
    await run('2', '3');
    expect(asked).toEqual([]);
  });
});

describe('a message that cannot be kept', () => {
  test('is given up after the fifth time', async () => {
    const pauses: number[] = [];
    const receive = receiveSurely({
      receive: async () => {
        throw new Error('the disk is full');
      },
      logger: createRecordingLogger(),
      pause: async (ms) => void pauses.push(ms),
      signal: new AbortController().signal,
    });
    await expect(receive({ key: 'k' } as Inbound)).rejects.toThrow('full');
    expect(pauses).toEqual([1000, 2000, 4000, 8000]);
  });
});
