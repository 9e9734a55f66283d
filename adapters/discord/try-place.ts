import type { Posted } from '../../src/ports/chat-delivery.ts';
import { readFailure } from './read-failure.ts';
import { isOfThePlace } from './refusals.ts';
import type { Line } from './sending.ts';

/** What Discord answers to a dead token, and before an interaction was acknowledged too. */
const UNKNOWN_WEBHOOK = 10015;

function idOf(made: unknown): string {
  const { id } = made as { readonly id?: unknown };
  return typeof id === 'string' ? id : '';
}

/** An error of an interaction that cannot be answered any more. */
export class Dead extends Error {
  override readonly name = 'Dead';
  readonly isUnknown: boolean;

  constructor(code: number | null) {
    super('the interaction cannot be answered');
    this.isUnknown = code === UNKNOWN_WEBHOOK;
  }
}

/** Tries a place, unless it has just said that it takes nothing, and remembers what it says. @throws Dead as the call does. */
export async function tryPlace({ gate }: Line, name: string, call: () => Promise<unknown>): Promise<Posted> {
  const left = gate.left(name);
  if (left > 0) return { kind: 'later', afterMs: left };
  const known = gate.refusal(name);
  if (known) return known;
  try {
    return { kind: 'posted', messageId: idOf(await call()) };
  } catch (error) {
    if (error instanceof Dead) throw error;
    const failure = readFailure(error);
    if (failure.kind === 'later') gate.close(name, failure.afterMs);
    if (failure.kind === 'refused' && isOfThePlace(failure)) gate.refuse(name, failure);
    return failure;
  }
}
