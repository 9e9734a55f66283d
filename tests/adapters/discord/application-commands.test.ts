import { ApplicationCommandOptionType } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApplicationCommand, applicationCommands } from '../../../adapters/discord/application-commands.ts';
import { problemsOfCommands } from '../../../adapters/discord/check-commands.ts';
import { createRest, PATIENCE_MS } from '../../../adapters/discord/create-rest.ts';
import { digestOf, registerCommands } from '../../../adapters/discord/register.ts';
import { COMMAND_TABLE, type CommandRow } from '../../../src/domain/command-table.ts';
import { type FakeDiscord, startFakeDiscord } from '../../support/fake-discord/rest.ts';
import { APPLICATION, BOT_TOKEN, GUILD } from '../../support/fake-discord/world.ts';

function named(name: string, commands = applicationCommands()): ApplicationCommand | undefined {
  return commands.find((command) => command.name === name);
}

describe('the commands', () => {
  test('are what Discord takes', () => {
    expect(problemsOfCommands(applicationCommands())).toEqual([]);
  });

  test('offer every row of the table that is for everywhere, once', () => {
    const names = applicationCommands().flatMap(({ name, options }) => [
      name,
      ...options.filter(({ type }) => type === ApplicationCommandOptionType.Subcommand).map((sub) => sub.name),
    ]);
    for (const { name, where } of COMMAND_TABLE as readonly CommandRow[])
      expect({ name, times: names.filter((other) => other === name).length }).toEqual({
        name,
        times: where === 'everywhere' || name === 'digest' ? 1 : 0,
      });
  });

  test('suggest topics, offer choices, and are private unless told', () => {
    expect(named('brief')?.options).toMatchObject([
      { name: 'topic', autocomplete: true },
      { name: 'period' },
      { name: 'private', type: 5 },
    ]);
    const settings = named('attache')?.options.find(({ name }) => name === 'settings');
    expect(settings?.options?.[0]?.choices?.map(({ value }) => value)).toEqual(['list', 'follow-ups', 'answers', 'managers', 'owner']);
  });

  test('show what needs to manage only to those who manage the server', () => {
    const managed = applicationCommands([
      ...COMMAND_TABLE.filter(({ name }) => name !== 'brief'),
      { ...COMMAND_TABLE[0], right: 'manage' },
    ]);
    expect(named('brief', managed)?.default_member_permissions).toBe('32');
    expect(named('Delete this reply')?.default_member_permissions).toBe('32');
    expect(named('Add to the corpus')?.default_member_permissions).toBeNull();
  });

  test('keep within the limits also when the table has long words, and what cannot be kept within is found', () => {
    const row: CommandRow = { ...COMMAND_TABLE[0], description: 'd'.repeat(300) };
    expect(problemsOfCommands(applicationCommands([row]))).toEqual([]);
    const many = Array.from({ length: 26 }, (_, index): CommandRow => ({ ...COMMAND_TABLE[3], name: `row-${index}` }));
    expect(problemsOfCommands(applicationCommands(many))).toEqual(['attache: more than 25 options']);
    expect(problemsOfCommands(applicationCommands([{ ...row, name: 'Two words' }]))).toHaveLength(1);
  });
});

describe('registration', () => {
  let fake: FakeDiscord;
  const at = Date.UTC(2026, 10, 25);

  beforeEach(async () => {
    fake = await startFakeDiscord({ now: () => at });
  });

  afterEach(() => fake.close());

  function register(guild: string | null): Promise<boolean> {
    return registerCommands({ rest: createRest({ token: BOT_TOKEN, apiUrl: fake.api }, PATIENCE_MS), applicationId: APPLICATION, guild });
  }

  test.each([
    [null, 'global', 'PUT /applications/:id/commands'],
    [GUILD, GUILD, 'PUT /applications/:id/guilds/:id/commands'],
  ])('in %s sends what changed, and only that', async (guild, under, route) => {
    expect([await register(guild), await register(guild)]).toEqual([true, false]);
    const held = fake.world.commands.get(under) ?? [];
    expect(held).toHaveLength(applicationCommands().length);
    fake.world.commands.set(under, held.slice(1));
    expect(await register(guild)).toBe(true);
    expect(fake.callsOf(route)).toHaveLength(2);
  });

  test('does not take what Discord adds or leaves out for a change', () => {
    const wanted = applicationCommands();
    const held = wanted.map(({ options, contexts, ...rest }) => ({
      ...rest,
      id: '1',
      version: '2',
      nsfw: false,
      contexts: contexts.toReversed(),
      ...(options.length === 0
        ? {}
        : { options: options.map(({ required, ...option }) => (required === true ? { ...option, required } : option)) }),
    }));
    expect(digestOf(held.toReversed())).toBe(digestOf(wanted));
    expect(digestOf(held.map((command) => ({ ...command, description: 'other' })))).not.toBe(digestOf(wanted));
  });
});
