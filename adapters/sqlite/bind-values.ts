import type { SQLInputValue } from 'node:sqlite';

/**
 * Makes a value fit to bind. Needed because node:sqlite takes a leading object for named parameters and then binds
 * NULL without a word, and because what it does with booleans and undefined differs between releases of Node.
 */
function bindable(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  throw new TypeError(`cannot bind a value of type ${typeof value} to SQL`);
}

/** The values as node:sqlite can bind them. */
export function bindValues(values: readonly unknown[]): SQLInputValue[] {
  return values.map(bindable);
}

/** The same for named parameters. */
export function bindNamed(values: Readonly<Record<string, unknown>>): Record<string, SQLInputValue> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, bindable(value)]));
}
