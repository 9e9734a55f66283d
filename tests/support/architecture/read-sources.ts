import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const FOLDERS = ['src', 'adapters', 'tests', 'scripts'];

/** Every TypeScript file of the project by its path from the root, with forward slashes. */
export function readSources(root: string): ReadonlyMap<string, string> {
  const paths = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.ts`, { cwd: root }))
    .map((path) => path.split(sep).join('/'))
    .filter((path) => !path.startsWith('tests/fixtures/'))
    .toSorted();
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
