/** Names for new things, and digests of old ones. */
export interface Ids {
  /** A new id that has never been given before: the prefix, a hyphen, and at least 60 random bits. */
  next(prefix: string): string;
  /** SHA-256 of the text as UTF-8, in lower-case hexadecimal. */
  digest(text: string): string;
}
