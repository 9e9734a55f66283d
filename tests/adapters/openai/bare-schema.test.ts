import { zodTextFormat } from 'openai/helpers/zod';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { bareSchema } from '../../../adapters/openai/bare-schema.ts';

test('limits on values go, and what there is stays, also under the name of a limit', () => {
  const schema = z.object({
    pattern: z.string().min(1).max(9).regex(/^a/),
    format: z.enum(['default', 'maximum']),
    properties: z.array(z.union([z.int().min(1), z.iso.date(), z.null()])).max(5),
    const: z.literal('minItems'),
  });
  const bare = bareSchema(zodTextFormat(schema, 'all').schema);
  expect(bare).toEqual({
    $schema: expect.any(String),
    type: 'object',
    additionalProperties: false,
    required: ['pattern', 'format', 'properties', 'const'],
    properties: {
      pattern: { type: 'string' },
      format: { type: 'string', enum: ['default', 'maximum'] },
      properties: { type: 'array', items: { anyOf: [{ type: 'integer' }, { type: 'string' }, { type: 'null' }] } },
      const: { type: 'string', const: 'minItems' },
    },
  });
});
