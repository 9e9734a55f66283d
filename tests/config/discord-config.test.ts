import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { problemsOf } from '../support/config-problems.ts';

describe('Discord', () => {
  test('is off without a token, however it would be reached', () => {
    expect(parseConfig({ DISCORD_API_URL: 'http://localhost:1/api', DISCORD_THREADS_WITHOUT_MENTION: 'true' }).discord).toBeNull();
  });

  test('needs a token and nothing else', () => {
    expect(parseConfig({ DISCORD_TOKEN: 't.o.k' }).discord).toEqual({
      token: 't.o.k',
      applicationId: null,
      guild: null,
      apiUrl: 'https://discord.com/api',
      threadsWithoutMention: false,
    });
  });

  test.each(['DISCORD_APPLICATION_ID', 'DISCORD_GUILD_ID'])('%s is of no use without one', (name) => {
    expect(Object.keys(problemsOf({ [name]: '900000000000000001' }))).toEqual(['DISCORD_TOKEN']);
  });

  test.each(['https://discord.com', 'https://discord.com/api/v10', 'ftp://discord.com/api', 'https://a:b@discord.com/api'])(
    '%s is no address of its web API',
    (address) => {
      expect(Object.keys(problemsOf({ DISCORD_TOKEN: 't', DISCORD_API_URL: address }))).toEqual(['DISCORD_API_URL']);
    },
  );
});
