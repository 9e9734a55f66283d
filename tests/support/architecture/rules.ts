import { onlyTheEntriesReadTheEnvironment } from './environment-rule.ts';
import {
  everyFileHasAPlace,
  floorsImportDownwards,
  importsAreReadable,
  noCycles,
  packagesStayOnTheirFloor,
  relativeImportsEndInTs,
} from './import-rules.ts';
import { everyFileParses, filesAreShort, functionsAreShort, namesAreKebabCase, noBarrels, noDefaultExports } from './shape-rules.ts';
import { noAny, noMachineBelowTheWiring, noMockedModules, noPlatformInTheCore } from './source-rules.ts';
import type { Rule } from './violation.ts';

export const RULES = {
  'every file parses': everyFileParses,
  'every file has a place': everyFileHasAPlace,
  'floors import downwards': floorsImportDownwards,
  'packages stay on their floor': packagesStayOnTheirFloor,
  'imports are readable': importsAreReadable,
  'relative imports end in .ts': relativeImportsEndInTs,
  'no cycles': noCycles,
  'no machine below the wiring': noMachineBelowTheWiring,
  'only the entries read the environment': onlyTheEntriesReadTheEnvironment,
  'no platform in the core': noPlatformInTheCore,
  'no any': noAny,
  'no mocked modules': noMockedModules,
  'no default exports': noDefaultExports,
  'no barrels': noBarrels,
  'names are kebab-case': namesAreKebabCase,
  'files are short': filesAreShort,
  'functions are short': functionsAreShort,
} satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
