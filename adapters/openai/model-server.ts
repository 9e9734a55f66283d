import type { OpenAI } from 'openai';
import type { Logger } from '../../src/ports/logger.ts';
import { bareSchema } from './bare-schema.ts';
import { askChat } from './chat-transport.ts';
import type { Fitted } from './fit-reply.ts';
import { type Api, adapt, firstHabits, type Habits, together } from './habits.ts';
import type { ModelCall, Reply } from './model-call.ts';
import { withSchemaText } from './prompts.ts';
import { readError } from './read-failure.ts';
import { askResponses } from './responses-transport.ts';
import type { Tally } from './tally.ts';

/** Replies in a row that no schema allows before the server is taken to ignore the parameter. One may be an accident. */
const STRAYS_TO_IGNORE = 2;

/** A server as far as it is known. What it will not take is learned once, and remembered as long as the process lives. */
export interface ModelServer {
  /** Never rejects. Asks again in another way as long as the server says that it is the way it will not take. */
  ask(call: ModelCall, tally: Tally): Promise<Reply>;
  /** Learns from whether a reply kept to the schema. Not for a repair that did: that one had the schema in words. */
  noteFit(fitted: Fitted<unknown>): void;
}

export interface ModelServerOptions {
  readonly client: OpenAI;
  readonly model: string;
  readonly baseUrl: string;
  readonly api: Api;
  readonly logger: Logger | null;
}

export function createModelServer({ client, model, baseUrl, api, logger }: ModelServerOptions): ModelServer {
  let habits = firstHabits(baseUrl, api);
  let strays = 0;

  /** On top of what is known by now: another request may have learned something else in the meantime. */
  function learn(learned: Habits): void {
    habits = together(habits, learned);
    const { transport, schema, limit } = habits;
    logger?.warn('the model server is asked in another way from now on', { transport, schema, limit });
  }

  return {
    ask: async (call, tally) => {
      const before = habits;
      for (let used = before; ; ) {
        const reply = await askOnce(client, model, used, call, tally);
        const lesson = reply.kind === 'unavailable' ? reply.unsuited : null;
        const other = lesson === null ? null : adapt(used, lesson, api);
        if (other === null) {
          // A way that led nowhere either has taught nothing: a wrong model name is 404 on every endpoint.
          if (used !== before && reply.kind !== 'unavailable') learn(used);
          return reply;
        }
        used = other;
      }
    },
    noteFit: (fitted) => {
      if (habits.schema === 'text') return;
      strays = fitted.kind === 'misfit' && fitted.strayed ? strays + 1 : 0;
      if (strays >= STRAYS_TO_IGNORE) learn({ ...habits, schema: 'text' });
    },
  };
}

async function askOnce(client: OpenAI, model: string, habits: Habits, call: ModelCall, tally: Tally): Promise<Reply> {
  tally.countCall();
  const told = habits.schema === 'text' || call.tellsSchema;
  const instructions = told ? withSchemaText(call.instructions, call.jsonSchema) : call.instructions;
  const jsonSchema = habits.schema === 'bare' ? bareSchema(call.jsonSchema) : call.jsonSchema;
  const askOver = habits.transport === 'responses' ? askResponses : askChat;
  const reply = await askOver(client, model, habits, { ...call, instructions, jsonSchema }).catch(readError);
  tally.countTokens(reply.tokens);
  if (reply.kind === 'unavailable' && reply.denied) tally.noteDenied();
  return reply;
}
