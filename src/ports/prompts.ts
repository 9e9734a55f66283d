/** A prompt as its file has it: two texts with `{{slots}}`. */
export interface Prompt {
  readonly id: string;
  /** Goes up with every change that may change what comes out. */
  readonly version: number;
  /** What to do: ours alone. */
  readonly instructions: string;
  /** Where the material goes. */
  readonly input: string;
}

/** Where the words for the model live. */
export interface Prompts {
  /** @throws Error when there is none of this id. */
  get(id: string): Prompt;
}
