import {
  type Answer,
  type Call,
  fail,
  interactionOf,
  invalid,
  isRecord,
  type Json,
  listOf,
  NOTHING,
  ok,
  type Route,
  textOf,
} from './call.ts';
import { problemsOf } from './check-message.ts';
import { createMessage, editMessage } from './message-routes.ts';
import { shownMessage } from './shown.ts';
import type { FakeInteraction, FakeMessage } from './world.ts';

const EPHEMERAL = 64;
/** An interaction is dead unless it is answered within this time. */
const FIRST_MS = 3000;

function dataOf(body: Json): Json {
  return isRecord(body['data']) ? body['data'] : {};
}

function choiceProblems(data: Json): readonly string[] {
  const choices = listOf(data['choices']);
  const wrong = choices.filter(({ name, value }) => {
    return typeof name !== 'string' || name.length < 1 || name.length > 100 || textOf(value).length > 100;
  });
  return [...(choices.length > 25 ? [`choices: ${choices.length} of 25`] : []), ...wrong.map(() => 'choice: not 1 to 100')];
}

function modalProblems({ title, custom_id, components }: Json): readonly string[] {
  const rows = listOf(components).length;
  return [
    ...(textOf(title).length > 45 ? ['title: too long'] : []),
    ...(textOf(custom_id).length > 100 ? ['custom_id: too long'] : []),
    ...(rows < 1 || rows > 5 ? [`components: ${rows} of 1 to 5`] : []),
  ];
}

/** What a callback of each type does: 4 message, 5 deferred, 6 deferred update, 7 update, 8 autocomplete, 9 modal. */
function effectOf(call: Call, interaction: FakeInteraction, type: number, data: Json): Answer | FakeMessage | null {
  if (type === 8 || type === 9) {
    const problems = type === 8 ? choiceProblems(data) : modalProblems(data);
    return problems.length > 0 ? invalid(problems) : null;
  }
  if (type === 6) return null;
  if (type === 4) {
    const problems = problemsOf(data, call.request.files.length);
    if (problems.length > 0) return invalid(problems);
  } else if (type !== 5) return null;
  const ephemeralTo = (Number(data['flags'] ?? 0) & EPHEMERAL) !== 0 ? interaction.user : null;
  const message = createMessage({ ...call, body: data }, interaction.channel, { ephemeralTo, isDeferred: type === 5 });
  interaction.original = message.id;
  return message;
}

const callback: Route = (call) => {
  const { world, request, body, now } = call;
  const [id = '', token] = request.params;
  const interaction = world.interactions.get(id);
  if (!interaction || interaction.token !== token || now() - interaction.madeAt > FIRST_MS) return fail(404, 10062);
  if (interaction.answer) return fail(400, 40060);
  const made = effectOf(call, interaction, Number(body['type']), dataOf(body));
  if (made && 'status' in made) return made;
  interaction.answer = body;
  if (request.query.get('with_response') !== 'true') return NOTHING;
  const message = made ? { resource: { type: Number(body['type']), message: shownMessage(made, call, false) } } : {};
  return ok({ interaction: { id, type: 2, response_message_id: made?.id }, ...message });
};

/** A call by an interaction's token, while it lasts and once the interaction was answered. */
function byToken(effect: (call: Call, interaction: FakeInteraction) => Answer): Route {
  return (call) => {
    const [application, token = ''] = call.request.params;
    if (application !== call.world.application) return fail(404, 10015);
    const interaction = interactionOf(call, token);
    if (!interaction) return fail(401, 50027);
    return interaction.answer ? effect(call, interaction) : fail(404, 10015);
  };
}

const followUp = byToken((call, interaction) => {
  const { body, request } = call;
  const problems = problemsOf(body, request.files.length);
  if (problems.length > 0) return invalid(problems);
  const isPrivate = (Number(body['flags'] ?? 0) & EPHEMERAL) !== 0;
  const message = createMessage(call, interaction.channel, { nonce: null, ephemeralTo: isPrivate ? interaction.user : null });
  return ok(shownMessage(message, call, false));
});

function onOwn(effect: (call: Call, message: FakeMessage) => Answer): Route {
  return byToken((call, interaction) => {
    const asked = call.request.params[2];
    const id = asked === '@original' ? interaction.original : asked;
    const message = call.world.messages.find((one) => one.id === id && one.channel === interaction.channel && !one.isDeleted);
    return message ? effect(call, message) : fail(404, 10008);
  });
}

export const INTERACTION_ROUTES: Readonly<Record<string, Route>> = {
  'POST /interactions/:id/:token/callback': callback,
  'POST /webhooks/:id/:token': followUp,
  'GET /webhooks/:id/:token/messages/:id': onOwn((call, message) => ok(shownMessage(message, call, false))),
  'PATCH /webhooks/:id/:token/messages/:id': onOwn(editMessage),
  'DELETE /webhooks/:id/:token/messages/:id': onOwn((_call, message) => {
    message.isDeleted = true;
    return NOTHING;
  }),
};
