/** Reads JSON that this store wrote itself, of a type that it knows from the column. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what the column holds
export function parseStored<T>(json: string): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody else writes these columns
  return JSON.parse(json) as T;
}
