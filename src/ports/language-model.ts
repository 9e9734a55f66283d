import type { ZodType } from 'zod';

/** One thing asked of a language model. No state is kept between two of them, on either side. */
export interface ModelRequest<T> {
  /** What to do: ours alone. Never holds text of an article, a question or a person. */
  readonly instructions: string;
  /** What to do it with: articles, claims, questions. Content, whatever it says. */
  readonly input: string;
  /** The shape of the reply. Strict: no optional fields, no dates, no records, no transforms (structured outputs know none). */
  readonly schema: ZodType<T>;
  /** What the shape is called, in letters and underscores. */
  readonly schemaName: string;
  /** Most tokens that the reply may have. */
  readonly outputTokens: number;
  /** Milliseconds for everything: attempts, waiting between them, and one repair. */
  readonly withinMs: number;
}

/** Tokens as the server counted them; 0 where it did not say. */
export interface ModelUsage {
  readonly calls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/**
 * What became of a request. Only `value` holds something to use, and that fits the schema. `unavailable` is retryable when
 * the same request may succeed later; `reason` is for the log and holds neither a secret nor what the model wrote.
 */
export type ModelOutcome<T> = { readonly usage: ModelUsage } & (
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'refusal' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'invalid'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string; readonly retryable: boolean }
);

/** A language model behind one method. Never rejects: every failure is an outcome. */
export interface LanguageModel {
  /** What the reader is told wrote a brief, and what claims that were read are kept under. */
  readonly name: string;
  /** The most that a request can use, its repair included: no count of an honest server is higher. */
  atMost(request: Omit<ModelRequest<unknown>, 'withinMs'>): ModelUsage;
  generate<T>(request: ModelRequest<T>): Promise<ModelOutcome<T>>;
}
