/** The instructions with the schema as text, for a server that does not hold the model to it, and for a repair. */
export function withSchemaText(instructions: string, jsonSchema: Readonly<Record<string, unknown>>): string {
  return [
    instructions,
    'Reply with one JSON object and nothing else: no code fence, no word before or after it. It must fit this JSON Schema:',
    JSON.stringify(jsonSchema),
  ].join('\n\n');
}

/**
 * What follows the input when a reply could not be used. The reply itself is not repeated: it may be long, it may be what
 * an article made the model say, and a model that sees it repeats it.
 */
export function repairNote(problem: string): string {
  return `Your reply to this could not be used: ${problem}. Write it again from the start, as the whole JSON object and nothing else.`;
}
