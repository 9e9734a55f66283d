type Json = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const textOf = (value: unknown): string => String(((value ?? {}) as Json)['text']);

function leaf({ type, text, url, style }: Json): string {
  if (type === 'link') return `‹${String(text)} → ${String(url)}›`;
  const { bold, italic } = (style ?? {}) as Json;
  const shown = bold === true ? `**${String(text)}**` : String(text);
  return italic === true ? `_${shown}_` : shown;
}

const leaves = (holder: Json): string => list(holder['elements']).map(leaf).join('');

function indent(text: string, first: string, rest = first): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .join('\n');
}

function element(part: Json): string {
  switch (part['type']) {
    case 'rich_text_list':
      return list(part['elements'])
        .map((item) => indent(leaves(item), '• ', '  '))
        .join('\n');
    case 'rich_text_quote':
      return indent(leaves(part), '> ');
    case 'rich_text_preformatted':
      return indent(leaves(part), '| ');
    default:
      return leaves(part);
  }
}

function options(select: Json): string {
  const all = [...list(select['options']), ...list(select['option_groups']).flatMap((group) => list(group['options']))];
  return all.map((option) => `\n    ${textOf(option['text'])} = ${String(option['value'])}`).join('');
}

function control(part: Json): string {
  if (part['type'] === 'button') return `[${textOf(part['text'])}] ${String(part['action_id'])} = ${String(part['value'])}`;
  return `[${textOf(part['placeholder'])} ▾] ${String(part['action_id'])}${options(part)}`;
}

function block(one: Json): string {
  switch (one['type']) {
    case 'header':
      return `# ${textOf(one['text'])}`;
    case 'context':
      return list(one['elements'])
        .map(({ text }) => indent(String(text), '-# '))
        .join('\n');
    case 'divider':
      return '-----';
    case 'actions':
      return list(one['elements']).map(control).join('\n');
    case 'rich_text':
      return list(one['elements']).map(element).join('\n');
    default:
      return JSON.stringify(one);
  }
}

/** Blocks as a person would see them, in characters; between blocks an empty line, as Slack leaves a gap there. */
export function sketch(blocks: unknown): string {
  return list(blocks).map(block).join('\n\n');
}
