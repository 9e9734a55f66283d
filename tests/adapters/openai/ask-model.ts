import { z } from 'zod';
import { createOpenAiModel, type OpenAiModelOptions } from '../../../adapters/openai/create-openai-model.ts';
import type { LanguageModel, ModelRequest } from '../../../src/ports/language-model.ts';
import type { Logger } from '../../../src/ports/logger.ts';
import type { FakeOpenAi } from '../../support/fake-openai.ts';

export const KEY = 'sk-canary-5f0c';
export const ARTICLE = 'ARTICLE-CANARY: the minister said that the harbour would reopen.';

const CLAIMS = z.object({
  claims: z.array(z.object({ text: z.string().max(40), source: z.int() })),
  note: z.string().nullable(),
});

type Claims = z.infer<typeof CLAIMS>;

export const FITTING: Claims = { claims: [{ text: 'The harbour reopens.', source: 1 }], note: null };
export const FITTING_TEXT = JSON.stringify(FITTING);
/** JSON of another shape. */
export const STRAY_TEXT = '{"claims":[{"text":"a","source":"one"}]}';

export function makeRequest(over: Partial<ModelRequest<Claims>> = {}): ModelRequest<Claims> {
  return {
    instructions: 'List the claims.',
    input: ARTICLE,
    schema: CLAIMS,
    schemaName: 'claims',
    outputTokens: 500,
    withinMs: 10_000,
    ...over,
  };
}

/** A model over a fake server, at OpenAI unless told otherwise. */
export function makeModel({ fetch }: FakeOpenAi, over: Partial<OpenAiModelOptions> = {}): LanguageModel {
  return createOpenAiModel({ apiKey: KEY, baseUrl: null, model: 'gpt-test', api: 'auto', fetch, ...over });
}

/** A logger that keeps what it is told, as text. */
export function keepLog(): { readonly logger: Logger; readonly text: () => string } {
  const lines: string[] = [];
  const keep = (message: string, fields?: unknown) => {
    lines.push(`${message} ${JSON.stringify(fields)}`);
  };
  return { logger: { debug: keep, info: keep, warn: keep, error: keep }, text: () => lines.join('\n') };
}
