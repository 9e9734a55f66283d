import { Socket } from 'node:net';

// No test may reach out: what it needs is handed in or listens on this machine. Every client in Node, fetch
// included, connects through this one method.

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/;

/** The host that arguments of `Socket.connect` lead to; null for a path on this machine. */
function hostOf(given: readonly unknown[]): string | null {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return null;
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return null;
  return typeof second === 'string' ? second : 'localhost';
}

// oxlint-disable-next-line typescript/unbound-method -- it is applied to its own socket below
const connect = Socket.prototype.connect;

Socket.prototype.connect = function refuseNetwork(this: Socket, ...given: unknown[]): Socket {
  const host = hostOf(given);
  if (host !== null && !LOOPBACK.test(host)) throw new Error(`A test tried to reach ${host}: tests use no network`);
  return Reflect.apply(connect, this, given);
};
