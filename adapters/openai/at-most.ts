import { zodTextFormat } from 'openai/helpers/zod';
import type { ModelRequest, ModelUsage } from '../../src/ports/language-model.ts';
import { LONGEST_PROBLEM } from './fit-reply.ts';
import { repairNote, withSchemaText } from './prompts.ts';

/** What servers put round a message and a schema: a few tokens each, and some lines in words round a schema. */
const FRAME_TOKENS = 256;
/** UTF-8 bytes of one UTF-16 code unit, at most. */
const WIDEST = 3;

/**
 * A token stands for a byte at least, whatever the language and the tokenizer: byte-level BPE begins with bytes and only
 * ever joins them. For English that is about four times too much, and it cannot be too little.
 */
function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * The most that a request can use: the first call and the repair, each with the schema in its parameter and in words too,
 * and the longest reply. Calls that a server refuses before it generates anything use nothing.
 */
export function atMost(request: Omit<ModelRequest<unknown>, 'withinMs'>): ModelUsage {
  const { instructions, input, schema, schemaName, outputTokens } = request;
  const { schema: jsonSchema } = zodTextFormat(schema, schemaName);
  const told = bytesOf(withSchemaText(instructions, jsonSchema)) + bytesOf(input);
  const call = told + bytesOf(JSON.stringify(jsonSchema)) + bytesOf(schemaName) + FRAME_TOKENS;
  const repair = call + bytesOf(repairNote('')) + LONGEST_PROBLEM * WIDEST;
  return { calls: 2, inputTokens: call + repair, outputTokens: 2 * outputTokens };
}
