import { ADAPTER_EXCEPTIONS, ADAPTERS, ADAPTERS_IMPORT, type AllowedPackage, FLOORS } from './table.ts';

/** Where a file lives: a floor's name, `adapters/<name>`, or null where the table knows no such place. */
export function placeOf(path: string): string | null {
  const floor = FLOORS.find(({ at }) => at.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place)));
  if (floor !== undefined) return floor.name;
  const adapter = adapterOf(path);
  return adapter !== null && Object.hasOwn(ADAPTERS, adapter) ? `adapters/${adapter}` : null;
}

function adapterOf(path: string): string | null {
  return /^adapters\/([^/]+)\//.exec(path)?.[1] ?? null;
}

export function mayImportPlace(from: string, to: string): boolean {
  if (from === to) return true;
  const floor = FLOORS.find(({ name }) => name === from);
  if (floor !== undefined) return floor.own === 'everything' || floor.own.includes(to);
  const excepted = ADAPTER_EXCEPTIONS.some((exception) => `adapters/${exception.from}` === from && `adapters/${exception.to}` === to);
  return excepted || ADAPTERS_IMPORT.includes(to);
}

export function packagesOf(place: string): readonly AllowedPackage[] | 'everything' {
  const floor = FLOORS.find(({ name }) => name === place);
  return floor?.packages ?? ADAPTERS[place.replace('adapters/', '')] ?? [];
}

function isWiring(path: string): boolean {
  return placeOf(path) === 'wiring';
}

/** Everything in `src/` but the wiring. */
export function isBelowWiring(path: string): boolean {
  return path.startsWith('src/') && !isWiring(path);
}

/** The core is what no platform may be named in. */
export function isCore(path: string): boolean {
  return isBelowWiring(path) && placeOf(path) !== 'config';
}

export function isProduct(path: string): boolean {
  return path.startsWith('src/') || path.startsWith('adapters/');
}
