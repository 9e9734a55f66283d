import type { OpenAI } from 'openai';
import type { ChatCompletionCreateParamsNonStreaming } from 'openai/resources/chat/completions';
import { z } from 'zod';
import type { Habits } from './habits.ts';
import { type ModelCall, type Reply, unavailable } from './model-call.ts';
import { readErrorObject } from './read-failure.ts';
import { ERROR_CODE, tokensOf, WORD } from './reply-parts.ts';

/** Some servers write the text in parts, thoughts among them, which have no `text` of type `text`. */
const CONTENT = z
  .union([
    z.string(),
    z
      .array(z.object({ type: z.string(), text: z.string().catch('') }))
      .transform((parts) => parts.map(({ type, text }) => (type === 'text' ? text : '')).join('')),
  ])
  .catch('');

const COMPLETION = z.object({
  choices: z.tuple([z.object({ finish_reason: WORD, message: z.object({ content: CONTENT, refusal: WORD }) })], z.unknown()),
  usage: z.unknown().optional(),
});

const FAILURE = z.object({ error: ERROR_CODE });

/** One call over chat completions. Rejects as the SDK does. */
export async function askChat(client: OpenAI, model: string, habits: Habits, call: ModelCall): Promise<Reply> {
  const body: unknown = await client.chat.completions.create(requestOf(model, habits, call), { signal: call.signal });
  return readCompletion(body);
}

function requestOf(model: string, habits: Habits, call: ModelCall): ChatCompletionCreateParamsNonStreaming {
  const { instructions, input, schemaName, jsonSchema, outputTokens } = call;
  return {
    model,
    // `system` and not `developer`: only OpenAI knows the latter, and takes the former for it.
    messages: [{ role: 'system', content: instructions }, ...input.map((content) => ({ role: 'user' as const, content }))],
    [habits.limit]: outputTokens,
    ...(habits.tellsNotToStore ? { store: false } : {}),
    ...(habits.schema === 'text'
      ? {}
      : { response_format: { type: 'json_schema', json_schema: { name: schemaName, strict: true, schema: jsonSchema } } }),
  };
}

function readCompletion(body: unknown): Reply {
  const completion = COMPLETION.safeParse(body);
  if (!completion.success) return readNoCompletion(body);
  const [{ finish_reason: finish, message }] = completion.data.choices;
  const tokens = tokensOf(completion.data.usage, 'prompt_tokens', 'completion_tokens');
  if (finish === 'content_filter' || (message.refusal ?? '') !== '') return { kind: 'refusal', tokens };
  if (finish === 'length') return { kind: 'truncated', tokens };
  // OpenRouter's word for a model that broke off.
  if (finish === 'error') return { ...unavailable('failed on the server', true), tokens };
  return { kind: 'text', text: message.content, tokens };
}

/** Gateways answer 200 and write into the body what went wrong behind them. */
function readNoCompletion(body: unknown): Reply {
  const code = FAILURE.safeParse(body).data?.error ?? null;
  return code === null ? unavailable('the reply is no completion', true) : readErrorObject(code);
}
