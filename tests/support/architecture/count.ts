import { importsOf } from './imports.ts';
import type { Project } from './parsed-file.ts';
import { placeOf } from './place.ts';
import { functionsOf } from './shape-rules.ts';

export interface Count {
  readonly files: number;
  readonly imports: number;
  readonly functions: number;
}

export function countPlace(project: Project, place: string): Count {
  const files = [...project.values()].filter(({ path }) => placeOf(path) === place);
  return {
    files: files.length,
    imports: files.reduce((sum, file) => sum + importsOf(file).length, 0),
    functions: files.reduce((sum, file) => sum + functionsOf(file).length, 0),
  };
}
