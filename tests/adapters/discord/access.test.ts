import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccess } from '../../../adapters/discord/access.ts';
import { channelPermissions } from '../../../adapters/discord/channel-permissions.ts';
import { createRest, PATIENCE_MS } from '../../../adapters/discord/create-rest.ts';
import { roleOfMember } from '../../../adapters/discord/roles.ts';
import type { ChatAccess } from '../../../src/ports/chat-access.ts';
import { type FakeDiscord, startFakeDiscord } from '../../support/fake-discord/rest.ts';
import {
  APPLICATION,
  BOT_TOKEN,
  CHANNEL,
  fakeChannel,
  GUILD,
  HIDDEN_CHANNEL,
  MANAGER,
  MEMBER,
  OWNER,
  SILENT_CHANNEL,
} from '../../support/fake-discord/world.ts';

let fake: FakeDiscord;
let now: number;
let access: ChatAccess;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 25);
  fake = await startFakeDiscord({ now: () => now });
  access = createAccess({
    rest: createRest({ token: BOT_TOKEN, apiUrl: fake.api }, PATIENCE_MS),
    botOf: async () => APPLICATION,
    now: () => now,
  });
});

afterEach(() => fake.close());

function at(channel: string, guild = GUILD): { readonly tenant: string; readonly adapter: string; readonly id: string } {
  return { tenant: 'main', adapter: 'discord', id: `${guild}/${channel}` };
}

describe('the role of a person', () => {
  test.each([
    [OWNER, 'manager'],
    [MANAGER, 'manager'],
    [MEMBER, 'member'],
    ['600000000000000099', 'guest'],
    [APPLICATION, 'guest'],
    ['../../users/@me', 'guest'],
  ])('%s is a %s', async (person, role) => {
    expect(await access.roleOf(at(CHANNEL), person)).toBe(role);
  });

  test.each([
    [{ roles: ['admin'] }, 'manager'],
    [{ roles: ['other'] }, 'member'],
    [{ roles: ['admin'], pending: true }, 'guest'],
    [{ roles: ['admin'], user: { id: '1', bot: true } }, 'guest'],
    [{}, 'member'],
  ])('%o is a %s', (member, role) => {
    expect(
      roleOfMember(
        'g',
        {
          owner_id: 'o',
          roles: [
            { id: 'g', permissions: '0' },
            { id: 'admin', permissions: '8' },
          ],
        },
        member,
      ),
    ).toBe(role);
  });

  test('is asked once in five minutes', async () => {
    await access.roleOf(at(CHANNEL), MANAGER);
    fake.world.guilds.get(GUILD)?.members.set(MANAGER, []);
    expect(await access.roleOf(at(SILENT_CHANNEL), MANAGER)).toBe('manager');
    now += 5 * 60_000;
    expect(await access.roleOf(at(CHANNEL), MANAGER)).toBe('member');
    expect(fake.callsOf('GET /guilds/:id/members/:id')).toHaveLength(2);
  });

  test('is a guest’s where Discord does not say, until it does', async () => {
    fake.faults.plan('GET /guilds/:id/members/:id', { kind: 'status', status: 500, when: 'before' });
    expect(await access.roleOf(at(CHANNEL), MANAGER)).toBe('guest');
    expect(await access.roleOf(at(CHANNEL), MANAGER)).toBe('manager');
    expect(await access.roleOf(at(CHANNEL, '800000000000000009'), MANAGER)).toBe('guest');
  });

  test('is a member’s in a direct message', async () => {
    expect(await access.roleOf(at('1', '@me'), OWNER)).toBe('member');
    expect(fake.requests).toEqual([]);
  });
});

describe('whether the bot may post', () => {
  test.each([
    [CHANNEL, null],
    [SILENT_CHANNEL, 'the permission Send Messages'],
    [HIDDEN_CHANNEL, 'the permission View Channel'],
    ['700000000000000099', 'if it still exists'],
  ])('in %s', async (channel, why) => {
    const said = await access.canPost(at(channel));
    if (why === null) expect(said).toBeNull();
    else expect(said).toContain(why);
  });

  test('in a thread is for the channel that it is in to say', async () => {
    fake.world.channels.set('5', fakeChannel('5', { type: 11, parent: CHANNEL }));
    expect(await access.canPost(at('5'))).toBeNull();
    fake.world.guilds.get(GUILD)?.roles.splice(0, 1, { id: GUILD, name: '@everyone', permissions: String(0x400 | 0x800 | 0x10000) });
    expect(await access.canPost(at('5'))).toContain('Send Messages in Threads');
    fake.world.channels.set('5', fakeChannel('5', { type: 11, parent: CHANNEL, isLocked: true }));
    expect(await access.canPost(at('5'))).toContain('locked');
  });

  test('is not known when Discord cannot be asked', async () => {
    fake.faults.plan('GET /channels/:id', { kind: 'status', status: 500, when: 'before' });
    expect(await access.canPost(at(CHANNEL))).toContain('try again');
    expect(await access.canPost(at('1', '@me'))).toBeNull();
  });
});

describe('permissions in a channel', () => {
  const guild = {
    owner_id: 'o',
    roles: [
      { id: 'g', permissions: '1' },
      { id: 'r', permissions: '2' },
      { id: 'a', permissions: '8' },
    ],
  };
  const member = { user: { id: 'm' }, roles: ['r'] };

  test.each([
    [[], 3n],
    [[{ id: 'g', type: 0, deny: '1' }], 2n],
    [
      [
        { id: 'g', type: 0, deny: '3' },
        { id: 'r', type: 0, allow: '2' },
      ],
      2n,
    ],
    [
      [
        { id: 'r', type: 0, deny: '2' },
        { id: 'm', type: 1, allow: '2' },
      ],
      3n,
    ],
    [[{ id: 'm', type: 1, deny: '3' }], 0n],
    [
      [
        { id: 'x', type: 0, deny: '3' },
        { id: 'x', type: 1, deny: '3' },
      ],
      3n,
    ],
  ])('%j', (permission_overwrites, left) => {
    expect(channelPermissions('g', guild, member, { permission_overwrites })).toBe(left);
  });

  test('are all for owners and administrators', () => {
    const denied = { permission_overwrites: [{ id: 'g', type: 0, deny: '255' }] };
    for (const who of [{ user: { id: 'o' } }, { user: { id: 'm' }, roles: ['a'] }])
      expect(channelPermissions('g', guild, who, denied) & 8n).toBe(8n);
  });
});

describe('taking a message away', () => {
  test('is for those that the bot posted', async () => {
    const own = fake.say(CHANNEL, APPLICATION, 'mine');
    const other = fake.say(CHANNEL, MEMBER, 'theirs');
    expect(await access.retract(at(CHANNEL), own.id)).toBeNull();
    expect(await access.retract(at(CHANNEL), other.id)).toContain('what I posted myself');
    expect(await access.retract(at(CHANNEL), own.id)).toBeNull();
    expect([own.isDeleted, other.isDeleted]).toEqual([true, false]);
  });

  test('in a thread is asked for by the thread, since the channel is the one that the thread is in', async () => {
    const thread = fakeChannel('5', { type: 11, parent: CHANNEL });
    fake.world.channels.set(thread.id, thread);
    const own = fake.say('5', APPLICATION, 'mine');
    expect(await access.retract(at(CHANNEL), `5/${own.id}`)).toBeNull();
    expect(own.isDeleted).toBe(true);
  });

  test('says why it could not', async () => {
    expect(await access.retract(at(HIDDEN_CHANNEL), '1')).toContain('View Channel');
    fake.faults.plan('GET /channels/:id/messages/:id', { kind: 'status', status: 500, when: 'before' });
    expect(await access.retract(at(CHANNEL), '1')).toContain('try again');
  });
});
