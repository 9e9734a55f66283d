import { isRecord, type Json, listOf, textOf } from './call.ts';

function control(part: Json): string {
  if (part['type'] === 2) return `[${textOf(part['label'])}] ${textOf(part['custom_id'])}`;
  const options = listOf(part['options']).map(({ label, value }) => `\n    ${textOf(label)} = ${textOf(value)}`);
  return `[${textOf(part['placeholder'])} ▾] ${textOf(part['custom_id'])}${options.join('')}`;
}

function component(one: Json): string {
  switch (one['type']) {
    case 1:
      return listOf(one['components']).map(control).join('\n');
    case 10:
      return textOf(one['content']);
    case 14:
      return '────────';
    case 13:
      return `(file ${isRecord(one['file']) ? textOf(one['file']['url']) : ''})`;
    default:
      return JSON.stringify(one);
  }
}

/** A message as it is sent, in characters; between components an empty line, as Discord leaves a gap there. */
export function sketch(components: unknown): string {
  return listOf(components).map(component).join('\n\n');
}
