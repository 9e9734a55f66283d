import { type Answer, type Call, fail, invalid, isRecord, type Json, NOTHING, ok, type Route, textOf } from './call.ts';
import { isV2, problemsOf } from './check-message.ts';
import { shownChannel, shownMessage } from './shown.ts';
import type { BotMay, FakeChannel, FakeMessage } from './world.ts';

/** For how long a nonce is remembered: "the past few minutes". */
const NONCE_MS = 3 * 60_000;

type Seen = FakeChannel | Answer;

function isAnswer(seen: Seen): seen is Answer {
  return 'status' in seen;
}

/** The channel of a call, if the bot may do this there. */
function channelOf({ request, world }: Call, need: BotMay): Seen {
  const channel = world.channels.get(request.params[0] ?? '');
  if (!channel) return fail(404, 10003);
  if (!channel.botMay.has('view')) return fail(403, 50001);
  return channel.botMay.has(need) ? channel : fail(403, 50013);
}

function inChannel(need: BotMay, effect: (call: Call, channel: FakeChannel) => Answer): Route {
  return (call) => {
    const channel = channelOf(call, need);
    return isAnswer(channel) ? channel : effect(call, channel);
  };
}

function earlier({ world, now }: Call, channel: FakeChannel, nonce: string): FakeMessage | undefined {
  return world.messages.find((one) => {
    return one.nonce === nonce && one.channel === channel.id && one.author === world.bot && now() - one.createdAt <= NONCE_MS;
  });
}

function refusalOf({ body, request, world }: Call, channel: FakeChannel): Answer | null {
  const recipient = channel.recipient === null ? undefined : world.users.get(channel.recipient);
  if (recipient && !recipient.takesDirectMessages) return fail(403, 50007);
  if (channel.isLocked) return fail(400, 50083);
  const problems = problemsOf(body, request.files.length);
  if (problems.length > 0) return invalid(problems);
  return isRecord(body['message_reference']) && !channel.botMay.has('history') ? fail(400, 160002) : null;
}

function referenceOf(body: Json): string | null {
  const reference = body['message_reference'];
  return isRecord(reference) ? textOf(reference['message_id']) : null;
}

/** A new message of the bot's. */
export function createMessage(call: Call, channel: string, more: Partial<FakeMessage> = {}): FakeMessage {
  const { world, body, request, now } = call;
  const message: FakeMessage = {
    id: world.nextId(),
    channel,
    author: world.bot,
    body,
    nonce: body['nonce'] === undefined ? null : textOf(body['nonce']),
    createdAt: now(),
    ephemeralTo: null,
    reference: null,
    isDeferred: false,
    isDeleted: false,
    files: request.files,
    ...more,
  };
  world.messages.push(message);
  call.created(message);
  return message;
}

const post = inChannel('send', (call, channel) => {
  const { body, world } = call;
  const refused = refusalOf(call, channel);
  if (refused) return refused;
  const same = body['enforce_nonce'] === true ? earlier(call, channel, textOf(body['nonce'])) : undefined;
  // What was deleted since is not made anew.
  if (same) return same.isDeleted ? fail(404, 10008) : ok(shownMessage(same, call, true));
  const reference = referenceOf(body);
  const exists = world.messages.some(({ id, isDeleted, channel: at }) => id === reference && !isDeleted && at === channel.id);
  const strict = isRecord(body['message_reference']) && body['message_reference']['fail_if_not_exists'] !== false;
  if (reference !== null && !exists && strict) return invalid(['Unknown message']);
  return ok(shownMessage(createMessage(call, channel.id, { reference: exists ? reference : null }), call, true));
});

/** Newest first, as Discord tells them; none where the bot may not read the history. */
const list = inChannel('view', (call, channel) => {
  const { world, request } = call;
  const { query } = request;
  const limit = Number(query.get('limit') ?? 50);
  if (!(limit >= 1 && limit <= 100)) return invalid(['limit: 1 to 100']);
  if (!channel.botMay.has('history')) return ok([]);
  const all = world.messages.filter((one) => one.channel === channel.id && one.ephemeralTo === null && !one.isDeleted);
  const [after, before, around] = ['after', 'before', 'around'].map((name) => query.get(name));
  let page = all.slice(-limit);
  if (after) page = all.filter(({ id }) => BigInt(id) > BigInt(after)).slice(0, limit);
  if (before) page = all.filter(({ id }) => BigInt(id) < BigInt(before)).slice(-limit);
  if (around) {
    const older = all.filter(({ id }) => BigInt(id) <= BigInt(around)).slice(-Math.floor(limit / 2) - 1);
    const newer = all.filter(({ id }) => BigInt(id) > BigInt(around)).slice(0, Math.floor(limit / 2));
    page = [...older, ...newer];
  }
  return ok(page.toReversed().map((message) => shownMessage(message, call, call.historyHasNonces)));
});

function messageOf({ world, request }: Call): FakeMessage | undefined {
  return world.messages.find(({ id, isDeleted, ephemeralTo }) => id === request.params[1] && !isDeleted && ephemeralTo === null);
}

function onMessage(effect: (call: Call, message: FakeMessage) => Answer): Route {
  return inChannel('view', (call) => {
    const message = messageOf(call);
    return message ? effect(call, message) : fail(404, 10008);
  });
}

/** Changes a message as its body says. What is not said stays; that a message is made of components stays for ever. */
export function editMessage(call: Call, message: FakeMessage): Answer {
  const { body, request } = call;
  if (isV2(message.body) && body['flags'] !== undefined && !isV2(body)) return invalid(['flags: components stay']);
  const merged = { ...message.body, ...body };
  const problems = problemsOf({ ...merged, allowed_mentions: body['allowed_mentions'] }, request.files.length || message.files.length);
  if (problems.length > 0) return invalid(problems);
  message.body = merged;
  message.isDeferred = false;
  return ok(shownMessage(message, call, false));
}

const patch = onMessage((call, message) => (message.author === call.world.bot ? editMessage(call, message) : fail(403, 50005)));

const remove = onMessage((_call, message) => {
  message.isDeleted = true;
  return NOTHING;
});

/** Text and announcements: no other kind of channel that is spoken of here has threads. */
const HAS_THREADS: ReadonlySet<number> = new Set([0, 5]);

const startThread = inChannel('thread', (call, parent) => {
  const { world, request, body } = call;
  if (!HAS_THREADS.has(parent.type)) return fail(400, 50024);
  const name = textOf(body['name']).trim();
  if (name.length < 1 || name.length > 100) return invalid(['name: 1 to 100']);
  const message = messageOf(call);
  if (request.params[1] !== undefined && !message) return fail(404, 10008);
  const id = message?.id ?? world.nextId();
  if (world.channels.has(id)) return fail(400, 160004);
  const thread: FakeChannel = { ...parent, id, type: 11, name, parent: parent.id, botMay: new Set(parent.botMay), isLocked: false };
  world.channels.set(id, thread);
  return ok(shownChannel(thread, world), 201);
});

export const MESSAGE_ROUTES: Readonly<Record<string, Route>> = {
  'GET /channels/:id': inChannel('view', ({ world }, channel) => ok(shownChannel(channel, world))),
  'POST /channels/:id/messages': post,
  'GET /channels/:id/messages': list,
  'GET /channels/:id/messages/:id': onMessage((call, message) => ok(shownMessage(message, call, call.historyHasNonces))),
  'PATCH /channels/:id/messages/:id': patch,
  'DELETE /channels/:id/messages/:id': remove,
  'POST /channels/:id/messages/:id/threads': startThread,
  'POST /channels/:id/threads': startThread,
  'POST /channels/:id/typing': inChannel('send', ({ world, now }, channel) => {
    world.typing.push({ channel: channel.id, at: now() });
    return NOTHING;
  }),
};
