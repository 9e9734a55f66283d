import type { Unsuited } from './model-call.ts';

export type Api = 'auto' | 'responses' | 'chat';

const SCHEMAS = ['full', 'bare', 'text'] as const;

/** How a server is spoken to: a guess from its address at first, then what its answers have taught. */
export interface Habits {
  readonly transport: 'responses' | 'chat';
  /** Whether the schema goes into its own parameter, with or without limits on values, or as text into the instructions. */
  readonly schema: (typeof SCHEMAS)[number];
  /** The name under which chat completions take the limit on tokens. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** Whether chat completions are told not to keep the reply. Servers that are not OpenAI's may refuse the unknown word. */
  readonly tellsNotToStore: boolean;
}

export const OPENAI_URL = 'https://api.openai.com/v1';

/** OpenAI with its regions, and Azure under its old and its new name. */
const OFFICIAL_HOST = /^(?:(?:\w+\.)?api\.openai\.com|[\w-]+\.(?:openai\.azure\.com|services\.ai\.azure\.com))$/i;

/**
 * Official servers know Responses, and their reasoning models refuse `max_tokens`. Nearly every other server knows chat
 * completions best, and several (Ollama, llama.cpp before 2026) let `max_completion_tokens` pass without limiting anything.
 */
export function firstHabits(baseUrl: string, api: Api): Habits {
  const official = isOfficial(baseUrl);
  const preferred = official ? 'responses' : 'chat';
  return {
    transport: api === 'auto' ? preferred : api,
    schema: 'full',
    limit: official ? 'max_completion_tokens' : 'max_tokens',
    tellsNotToStore: official,
  };
}

/** What to try instead of what the server would not take; null when there is nothing left. Each step goes one way only. */
export function adapt(habits: Habits, unsuited: Unsuited, api: Api): Habits | null {
  switch (unsuited) {
    case 'endpoint':
      return api === 'auto' && habits.transport === 'responses' ? { ...habits, transport: 'chat' } : null;
    case 'schema':
      return habits.schema === 'text' ? null : { ...habits, schema: habits.schema === 'full' ? 'bare' : 'text' };
    case 'limit':
      return habits.limit === 'max_tokens' ? { ...habits, limit: 'max_completion_tokens' } : null;
    default:
      return unsuited satisfies never;
  }
}

/** What two requests have learned of the same server, put together. */
export function together(known: Habits, learned: Habits): Habits {
  return {
    ...known,
    transport: learned.transport === 'chat' ? 'chat' : known.transport,
    schema: SCHEMAS.indexOf(learned.schema) > SCHEMAS.indexOf(known.schema) ? learned.schema : known.schema,
    limit: learned.limit === 'max_completion_tokens' ? learned.limit : known.limit,
  };
}

function isOfficial(baseUrl: string): boolean {
  return URL.canParse(baseUrl) && OFFICIAL_HOST.test(new URL(baseUrl).hostname);
}
