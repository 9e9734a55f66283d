import type { OpenAI } from 'openai';
import type { ResponseCreateParamsNonStreaming } from 'openai/resources/responses/responses';
import { z } from 'zod';
import type { Habits } from './habits.ts';
import { type ModelCall, type Reply, unavailable } from './model-call.ts';
import { readErrorObject } from './read-failure.ts';
import { ERROR_CODE, tokensOf, WORD } from './reply-parts.ts';

const PART = z.object({ type: WORD, text: z.string().catch(''), refusal: WORD });
const ITEM = z.object({ type: WORD, phase: WORD, content: z.array(PART).catch([]) });

const RESPONSE = z.object({
  status: WORD,
  error: ERROR_CODE,
  incomplete_details: z.object({ reason: WORD }).nullable().catch(null),
  output: z.array(ITEM),
  usage: z.unknown().optional(),
});

type Response = z.infer<typeof RESPONSE>;

/** One call over Responses, of which the server keeps nothing. Rejects as the SDK does. */
export async function askResponses(client: OpenAI, model: string, habits: Habits, call: ModelCall): Promise<Reply> {
  const body: unknown = await client.responses.create(requestOf(model, habits, call), { signal: call.signal });
  const response = RESPONSE.safeParse(body);
  return response.success ? readResponse(response.data) : unavailable('the reply is no response', true);
}

function requestOf(model: string, habits: Habits, call: ModelCall): ResponseCreateParamsNonStreaming {
  const { instructions, input, schemaName, jsonSchema, outputTokens } = call;
  return {
    model,
    instructions,
    input: input.map((content) => ({ role: 'user', content })),
    max_output_tokens: outputTokens,
    store: false,
    ...(habits.schema === 'text' ? {} : { text: { format: { type: 'json_schema', name: schemaName, strict: true, schema: jsonSchema } } }),
  };
}

function readResponse(response: Response): Reply {
  const tokens = tokensOf(response.usage, 'input_tokens', 'output_tokens');
  // What a model says while it works is no part of its answer.
  const parts = response.output.filter(({ type, phase }) => type === 'message' && phase !== 'commentary').flatMap(({ content }) => content);
  if (parts.some(({ type }) => type === 'refusal')) return { kind: 'refusal', tokens };
  switch (response.status) {
    case 'incomplete':
      return { kind: response.incomplete_details?.reason === 'content_filter' ? 'refusal' : 'truncated', tokens };
    case 'failed':
      return { ...readErrorObject(response.error ?? ''), tokens };
    case 'cancelled':
    case 'queued':
    case 'in_progress':
      return { ...unavailable(`the response is ${response.status}`, true), tokens };
    default:
      return { kind: 'text', text: parts.map(({ type, text }) => (type === 'output_text' ? text : '')).join(''), tokens };
  }
}
