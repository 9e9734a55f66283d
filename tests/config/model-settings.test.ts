import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONFIG_VARIABLES, parseConfig } from '../../src/config.ts';

describe('docs/models.md', () => {
  const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'models.md'), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([^`]*)```/g)].map(([, block = '']) => block.replaceAll('…', 'x'));

  test('has a block for each of five servers', () => {
    expect(blocks).toHaveLength(5);
  });

  test.each(blocks)('holds settings that can be used: %s', (block) => {
    const values = [...block.matchAll(/^(\w+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]);
    expect(parseConfig(Object.fromEntries(values)).model).not.toBeNull();
    for (const [name] of values) expect(CONFIG_VARIABLES).toContain(name);
  });
});
