import { type Node, type Program, parseSync, visitorKeys } from 'oxc-parser';

export interface Visited {
  readonly node: Node;
  readonly parent: Node;
  /** The parent's property that holds the node. */
  readonly key: string;
}

export interface ParsedFile {
  readonly path: string;
  readonly source: string;
  readonly program: Program;
  readonly errors: readonly string[];
  readonly nodes: readonly Visited[];
}

export type Project = ReadonlyMap<string, ParsedFile>;

export function parseProject(sources: ReadonlyMap<string, string>): Project {
  return new Map([...sources].map(([path, source]) => [path, parseFile(path, source)]));
}

function parseFile(path: string, source: string): ParsedFile {
  const { program, errors } = parseSync(path, source, { lang: 'ts', sourceType: 'module' });
  const nodes: Visited[] = [];
  collect(program, nodes);
  return { path, source, program, errors: errors.map(({ message }) => message), nodes };
}

function collect(parent: Node, into: Visited[]): void {
  for (const key of visitorKeys[parent.type] ?? []) {
    const value: unknown = Reflect.get(parent, key);
    for (const node of Array.isArray(value) ? value : [value]) {
      if (!isNode(node)) continue;
      into.push({ node, parent, key });
      collect(node, into);
    }
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

export function lineAt(file: ParsedFile, offset: number): number {
  return file.source.slice(0, offset).split('\n').length;
}

export function linesIn(source: string): number {
  return source.trimEnd().split('\n').length;
}
