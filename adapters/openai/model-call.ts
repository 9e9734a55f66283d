/** What both transports are asked: one call, without state on the server. */
export interface ModelCall {
  readonly instructions: string;
  /** What the person's side says, in order: the input, and in a repair what was wrong with the reply before. */
  readonly input: readonly string[];
  readonly schemaName: string;
  readonly jsonSchema: Readonly<Record<string, unknown>>;
  /** Whether the instructions say the schema in words, whatever becomes of the parameter. */
  readonly tellsSchema: boolean;
  readonly outputTokens: number;
  readonly signal: AbortSignal;
}

/** Tokens of one call, 0 where the server did not say. */
export interface Tokens {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What a server will not take: the address of a transport, the schema parameter, or the name of the token limit. */
export type Unsuited = 'endpoint' | 'schema' | 'limit';

/** What became of one call, in the words that both transports share. */
export type Reply = { readonly tokens: Tokens } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'truncated' }
  /** `denied` tells that it is the account which the server turns down: its key, its rights or its credit. */
  | {
      readonly kind: 'unavailable';
      readonly reason: string;
      readonly retryable: boolean;
      readonly unsuited: Unsuited | null;
      readonly denied: boolean;
    }
);

export const NO_TOKENS: Tokens = { inputTokens: 0, outputTokens: 0 };

/** A reply for which nothing was generated, as far as anyone told. */
export function unavailable(reason: string, retryable: boolean, unsuited: Unsuited | null = null): Reply {
  return { kind: 'unavailable', reason, retryable, unsuited, denied: false, tokens: NO_TOKENS };
}

/** A reply for which nothing was generated, nor will be before somebody sees to the account. */
export function denied(reason: string): Reply {
  return { kind: 'unavailable', reason, retryable: false, unsuited: null, denied: true, tokens: NO_TOKENS };
}
