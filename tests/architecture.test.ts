import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { CONTROLS, type Files } from './support/architecture/controls.ts';
import { countPlace } from './support/architecture/count.ts';
import { parseProject } from './support/architecture/parsed-file.ts';
import { readSources } from './support/architecture/read-sources.ts';
import { RULES, type RuleName } from './support/architecture/rules.ts';
import { ADAPTERS, FLOORS } from './support/architecture/table.ts';
import { format } from './support/architecture/violation.ts';

const ROOT = join(import.meta.dirname, '..');
const project = parseProject(readSources(ROOT));

const places = [
  ...FLOORS.map(({ name, floor, at }) => ({ name, floor, at })),
  ...Object.keys(ADAPTERS).map((name) => ({
    name: `adapters/${name}`,
    floor: 6,
    at: [`adapters/${name}/`],
  })),
].filter(({ at }) => at.some((place) => existsSync(join(ROOT, place))));

const counts = places.map(({ name, floor }) => ({ floor, place: name, ...countPlace(project, name) }));

function violationsOf(rule: RuleName, files: Files): readonly string[] {
  return RULES[rule](parseProject(new Map(Object.entries(files)))).map(format);
}

function named(cases: readonly Files[]): readonly (readonly [string, Files])[] {
  return cases.map((files) => [JSON.stringify(files).slice(0, 90), files]);
}

function isRule(name: string): name is RuleName {
  return Object.hasOwn(RULES, name);
}

const ruleNames = Object.keys(RULES).filter(isRule);

describe('the architecture', () => {
  test.each(ruleNames)('%s', (rule) => {
    expect(RULES[rule](project).map(format)).toEqual([]);
  });

  test('was really looked at', () => {
    const width = Math.max(...counts.map(({ place }) => place.length));
    const rows = counts.map(
      ({ floor, place, files, imports, functions }) =>
        `${floor ?? '-'}  ${place.padEnd(width)}  ${files} files, ${imports} imports, ${functions} functions`,
    );
    const tests = [...project.keys()].filter((path) => path.startsWith('tests/')).length;
    console.info([...rows, `   tests: ${tests} files`].join('\n'));

    expect(counts.length).toBeGreaterThan(0);
    expect(counts.filter(({ files, imports }) => files === 0 || imports === 0)).toEqual([]);
    expect(counts.reduce((sum, { functions }) => sum + functions, 0)).toBeGreaterThan(0);
    expect(tests).toBeGreaterThan(0);
  });
});

describe.each(ruleNames)('the rule "%s"', (rule) => {
  const { bad, good } = CONTROLS[rule];

  test.each(named(bad))('refuses %s', (_name, files) => {
    expect(violationsOf(rule, files)).not.toEqual([]);
  });

  test.each(named(good))('lets through %s', (_name, files) => {
    expect(violationsOf(rule, files)).toEqual([]);
  });
});
