import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { UserError } from '../../src/domain/errors.ts';
import type { Side, Topic } from '../../src/domain/topic.ts';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function words(value: unknown, where: string): readonly string[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new UserError(`${where} is not a list.`);
  return value.map((word: unknown) => String(word));
}

function lists(value: unknown, where: string): readonly (readonly string[])[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) throw new UserError(`${where} is not a list.`);
  return value.map((list: unknown, index) => words(list, `${where}, entry ${index + 1}`));
}

function sideOf(value: unknown, where: string): Side {
  const { name, speakers } = fieldsOf(value);
  if (typeof name !== 'string') throw new UserError(`${where} has no name.`);
  return { name, speakers: words(speakers, `${where}, speakers`) };
}

function topicOf(value: unknown, where: string): Topic {
  const fields = fieldsOf(value);
  const slug = fields['slug'];
  if (typeof slug !== 'string') throw new UserError(`${where} has no slug.`);
  const named = `${where} (${slug})`;
  const sides = Array.isArray(fields['sides']) ? fields['sides'] : [];
  return {
    slug,
    title: typeof fields['title'] === 'string' ? fields['title'] : slug,
    groups: lists(fields['groups'], `${named}, groups`),
    exclude: words(fields['exclude'], `${named}, exclude`),
    sides: sides.map((side: unknown, index) => sideOf(side, `${named}, side ${index + 1}`)),
    aliases: lists(fields['aliases'], `${named}, aliases`),
    questions: words(fields['questions'], `${named}, questions`),
  };
}

/** Reads a file of topics. @throws UserError naming the entry that does not fit. */
export async function readTopicFile(path: string): Promise<readonly Topic[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError(`${path} cannot be read.`);
  });
  let content: unknown;
  try {
    content = parse(text);
  } catch {
    throw new UserError(`${path} is not YAML.`);
  }
  const { topics } = fieldsOf(content);
  if (!Array.isArray(topics)) throw new UserError(`${path} has no list of topics.`);
  return topics.map((topic: unknown, index) => topicOf(topic, `${path}, topic ${index + 1}`));
}
