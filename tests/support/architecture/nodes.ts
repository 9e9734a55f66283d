import type { Node } from 'oxc-parser';
import type { ParsedFile, Visited } from './parsed-file.ts';
import { type Violation, violation } from './violation.ts';

export function perNode(file: ParsedFile, judge: (visited: Visited) => string | null): readonly Violation[] {
  return file.nodes.flatMap((visited) => {
    const message = judge(visited);
    return message === null ? [] : [violation(file, visited.node.start, message)];
  });
}

/** `now` of `Date.now` and of `Date['now']`; null where it is computed. */
export function memberName(node: Extract<Node, { type: 'MemberExpression' }>): string | null {
  if (node.property.type === 'Identifier' && !node.computed) return node.property.name;
  return node.property.type === 'Literal' && typeof node.property.value === 'string' ? node.property.value : null;
}
