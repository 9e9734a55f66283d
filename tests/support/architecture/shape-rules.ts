import { linesIn, type ParsedFile, type Visited } from './parsed-file.ts';
import { MOST_LINES_IN_A_FILE, MOST_LINES_IN_A_FUNCTION } from './table.ts';
import { eachFile, type Rule, violation } from './violation.ts';

export const everyFileParses: Rule = eachFile(
  () => true,
  (file) => file.errors.map((message) => ({ path: file.path, line: 1, message })),
);

export const namesAreKebabCase: Rule = eachFile(
  () => true,
  ({ path }) =>
    path.split('/').every((part) => /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|contract|child))?(?:\.ts)?$/.test(part))
      ? []
      : [{ path, line: 1, message: 'has a name that is not kebab-case' }],
);

export const filesAreShort: Rule = eachFile(
  () => true,
  ({ path, source }) => {
    const lines = linesIn(source);
    return lines <= MOST_LINES_IN_A_FILE ? [] : [{ path, line: lines, message: `has ${lines} lines, at most ${MOST_LINES_IN_A_FILE}` }];
  },
);

export const functionsAreShort: Rule = eachFile(
  (path) => !path.startsWith('tests/'),
  (file) =>
    functionsOf(file).flatMap(({ node }) => {
      const lines = linesIn(file.source.slice(node.start, node.end));
      return lines <= MOST_LINES_IN_A_FUNCTION
        ? []
        : [violation(file, node.start, `has a function of ${lines} lines, at most ${MOST_LINES_IN_A_FUNCTION}`)];
    }),
);

export function functionsOf(file: ParsedFile): readonly Visited[] {
  const kinds = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'];
  return file.nodes.filter(({ node }) => kinds.includes(node.type));
}

export const noDefaultExports: Rule = eachFile(
  () => true,
  (file) =>
    file.nodes.flatMap(({ node }) => {
      const named =
        node.type === 'ExportSpecifier' && (node.exported.type === 'Literal' ? node.exported.value : node.exported.name) === 'default';
      return named || node.type === 'ExportDefaultDeclaration' || node.type === 'TSExportAssignment'
        ? [violation(file, node.start, 'has a default export')]
        : [];
    }),
);

export const noBarrels: Rule = eachFile(
  () => true,
  (file) => {
    const { body } = file.program;
    const passesOn = body.some(
      (node) => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.declaration === null),
    );
    const nothingElse = body.every(
      (node) =>
        node.type === 'ImportDeclaration' ||
        node.type === 'ExportAllDeclaration' ||
        (node.type === 'ExportNamedDeclaration' && node.declaration === null),
    );
    const everything = body.some((node) => node.type === 'ExportAllDeclaration');
    return everything || (passesOn && nothingElse) || /(?:^|\/)index\.ts$/.test(file.path)
      ? [{ path: file.path, line: 1, message: 'is a barrel: import from the file that has it' }]
      : [];
  },
);
