import type { ClientOptions } from 'openai';
import type { LanguageModel, ModelRequest } from '../../src/ports/language-model.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { atMost } from './at-most.ts';
import { createBreaker, type Given } from './circuit-breaker.ts';
import { createClient } from './create-client.ts';
import { generate, type Unbilled } from './generate.ts';
import { type Api, OPENAI_URL } from './habits.ts';
import { createModelServer, type ModelServer } from './model-server.ts';
import { createTally } from './tally.ts';
import { withinDeadline } from './within-deadline.ts';

export interface OpenAiModelOptions {
  /** Null for a server that needs none. */
  readonly apiKey: string | null;
  /** Null for OpenAI. */
  readonly baseUrl: string | null;
  /** Azure: the name of the deployment. */
  readonly model: string;
  /** auto: Responses at OpenAI and Azure, chat completions elsewhere, and instead of Responses where there are none. */
  readonly api: Api;
  readonly logger?: Logger;
  /** For tests: stands where the network is. */
  readonly fetch?: NonNullable<ClientOptions['fetch']>;
}

/** A model behind OpenAI's API or one like it. What it learns about the server lasts as long as the object. */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  const { apiKey, model, api, logger = null, fetch } = options;
  const baseUrl = options.baseUrl ?? OPENAI_URL;
  const server = createModelServer({ client: createClient(apiKey, baseUrl, fetch), model, baseUrl, api, logger });
  const breaker = createBreaker(logger);
  return {
    name: model,
    atMost,
    generate: (request) => breaker(() => generateInTime(server, request)),
  };
}

async function generateInTime<T>(server: ModelServer, request: ModelRequest<T>): Promise<Given<T>> {
  const tally = createTally();
  const late: Unbilled<T> = { kind: 'unavailable', reason: `no reply within ${request.withinMs} ms`, retryable: true };
  const outcome = await withinDeadline(request.withinMs, (signal) => generate(server, request, tally, signal).catch(mistake), late);
  return { outcome: { ...outcome, usage: tally.total() }, denied: tally.denied() };
}

/** Nothing that a server does ends here: it is a schema that cannot be sent, or a fault of ours. */
function mistake(error: unknown): Unbilled<never> {
  const name = error instanceof Error ? error.constructor.name : typeof error;
  return { kind: 'unavailable', reason: `the request could not be made (${name})`, retryable: false };
}
