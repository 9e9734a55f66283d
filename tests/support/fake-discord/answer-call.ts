import { type Answer, type Call, fail, isRecord, type Route } from './call.ts';
import { INTERACTION_ROUTES } from './interaction-routes.ts';
import { MESSAGE_ROUTES } from './message-routes.ts';
import { OTHER_ROUTES } from './other-routes.ts';

const ROUTES: Readonly<Record<string, Route>> = { ...OTHER_ROUTES, ...MESSAGE_ROUTES, ...INTERACTION_ROUTES };

/** Calls that need no token of the bot's: they carry an interaction's. */
const OPEN = /^(?:POST \/interactions|(?:GET|POST|PATCH|DELETE) \/webhooks)\//;

interface Known {
  readonly route: string;
  readonly pattern: RegExp;
}

const KNOWN: readonly Known[] = Object.keys(ROUTES).map((route) => ({
  route,
  // An interaction's token may hold anything but a slash.
  pattern: new RegExp(`^${route.replace(/:(?:id|token)/g, '([^/]+)')}$`),
}));

/** The route that a request is for, with what stands in its places; the path itself where there is none. */
export function routeOf(method: string, path: string): { readonly route: string; readonly params: readonly string[] } {
  const asked = `${method} ${path.replace(/^\/api(?:\/v\d+)?/, '')}`;
  for (const { route, pattern } of KNOWN) {
    const match = pattern.exec(asked);
    if (match) return { route, params: match.slice(1) };
  }
  return { route: asked, params: [] };
}

/** What Discord answers to a request, and what the request does. */
export function answerCall(call: Omit<Call, 'body'>): Answer {
  const { request } = call;
  const { route, hasGoodToken, body } = request;
  const known = ROUTES[route];
  if (!known) return { status: 404, body: { message: '404: Not Found', code: 0 } };
  if (!hasGoodToken && !OPEN.test(route)) return fail(401, 0);
  return known({ ...call, body: isRecord(body) ? body : {} });
}
