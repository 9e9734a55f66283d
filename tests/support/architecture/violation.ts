import { lineAt, type ParsedFile, type Project } from './parsed-file.ts';

export interface Violation {
  readonly path: string;
  readonly line: number;
  readonly message: string;
}

export type Rule = (project: Project) => readonly Violation[];

/** A rule that looks at one file at a time, at those that `applies` picks. */
export function eachFile(applies: (path: string) => boolean, check: (file: ParsedFile) => readonly Violation[]): Rule {
  return (project) => [...project.values()].filter(({ path }) => applies(path)).flatMap(check);
}

export function violation(file: ParsedFile, offset: number, message: string): Violation {
  return { path: file.path, line: lineAt(file, offset), message };
}

export function format({ path, line, message }: Violation): string {
  return `${path}:${line} ${message}`;
}
