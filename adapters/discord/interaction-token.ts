/** Discord takes answers to an interaction for 15 minutes; the last seconds are left to calls that are on their way. */
const LIFE_MS = 15 * 60_000 - 15_000;

/** What an interaction is answered by, as the place of an act carries it: `{"id":"…","token":"…","at":1764000000000}`. */
export interface InteractionToken {
  readonly id: string;
  readonly token: string;
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
}

/** Null for none, and for what is not one. */
export function parseToken(text: string | null): InteractionToken | null {
  if (text === null) return null;
  try {
    const { id, token, at } = JSON.parse(text) as Partial<InteractionToken>;
    return typeof id === 'string' && typeof token === 'string' && typeof at === 'number' ? { id, token, at } : null;
  } catch {
    return null;
  }
}

/** The token while Discord takes answers by it; null when there is none, or none any more. */
export function aliveToken(text: string | null, now: number): InteractionToken | null {
  const token = parseToken(text);
  return token !== null && now < token.at + LIFE_MS ? token : null;
}
