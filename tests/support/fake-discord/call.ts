import type { FakeFile, FakeInteraction, FakeMessage, World } from './world.ts';

export type Json = Readonly<Record<string, unknown>>;

export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text or a number in a body as text; empty for anything else. */
export function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** An array of records in a body; empty where it was left out. */
export function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** A request as the fake saw it. Of the headers the token is left out. */
export interface FakeRequest {
  /** `POST /channels/:id/messages`; for what is not known the path as it came. */
  readonly route: string;
  readonly path: string;
  readonly params: readonly string[];
  readonly query: URLSearchParams;
  /** An object or, of `PUT …/commands`, an array. */
  readonly body: unknown;
  readonly files: readonly FakeFile[];
  readonly headers: Readonly<Record<string, string>>;
  readonly hasGoodToken: boolean;
  readonly at: number;
}

/** An answer. `body` null makes a 204, without a content type: with one, Discord's SDK stumbles over it. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** One call, as a route sees it. */
export interface Call {
  readonly request: FakeRequest;
  readonly body: Json;
  readonly world: World;
  readonly now: () => number;
  readonly gatewayUrl: string;
  /** Whether histories tell nonces. Discord's do not say; discord.py#2451 saw that they do not. */
  readonly historyHasNonces: boolean;
  readonly created: (message: FakeMessage) => void;
}

export type Route = (call: Call) => Answer;

export function ok(body: unknown, status = 200): Answer {
  return { status, body };
}

export const NOTHING: Answer = { status: 204, body: null };

const WORDS: Readonly<Record<number, string>> = {
  0: '401: Unauthorized',
  10003: 'Unknown Channel',
  10004: 'Unknown Guild',
  10007: 'Unknown Member',
  10008: 'Unknown Message',
  10013: 'Unknown User',
  10015: 'Unknown Webhook',
  10062: 'Unknown interaction',
  40060: 'Interaction has already been acknowledged.',
  50001: 'Missing Access',
  50006: 'Cannot send an empty message',
  50007: 'Cannot send messages to this user',
  50013: 'Missing Permissions',
  50024: 'Cannot execute action on this channel type',
  50027: 'Invalid Webhook Token',
  50035: 'Invalid Form Body',
  50083: 'Thread is archived',
  160004: 'A thread has already been created for this message',
  160002: 'Cannot reply without permission to read message history',
};

export function fail(status: number, code: number, more: Json = {}): Answer {
  return { status, body: { message: WORDS[code] ?? 'Refused', code, ...more } };
}

/** 50035 with what is wrong, each at its place. */
export function invalid(problems: readonly string[]): Answer {
  const code = problems.some((problem) => problem.includes('long')) ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_INVALID';
  const errors = problems.map((message) => ({ code, message }));
  return fail(400, 50035, { errors: { _errors: errors } });
}

/** Who made an interaction that a webhook's token belongs to, as long as the token lasts. */
export function interactionOf({ world, now }: Pick<Call, 'world' | 'now'>, token: string): FakeInteraction | null {
  const found = [...world.interactions.values()].find((one) => one.token === token);
  return found && now() - found.madeAt < 15 * 60_000 ? found : null;
}
