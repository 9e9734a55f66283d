import { zodTextFormat } from 'openai/helpers/zod';
import type { ModelOutcome, ModelRequest, ModelUsage } from '../../src/ports/language-model.ts';
import { fitReply } from './fit-reply.ts';
import type { ModelCall, Reply } from './model-call.ts';
import type { ModelServer } from './model-server.ts';
import { repairNote } from './prompts.ts';
import type { Tally } from './tally.ts';

/** What `Omit` makes of a union, done to each of its members. */
type Each<Union> = Union extends { readonly usage: ModelUsage } ? Omit<Union, 'usage'> : never;

/** An outcome before its bill. */
export type Unbilled<T> = Each<ModelOutcome<T>>;

/** Asks once, and once more when the reply cannot be used. Rejects only for a schema that cannot be put as JSON Schema. */
export async function generate<T>(server: ModelServer, request: ModelRequest<T>, tally: Tally, signal: AbortSignal): Promise<Unbilled<T>> {
  const call = firstCall(request, signal);
  const first = await server.ask(call, tally);
  if (first.kind !== 'text') return outcomeOf(first);
  const fitted = fitReply(first.text, request.schema);
  server.noteFit(fitted);
  if (fitted.kind === 'fits') return { kind: 'value', value: fitted.value };

  const repair = { ...call, input: [...call.input, repairNote(fitted.problem)], tellsSchema: true };
  const second = await server.ask(repair, tally);
  if (second.kind !== 'text') return outcomeOf(second);
  const repaired = fitReply(second.text, request.schema);
  if (repaired.kind === 'fits') return { kind: 'value', value: repaired.value };
  server.noteFit(repaired);
  return { kind: 'invalid', reason: repaired.reason };
}

function firstCall<T>({ instructions, input, schema, schemaName, outputTokens }: ModelRequest<T>, signal: AbortSignal): ModelCall {
  const { schema: jsonSchema } = zodTextFormat(schema, schemaName);
  return { instructions, input: [input], schemaName, jsonSchema, tellsSchema: false, outputTokens, signal };
}

function outcomeOf(reply: Exclude<Reply, { readonly kind: 'text' }>): Unbilled<never> {
  if (reply.kind !== 'unavailable') return { kind: reply.kind };
  const { kind, reason, retryable } = reply;
  return { kind, reason, retryable };
}
