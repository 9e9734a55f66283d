import type { LanguageModel, ModelOutcome, ModelRequest } from '../../src/ports/language-model.ts';

/** What the core calls the shapes that it asks for. */
export type SchemaName = 'reading' | 'brief' | 'answer' | 'question';
export type Outcome = ModelOutcome<unknown>;
export type Request = ModelRequest<unknown>;
export type Configured = Outcome | ((request: Request) => Outcome | Promise<Outcome>);
/** Undefined takes back what was configured. */
export type Configuration = { readonly [Name in SchemaName]?: Configured | undefined };

/** A model that answers as it was told to and remembers what it was asked. */
export interface FakeModel extends LanguageModel {
  readonly requests: readonly Request[];
  /** Requests for one shape. */
  readonly asked: (schemaName: SchemaName) => readonly Request[];
  /** The most requests that were under way at the same time. */
  readonly mostAtOnce: () => number;
  /** Answers otherwise from now on. */
  readonly answer: (configuration: Configuration) => void;
}

const USED = { calls: 1, inputTokens: 100, outputTokens: 20 };

export function gives(value: unknown, usage = USED): Outcome {
  return { kind: 'value', value, usage };
}

/** Every way to have nothing to use. */
export const FAILURES = {
  refusal: { kind: 'refusal', usage: USED },
  truncated: { kind: 'truncated', usage: USED },
  invalid: { kind: 'invalid', reason: 'no JSON', usage: USED },
  unavailable: { kind: 'unavailable', reason: 'timeout', retryable: true, usage: { calls: 1, inputTokens: 0, outputTokens: 0 } },
} as const satisfies Readonly<Record<string, Outcome>>;

/**
 * Makes one. @throws Error out of `generate`, which a real model never does, when it is asked what nobody told it to
 * answer, or was told to answer what the schema does not allow.
 */
export function createFakeModel(configuration: Configuration = {}, name = 'fake-1'): FakeModel {
  let answers = configuration;
  const requests: Request[] = [];
  let running = 0;
  let most = 0;

  async function outcomeOf(request: Request): Promise<Outcome> {
    const configured = answers[request.schemaName as SchemaName];
    if (configured === undefined) throw new Error(`The fake model was not told what to answer to "${request.schemaName}".`);
    const outcome = typeof configured === 'function' ? await configured(request) : configured;
    return outcome.kind === 'value' ? { ...outcome, value: request.schema.parse(outcome.value) } : outcome;
  }

  return {
    name,
    requests,
    atMost: ({ instructions, input, outputTokens }) => ({
      calls: 2,
      inputTokens: 2 * Math.ceil((instructions.length + input.length) / 3),
      outputTokens: 2 * outputTokens,
    }),
    asked: (schemaName) => requests.filter((request) => request.schemaName === schemaName),
    mostAtOnce: () => most,
    answer: (more) => {
      answers = { ...answers, ...more };
    },
    async generate<T>(request: ModelRequest<T>): Promise<ModelOutcome<T>> {
      requests.push(request);
      running += 1;
      most = Math.max(most, running);
      try {
        return (await outcomeOf(request)) as ModelOutcome<T>;
      } finally {
        running -= 1;
      }
    },
  };
}
