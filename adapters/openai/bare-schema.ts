/** Limits on values, which some servers with strict schemas refuse. Our own check of the reply has them all. */
const LIMITS: ReadonlySet<string> = new Set([
  'minLength',
  'maxLength',
  'pattern',
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'default',
]);

/** Keywords whose keys are names of our own and no keywords. */
const NAMED: ReadonlySet<string> = new Set(['properties', 'definitions', '$defs']);

/** A JSON Schema that says which fields there are and of what type, and nothing about what is in them. */
export function bareSchema(schema: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(schema).filter(([keyword]) => !LIMITS.has(keyword));
  return Object.fromEntries(kept.map(([keyword, value]) => [keyword, bareValue(keyword, value)]));
}

function bareValue(keyword: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((member: unknown) => (isRecord(member) ? bareSchema(member) : member));
  if (!isRecord(value)) return value;
  if (!NAMED.has(keyword)) return bareSchema(value);
  return Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, isRecord(schema) ? bareSchema(schema) : schema]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
