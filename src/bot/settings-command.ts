import type { Caller } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import { ANSWERS, type Answers, FOLLOW_UPS, type FollowUps, type PersonKey, type TenantSettings } from '../domain/settings.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { BotOptions } from './bot-options.ts';

export interface SettingsTools {
  readonly stores: { readonly settings: SettingsStore };
  readonly chatOf: BotOptions['chatOf'];
}

function describeOwner({ owner }: TenantSettings): string {
  if (owner === null) return 'nobody is told of reports';
  return owner.person === null ? `reports go to the channel ${owner.channel}` : `reports go to ${owner.person}`;
}

const FOLLOW_UP_WORDS: Readonly<Record<FollowUps, string>> = {
  mention: 'in threads the bot answers when it is mentioned',
  threads: 'in its own threads the bot answers every question of those who have spoken to it there',
};

const ANSWER_WORDS: Readonly<Record<Answers, string>> = {
  reply: 'the bot replies to the message that asks; where answers always stand in threads, in the thread',
  thread: 'the bot answers in a thread that it makes from the message that asks',
};

async function listSettings(settings: SettingsStore, { channel }: Caller): Promise<Reply> {
  const tenant = await settings.ofTenant(channel.tenant);
  const { followUps, answers } = await settings.ofChannel(channel);
  const managers = tenant.managers.map(({ adapter, id }) => `${id} (${adapter})`).join(', ');
  return {
    kind: 'settings',
    rows: [
      {
        label: 'follow-ups here',
        value: FOLLOW_UP_WORDS[followUps],
        change: `settings follow-ups ${followUps === 'mention' ? 'threads' : 'mention'}`,
      },
      {
        label: 'answers here',
        value: ANSWER_WORDS[answers],
        change: `settings answers ${answers === 'reply' ? 'thread' : 'reply'}`,
      },
      {
        label: 'managers',
        value: managers === '' ? 'the admins of the workspace only' : `the admins and ${managers}`,
        change: 'settings managers add @somebody',
      },
      { label: 'owner', value: describeOwner(tenant), change: 'settings owner me' },
    ],
  };
}

async function setFollowUps(settings: SettingsStore, { channel }: Caller, value: string): Promise<Reply> {
  const followUps = FOLLOW_UPS.find((one) => one === value);
  if (!followUps) throw new UserError(`follow-ups can be ${FOLLOW_UPS.join(' or ')}, not "${value.slice(0, 40)}".`);
  await settings.saveChannel(channel, { ...(await settings.ofChannel(channel)), followUps });
  return { kind: 'notice', text: `Set for this channel: ${FOLLOW_UP_WORDS[followUps]}.` };
}

async function setAnswers(settings: SettingsStore, { channel }: Caller, value: string): Promise<Reply> {
  const answers = ANSWERS.find((one) => one === value);
  if (!answers) throw new UserError(`answers can be ${ANSWERS.join(' or ')}, not "${value.slice(0, 40)}".`);
  await settings.saveChannel(channel, { ...(await settings.ofChannel(channel)), answers });
  return { kind: 'notice', text: `Set for this channel: ${ANSWER_WORDS[answers]}.` };
}

async function setManagers(settings: SettingsStore, { channel: { tenant, adapter } }: Caller, value: string): Promise<Reply> {
  const [, action = '', id = ''] = /^(add|remove)\s+@?(\S+)$/u.exec(value) ?? [];
  if (action === '') throw new UserError('Write it like: settings managers add @somebody, or: settings managers remove @somebody');
  const known = await settings.ofTenant(tenant);
  const others = known.managers.filter((one) => one.adapter !== adapter || one.id !== id);
  const person: PersonKey = { adapter, id };
  await settings.saveTenant(tenant, { ...known, managers: action === 'add' ? [...others, person] : others });
  return { kind: 'notice', text: action === 'add' ? `${id} may manage now.` : `${id} may not manage any more, unless as an admin.` };
}

/** @throws UserError when reports that go there would never arrive. */
async function requireReach(chatOf: BotOptions['chatOf'], tenant: string, owner: NonNullable<TenantSettings['owner']>): Promise<void> {
  const { adapter, channel: id } = owner;
  const why = await chatOf(adapter)?.access.canPost({ tenant, adapter, id });
  if (typeof why === 'string') throw new UserError(why);
}

async function setOwner({ stores: { settings }, chatOf }: SettingsTools, { channel, person }: Caller, value: string): Promise<Reply> {
  const { tenant, adapter } = channel;
  const [team = ''] = channel.id.split('/');
  const owners: Readonly<Record<string, TenantSettings['owner']>> = {
    me: { adapter, channel: `${team}/${person.id}`, person: person.id },
    here: { adapter, channel: channel.id, person: null },
    none: null,
  };
  if (!Object.hasOwn(owners, value)) throw new UserError('The owner can be "me", "here" for this channel, or "none".');
  const owner = owners[value] ?? null;
  // To a person a message can always be tried.
  if (owner?.person === null) await requireReach(chatOf, tenant, owner);
  const changed = { ...(await settings.ofTenant(tenant)), owner };
  await settings.saveTenant(tenant, changed);
  return { kind: 'notice', text: `Set: ${describeOwner(changed)}.` };
}

/** `settings`, `settings follow-ups|answers|managers|owner VALUE`. Without a value it says what is set. */
export async function runSettings(tools: SettingsTools, { args }: Command, caller: Caller): Promise<Reply> {
  const { settings } = tools.stores;
  const value = (args['value'] ?? '').trim();
  switch (args['setting'] ?? 'list') {
    case 'follow-ups':
      return setFollowUps(settings, caller, value);
    case 'answers':
      return setAnswers(settings, caller, value);
    case 'managers':
      return setManagers(settings, caller, value);
    case 'owner':
      return setOwner(tools, caller, value);
    default:
      if (value !== '') throw new UserError(`"settings ${value.slice(0, 40)}" is not known: follow-ups, answers, managers and owner are.`);
      return listSettings(settings, caller);
  }
}
