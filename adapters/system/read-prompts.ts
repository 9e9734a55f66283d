import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Prompt, Prompts } from '../../src/ports/prompts.ts';

const FILE = /^---\n([\s\S]*?)\n---\n+## Instructions\n([\s\S]*?)\n## Input\n([\s\S]*)$/u;

function readPrompt(path: string): Prompt {
  const [, head = '', instructions = '', input = ''] = FILE.exec(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')) ?? [];
  const id = /^id: ([a-z-]+)$/mu.exec(head)?.[1];
  const version = Number(/^version: (\d+)$/mu.exec(head)?.[1] ?? 0);
  if (id === undefined || version < 1)
    throw new Error(`${path} is no prompt: it needs front matter with an id and a version, then "## Instructions" and "## Input".`);
  return { id, version, instructions: instructions.trim(), input: input.trim() };
}

/** Reads all prompts of a folder. @throws Error naming the file that is none. */
export function readPrompts(folder: string): Prompts {
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const prompts = new Map(files.map((name) => readPrompt(join(folder, name))).map((prompt) => [prompt.id, prompt]));
  return {
    get(id) {
      const prompt = prompts.get(id);
      if (!prompt) throw new Error(`There is no prompt ${id} in ${folder}.`);
      return prompt;
    },
  };
}
