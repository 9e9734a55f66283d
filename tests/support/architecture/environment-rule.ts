import type { Node } from 'oxc-parser';
import { memberName, perNode } from './nodes.ts';
import type { ParsedFile } from './parsed-file.ts';
import { isProduct } from './place.ts';
import { READERS_OF_THE_ENVIRONMENT } from './table.ts';
import { eachFile, type Rule } from './violation.ts';

export const onlyTheEntriesReadTheEnvironment: Rule = eachFile(
  (path) => isProduct(path) && !READERS_OF_THE_ENVIRONMENT.includes(path),
  (file) => {
    const names = namesOfProcess(file);
    return perNode(file, ({ node, parent }) =>
      readsMember(node, names) || takesOut(node, names) || importsIt(node, parent)
        ? `reads the environment: ${READERS_OF_THE_ENVIRONMENT.join(' and ')} hand it in`
        : null,
    );
  },
);

/** `process`, and whatever the file calls it when it imports the module. */
function namesOfProcess(file: ParsedFile): ReadonlySet<string> {
  const imported = file.program.body.flatMap((node) =>
    node.type === 'ImportDeclaration' && isProcessModule(node.source.value)
      ? node.specifiers.filter(({ type }) => type !== 'ImportSpecifier').map(({ local }) => local.name)
      : [],
  );
  return new Set(['process', ...imported]);
}

function isProcessModule(specifier: string): boolean {
  return specifier === 'node:process' || specifier === 'process';
}

function isProcess(node: Node | null, names: ReadonlySet<string>): boolean {
  if (node?.type === 'Identifier') return names.has(node.name);
  return node?.type === 'MemberExpression' && memberName(node) === 'process';
}

function readsMember(node: Node, names: ReadonlySet<string>): boolean {
  return node.type === 'MemberExpression' && memberName(node) === 'env' && isProcess(node.object, names);
}

/** `const { env } = process` */
function takesOut(node: Node, names: ReadonlySet<string>): boolean {
  if (node.type !== 'VariableDeclarator' || node.id.type !== 'ObjectPattern') return false;
  return (
    isProcess(node.init, names) &&
    node.id.properties.some(
      (property) => property.type === 'RestElement' || (property.key.type === 'Identifier' && property.key.name === 'env'),
    )
  );
}

/** `import { env } from 'node:process'` */
function importsIt(node: Node, parent: Node): boolean {
  return (
    node.type === 'ImportSpecifier' &&
    parent.type === 'ImportDeclaration' &&
    isProcessModule(parent.source.value) &&
    node.imported.type === 'Identifier' &&
    node.imported.name === 'env'
  );
}
