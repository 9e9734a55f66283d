import { z } from 'zod';

/** One of a few words. */
export function oneOf<const Values extends readonly string[]>(values: Values) {
  return z.enum(values, { error: () => `set one of ${values.join(', ')}, or leave it empty` });
}

/** An address of a server: a name or a password in it would be sent to whoever reads the log, and a query would end up inside the path. */
export function isServerAddress(text: string): boolean {
  if (/[?#]/.test(text) || !URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return /^https?:$/.test(protocol) && `${username}${password}` === '';
}

/** What a service gave out: no spaces, nothing outside ASCII. */
export function secret(message: string, form = /^[\x21-\x7e]+$/) {
  return z.string().regex(form, message);
}
