import { posix } from 'node:path';
import type { Node } from 'oxc-parser';
import { lineAt, type ParsedFile } from './parsed-file.ts';

export interface Import {
  /** null where the target is computed and cannot be read. */
  readonly specifier: string | null;
  readonly typesOnly: boolean;
  readonly line: number;
}

/** Every way one file can reach another: import, export from, import(), import type, and a worker's URL. */
export function importsOf(file: ParsedFile): readonly Import[] {
  return file.nodes.flatMap(({ node }) => {
    const found = readImport(node);
    return found === null ? [] : [{ ...found, line: lineAt(file, node.start) }];
  });
}

function readImport(node: Node): Omit<Import, 'line'> | null {
  switch (node.type) {
    case 'ImportDeclaration':
      return { specifier: node.source.value, typesOnly: node.importKind === 'type' };
    case 'ExportAllDeclaration':
      return { specifier: node.source.value, typesOnly: node.exportKind === 'type' };
    case 'ExportNamedDeclaration':
      return node.source === null ? null : { specifier: node.source.value, typesOnly: node.exportKind === 'type' };
    case 'ImportExpression':
      return { specifier: literal(node.source), typesOnly: false };
    case 'TSImportType':
      return { specifier: node.source.value, typesOnly: true };
    case 'TSExternalModuleReference':
      return { specifier: node.expression.value, typesOnly: false };
    case 'NewExpression':
      return readModuleUrl(node);
    default:
      return null;
  }
}

function readModuleUrl(node: Extract<Node, { type: 'NewExpression' }>): Omit<Import, 'line'> | null {
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return null;
  const specifier = node.arguments[0] === undefined ? null : literal(node.arguments[0]);
  return specifier !== null && isRelative(specifier) && specifier.endsWith('.ts') ? { specifier, typesOnly: false } : null;
}

function literal(node: Node): string | null {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) {
    return node.quasis[0]?.value.cooked ?? null;
  }
  return null;
}

export function isRelative(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('/');
}

export function resolve(from: string, specifier: string): string {
  return posix.join(posix.dirname(from), specifier);
}

/** `zod/v4` is of `zod`, `@slack/bolt/x` of `@slack/bolt`; built-in modules keep their whole name. */
export function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
