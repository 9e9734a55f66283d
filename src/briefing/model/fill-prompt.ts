import type { Prompt, Prompts } from '../../ports/prompts.ts';

const SLOT = /\{\{\s*([a-z][a-z_]*)\s*\}\}/gu;

/** The prompts that are used and the slots that each has: instructions know the day, everything else is material. */
export const PROMPT_SLOTS = {
  'read-article': ['today', 'title', 'outlet', 'published', 'article'],
  'write-brief': ['today', 'most', 'topic', 'period', 'claims'],
  'answer-question': ['today', 'question', 'passages'],
  'rephrase-question': ['today', 'conversation', 'question'],
  // Asked by scripts/eval.ts alone.
  'judge-support': ['today', 'sentence', 'quotes'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type PromptId = keyof typeof PROMPT_SLOTS;

/** Slots that instructions may have: they hold nothing that anybody outside has written. */
const OURS: ReadonlySet<string> = new Set(['today', 'most']);

/** What a reply's record calls a prompt: `write-brief@3`. */
export function namePrompt({ id, version }: Pick<Prompt, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

function slotsOf(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(SLOT)].map(([, name = '']) => name));
}

/** Braces that are no slot by the rules, a capital or a hyphen in the name, would be sent as they stand. */
function strayBraces(text: string): string | null {
  return /\{\{[^\n]{0,40}|\}\}/u.exec(text.replace(SLOT, ''))?.[0] ?? null;
}

/** @throws Error naming the prompt and the slot, when a file and `PROMPT_SLOTS` do not agree. Called once, at the start. */
export function checkPrompts(prompts: Prompts): void {
  for (const [id, slots] of Object.entries(PROMPT_SLOTS)) {
    const { instructions, input } = prompts.get(id);
    const stray = strayBraces(instructions) ?? strayBraces(input);
    if (stray !== null) throw new Error(`prompts/${id}.md has braces that are no slot: ${stray}`);
    const known: ReadonlySet<string> = new Set(slots);
    const there = slotsOf(instructions).union(slotsOf(input));
    for (const name of there.difference(known)) throw new Error(`prompts/${id}.md has a slot {{${name}}} that nothing fills.`);
    for (const name of known.difference(there)) throw new Error(`prompts/${id}.md lacks the slot {{${name}}}.`);
    for (const name of slotsOf(instructions).difference(OURS))
      throw new Error(`prompts/${id}.md has the slot {{${name}}} in its instructions.`);
  }
}

function fill(text: string, slots: Readonly<Record<string, string>>): string {
  // One pass: braces inside a value are text and are not filled again.
  return text.replace(SLOT, (whole, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`The slot ${whole} is not filled.`);
    return value;
  });
}

/** A prompt with its slots filled. Nothing is escaped: material is fenced by whoever hands it in. */
export function fillPrompt<Id extends PromptId>(
  prompt: Prompt,
  slots: Readonly<Record<(typeof PROMPT_SLOTS)[Id][number], string>>,
): { readonly instructions: string; readonly input: string } {
  return { instructions: fill(prompt.instructions, slots), input: fill(prompt.input, slots) };
}

const FENCE = '~~~~';

/** Sets material between two lines that nothing inside it can look like. */
export function fence(label: string, text: string): string {
  return `${FENCE} ${label}\n${text.replaceAll(/~{3,}/gu, (run) => '-'.repeat(run.length))}\n${FENCE}`;
}
