import { describe, expect, test } from 'vitest';
import { createRecentChannels } from '../../../adapters/discord/recent-channels.ts';

const HOUR_MS = 60 * 60 * 1000;

describe('recent channels', () => {
  test('are those in which the bot was spoken to or spoke, with what was last said there', () => {
    const recent = createRecentChannels(() => 0);
    recent.note({ guild: '1', channel: '2', id: '10', concernsBot: false });
    recent.note({ guild: '1', channel: '3', id: '11', concernsBot: true });
    recent.note({ guild: null, channel: '4', id: '12', concernsBot: true });
    recent.note({ guild: '1', channel: '3', id: '13', concernsBot: false });
    expect(recent.list()).toEqual([
      { guild: null, channel: '4', after: '12' },
      { guild: '1', channel: '3', after: '13' },
    ]);
  });

  test('are forgotten after a day in which nobody spoke to the bot', () => {
    let now = 0;
    const recent = createRecentChannels(() => now);
    recent.note({ guild: '1', channel: '2', id: '10', concernsBot: true });
    now = 23 * HOUR_MS;
    recent.note({ guild: '1', channel: '2', id: '11', concernsBot: false });
    expect(recent.list()).toHaveLength(1);
    now = 24 * HOUR_MS;
    expect(recent.list()).toEqual([]);
  });

  test('are the latest fifty', () => {
    const recent = createRecentChannels(() => 0);
    for (let index = 0; index < 60; index += 1) recent.note({ guild: '1', channel: String(index), id: '1', concernsBot: true });
    recent.note({ guild: '1', channel: '10', id: '2', concernsBot: true });
    const channels = recent.list().map(({ channel }) => channel);
    expect(channels).toHaveLength(50);
    expect(channels.slice(0, 2)).toEqual(['10', '59']);
    expect(channels).not.toContain('9');
  });
});
