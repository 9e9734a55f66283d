import type { Inbound } from '../../src/domain/inbound.ts';
import { namedCommand } from './named-command.ts';
import type { EventBody, EventPayload } from './payloads.ts';
import { alone, isDirect, keyOf, placeOf, type Surroundings } from './surroundings.ts';
import { mentions, mentionsSomebody, typedText, withoutMention } from './typed-text.ts';

/** Subtypes of messages that a person wrote. All others tell of changes: edits, deletions, people who join. */
const WRITTEN: ReadonlySet<string | undefined> = new Set([undefined, 'file_share', 'thread_broadcast']);

/** The workspace that a message is seen from, which in a shared channel need not be its writer's. */
export function teamOfEvent({ authorizations, team_id: team }: EventBody): string {
  return authorizations?.[0]?.team_id ?? team ?? '';
}

/** What was said to the bot, or in a thread where it may be listening; null for everything else. */
export function inboundOfEvent(body: EventBody, surroundings: Surroundings): Inbound | null {
  const { event } = body;
  const bot = body.authorizations?.find(({ is_bot: isBot }) => isBot === true)?.user_id ?? surroundings.bot;
  if (event.type === 'app_home_opened') return inboundOfHome(body, surroundings);
  if (event.type !== 'message' && event.type !== 'app_mention') return null;
  if (!isWritten(event, bot)) return null;
  const isAddressed = isAddressedBy(event, bot);
  if (!isAddressed && !isFollowUp(event)) return null;
  return inboundOfMessage(body, surroundings, { bot, isAddressed });
}

function isWritten({ subtype, hidden, edited, user = '', bot_id: botId = null, channel = '', ts = '' }: EventPayload, bot: string | null) {
  const isPerson = user !== '' && user !== bot && user !== 'USLACKBOT' && botId === null;
  return isPerson && WRITTEN.has(subtype) && hidden !== true && edited === undefined && channel !== '' && ts !== '';
}

function isAddressedBy({ type, channel_type: kind, channel = '', text = '' }: EventPayload, bot: string | null): boolean {
  return type === 'app_mention' || kind === 'im' || isDirect(channel) || (bot !== null && mentions(text, bot));
}

/** Said in a thread, to nobody in particular. */
function isFollowUp({ thread_ts: thread, text = '' }: EventPayload): boolean {
  return thread !== undefined && !mentionsSomebody(text);
}

interface Hearing {
  readonly bot: string | null;
  readonly isAddressed: boolean;
}

/** The same for both events that Slack makes of one mention: whichever comes first is kept, the other has the same key. */
function inboundOfMessage(body: EventBody, surroundings: Surroundings, { bot, isAddressed }: Hearing): Inbound {
  const { channel = '', channel_type: kind, user = '', text = '', ts = '', thread_ts: threadTs } = body.event;
  const team = teamOfEvent(body);
  const isDirectly = kind === 'im' || isDirect(channel);
  const thread = threadTs ?? (isDirectly ? null : ts);
  // In a direct message the bot may be named, and need not be: without knowing it, no name is taken for its own.
  const said = isDirectly && bot === null ? text : withoutMention(text, bot);
  return {
    key: keyOf(team, channel, ts),
    lane: thread === null ? keyOf(team, channel) : keyOf(team, channel, thread),
    act: { kind: 'text', text: typedText(said), isAddressed },
    place: placeOf(surroundings, { team, channel, thread, audience: 'everyone', person: user, token: null }),
  };
}

/** The person's own page. One lane for each person, so that an older page never replaces a newer one. */
function inboundOfHome(body: EventBody, surroundings: Surroundings): Inbound | null {
  const { tab, user = '', channel } = body.event;
  if (tab !== 'home' || user === '') return null;
  const team = teamOfEvent(body);
  const place = placeOf(surroundings, { team, channel: channel ?? user, thread: null, audience: 'home', person: user, token: null });
  const inbound = alone(keyOf(team, 'home', body.event_id ?? ''), { kind: 'command', command: namedCommand('home', {}) }, place);
  return { ...inbound, lane: keyOf(team, 'home', user) };
}
