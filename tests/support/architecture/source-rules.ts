import { importsOf } from './imports.ts';
import { memberName, perNode } from './nodes.ts';
import type { Visited } from './parsed-file.ts';
import { isBelowWiring, isCore } from './place.ts';
import { PLATFORM_WORD_EXCEPTIONS, PLATFORM_WORDS, REFUSED_GLOBALS, REFUSED_MEMBERS } from './table.ts';
import { eachFile, type Rule, type Violation } from './violation.ts';

export const noMachineBelowTheWiring: Rule = eachFile(isBelowWiring, (file) => [
  ...perNode(file, refusedGlobal),
  ...importsOf(file)
    .filter(({ specifier }) => specifier?.startsWith('node:') === true)
    .map(({ specifier, line }) => ({ path: file.path, line, message: `imports ${specifier}` })),
]);

function refusedGlobal(visited: Visited): string | null {
  const { node, parent } = visited;
  if (node.type !== 'Identifier' || isOnlyAName(visited)) return null;
  if (REFUSED_GLOBALS.includes(node.name)) return `uses ${node.name}`;
  const members = Object.hasOwn(REFUSED_MEMBERS, node.name) ? REFUSED_MEMBERS[node.name] : undefined;
  if (members === undefined) return null;
  if (parent.type === 'MemberExpression' && parent.object === node) {
    const member = memberName(parent);
    return member === null || members.includes(member) ? `uses ${node.name}.${member ?? '…'}` : null;
  }
  return isHarmlessDate(visited) ? null : `uses ${node.name} other than by a member`;
}

/** `{ process: 1 }`, `step.process` and the like name a property; nothing is read from the machine. */
function isOnlyAName({ parent, key }: Visited): boolean {
  if (key === 'property') return 'computed' in parent && !parent.computed;
  if (key === 'key') return !('computed' in parent && parent.computed);
  return key === 'right' && parent.type === 'TSQualifiedName';
}

function isHarmlessDate({ node, parent, key }: Visited): boolean {
  if (parent.type === 'NewExpression') return parent.callee === node && parent.arguments.length > 0;
  if (parent.type === 'BinaryExpression') return parent.operator === 'instanceof' && key === 'right';
  return parent.type.startsWith('TS') || parent.type.startsWith('Import');
}

export const noPlatformInTheCore: Rule = eachFile(
  (path) => isCore(path) && !PLATFORM_WORD_EXCEPTIONS.includes(path),
  ({ path, source }) =>
    source.split('\n').flatMap((text, index): readonly Violation[] => {
      const word = PLATFORM_WORDS.exec(text)?.[0];
      return word === undefined ? [] : [{ path, line: index + 1, message: `names the platform ${word}` }];
    }),
);

export const noAny: Rule = eachFile(
  () => true,
  (file) => perNode(file, ({ node }) => (node.type === 'TSAnyKeyword' ? 'uses any' : null)),
);

export const noMockedModules: Rule = eachFile(
  (path) => path.startsWith('tests/'),
  (file) =>
    perNode(file, ({ node }) => {
      if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return null;
      const member = memberName(node) ?? '';
      const mocks = ['vi', 'vitest'].includes(node.object.name) && /^(?:do)?mock$/i.test(member);
      return mocks ? `uses ${node.object.name}.${member}: hand a fake in through a port` : null;
    }),
);
