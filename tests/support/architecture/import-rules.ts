import { type Import, importsOf, isRelative, packageOf, resolve } from './imports.ts';
import type { ParsedFile } from './parsed-file.ts';
import { isProduct, mayImportPlace, packagesOf, placeOf } from './place.ts';
import type { AllowedPackage } from './table.ts';
import { eachFile, type Rule, type Violation } from './violation.ts';

export const everyFileHasAPlace: Rule = eachFile(isProduct, ({ path }) =>
  placeOf(path) === null ? [{ path, line: 1, message: 'is on no floor and in no adapter of the table' }] : [],
);

export const floorsImportDownwards: Rule = eachFile(isProduct, (file) =>
  perImport(file, ({ specifier }) => {
    const from = placeOf(file.path);
    if (specifier === null || !isRelative(specifier) || from === null) return null;
    const target = resolve(file.path, specifier);
    const to = placeOf(target);
    return to !== null && mayImportPlace(from, to) ? null : `${from} may not import ${target}`;
  }),
);

export const packagesStayOnTheirFloor: Rule = eachFile(isProduct, (file) =>
  perImport(file, ({ specifier, typesOnly }) => {
    const place = placeOf(file.path);
    if (specifier === null || isRelative(specifier) || place === null) return null;
    const allowed = packagesOf(place);
    if (allowed === 'everything') return null;
    const name = packageOf(specifier);
    const entry = allowed.find((one) => covers(one, name));
    if (entry === undefined) return `${place} may not import the package ${name}`;
    return entry.typesOnly === true && !typesOnly ? `${place} may import only types from ${name}` : null;
  }),
);

function covers({ name }: AllowedPackage, imported: string): boolean {
  return name.endsWith('*') ? imported.startsWith(name.slice(0, -1)) : imported === name;
}

export const importsAreReadable: Rule = eachFile(isProduct, (file) =>
  perImport(file, ({ specifier }) => (specifier === null ? 'imports something computed' : null)),
);

export const relativeImportsEndInTs: Rule = eachFile(
  () => true,
  (file) =>
    perImport(file, ({ specifier }) =>
      specifier !== null && isRelative(specifier) && !/\.(?:ts|mjs)$/.test(specifier) ? `${specifier} does not end in .ts` : null,
    ),
);

function perImport(file: ParsedFile, judge: (found: Import) => string | null): readonly Violation[] {
  return importsOf(file).flatMap((found) => {
    const message = judge(found);
    return message === null ? [] : [{ path: file.path, line: found.line, message }];
  });
}

/** Imports of types count too: a cycle of types is still two files that cannot be read apart. */
export const noCycles: Rule = (project) => {
  const violations: Violation[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];

  function visit(path: string): void {
    const file = project.get(path);
    if (file === undefined || finished.has(path)) return;
    const start = trail.indexOf(path);
    if (start !== -1) {
      violations.push({ path, line: 1, message: `cycle: ${[...trail.slice(start), path].join(' -> ')}` });
      return;
    }
    trail.push(path);
    for (const { specifier } of importsOf(file)) {
      if (specifier !== null && isRelative(specifier)) visit(resolve(path, specifier));
    }
    trail.pop();
    finished.add(path);
  }

  for (const path of project.keys()) visit(path);
  return violations;
};
