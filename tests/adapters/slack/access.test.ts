import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAccess } from '../../../adapters/slack/access.ts';
import { createClientOf } from '../../../adapters/slack/clients.ts';
import { roleOfUser } from '../../../adapters/slack/roles.ts';
import type { ChatAccess } from '../../../src/ports/chat-access.ts';
import { createRecordingLogger } from '../../support/fake-slack/recording-logger.ts';
import { type FakeSlack, startFakeSlack } from '../../support/fake-slack/start-fake-slack.ts';
import { BOT_TOKEN } from '../../support/fake-slack/world.ts';

let fake: FakeSlack;
let now: number;
let token: string | null;
let access: ChatAccess;

beforeEach(async () => {
  now = 1_732_500_000_000;
  token = BOT_TOKEN;
  fake = await startFakeSlack({ now: () => now });
  const settings = { apiUrl: fake.apiUrl, fetch: globalThis.fetch, logger: createRecordingLogger() };
  access = createAccess(
    createClientOf(async () => token, settings),
    () => now,
  );
});

afterEach(() => fake.close());

function at(channel: string): { readonly tenant: string; readonly adapter: string; readonly id: string } {
  return { tenant: 'main', adapter: 'slack', id: `T1/${channel}` };
}

describe('the role of a person', () => {
  test.each([
    ['UADMIN', 'manager'],
    ['UOWNER', 'manager'],
    ['UMEMBER', 'member'],
    ['T1/UMEMBER', 'member'],
    ['UGUEST', 'guest'],
    ['USTRANGER', 'guest'],
    ['UBOT', 'guest'],
    ['UNOBODY', 'guest'],
  ])('%s is a %s', async (person, role) => {
    expect(await access.roleOf(at('C1'), person)).toBe(role);
  });

  test.each([
    [{ team_id: 'T1', is_primary_owner: true }, 'manager'],
    [{ team_id: 'T1', is_admin: true, is_restricted: true }, 'guest'],
    [{ team_id: 'T1', is_admin: true, is_ultra_restricted: true }, 'guest'],
    [{ team_id: 'T1', is_owner: true, deleted: true }, 'guest'],
    [{ team_id: 'T1', is_admin: true, is_stranger: true }, 'guest'],
    [{ team_id: 'T1', is_admin: true, is_bot: true }, 'guest'],
    [{ team_id: 'T2', is_admin: true }, 'guest'],
    [{ is_admin: true }, 'guest'],
    [{ team_id: 'E1', enterprise_user: { teams: ['T0', 'T1'] } }, 'member'],
    [{ team_id: 'E1', enterprise_user: { teams: ['T2'] } }, 'guest'],
  ])('%o is a %s', (user, role) => {
    expect(roleOfUser(user, 'T1')).toBe(role);
  });

  test('is asked once in five minutes', async () => {
    await access.roleOf(at('C1'), 'UADMIN');
    now += 5 * 60_000 - 1;
    await access.roleOf(at('C2'), 'UADMIN');
    expect(fake.callsOf('users.info')).toHaveLength(1);

    now += 1;
    await access.roleOf(at('C1'), 'UADMIN');
    expect(fake.callsOf('users.info')).toHaveLength(2);
  });

  test('follows what the workspace decides', async () => {
    expect(await access.roleOf(at('C1'), 'UADMIN')).toBe('manager');
    const admin = fake.world.users.get('UADMIN');
    if (admin) fake.world.users.set('UADMIN', { ...admin, isAdmin: false });
    now += 5 * 60_000;

    expect(await access.roleOf(at('C1'), 'UADMIN')).toBe('member');
  });

  test('is guest while Slack does not answer, and no longer', async () => {
    fake.faults.plan('users.info', { kind: 'status', status: 500, when: 'before' });

    expect(await access.roleOf(at('C1'), 'UADMIN')).toBe('guest');
    expect(await access.roleOf(at('C1'), 'UADMIN')).toBe('manager');
  });

  test('is guest where the bot is not installed', async () => {
    token = null;

    expect(await access.roleOf(at('C1'), 'UADMIN')).toBe('guest');
  });
});

describe('whether the bot may post', () => {
  test.each(['C1', 'G1', 'D1', 'UMEMBER'])('in %s it may', async (channel) => {
    expect(await access.canPost(at(channel))).toBeNull();
  });

  test.each([
    ['CELSEWHERE', 'I am not in this channel. Invite me with /invite @Attaché.'],
    ['GELSEWHERE', 'I cannot see this channel. If it is private, invite me with /invite @Attaché; otherwise it is gone.'],
    ['CNONE', 'I cannot see this channel. If it is private, invite me with /invite @Attaché; otherwise it is gone.'],
  ])('in %s it must be invited', async (channel, sentence) => {
    expect(await access.canPost(at(channel))).toBe(sentence);
  });

  test('not in a channel that is archived', async () => {
    const channel = fake.world.channels.get('C1');
    if (channel) channel.isArchived = true;

    expect(await access.canPost(at('C1'))).toContain('archived');
  });

  test('is not known while Slack does not answer; a missing scope is no reason not to try', async () => {
    fake.faults.plan('conversations.info', { kind: 'cut', when: 'before' }, { kind: 'error', error: 'missing_scope' });

    expect(await access.canPost(at('C1'))).toContain('try again');
    expect(await access.canPost(at('C1'))).toBeNull();
    token = null;
    expect(await access.canPost(at('C1'))).toContain('no longer installed');
  });
});

describe('taking a message away', () => {
  async function post(): Promise<string> {
    const ts = fake.world.nextTs();
    const parts = { text: 'a', blocks: [], metadata: undefined, threadTs: null, ephemeralTo: null };
    fake.world.messages.push({ channel: 'C1', ts, user: 'UBOT', isBot: true, ...parts });
    return ts;
  }

  test('of its own', async () => {
    const ts = await post();

    expect(await access.retract(at('C1'), ts)).toBeNull();
    expect(fake.world.messages).toEqual([]);
  });

  test('that is gone already', async () => {
    expect(await access.retract(at('C1'), '1.1')).toBeNull();
  });

  test.each([
    ['cant_delete_message', 'I can only take away what I posted myself.'],
    ['not_in_channel', 'I am not in this channel. Invite me with /invite @Attaché.'],
    ['is_archived', 'This channel is archived: nothing in it can be taken away.'],
    ['compliance_exports_prevent_deletion', 'This workspace keeps all messages: nothing can be taken away.'],
    ['internal_error', 'Slack did not take the message away: try again in a minute.'],
  ])('that Slack does not give up for %s', async (error, sentence) => {
    fake.faults.plan('chat.delete', { kind: 'error', error });

    expect(await access.retract(at('C1'), await post())).toBe(sentence);
  });

  test('where the bot is not installed', async () => {
    token = null;

    expect(await access.retract(at('C1'), '1.1')).toContain('no longer installed');
  });
});
