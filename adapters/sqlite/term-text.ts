/** Terms as the index holds them, in one text with blanks between. */
export function joinTerms(terms: readonly string[]): string {
  return terms.join(' ');
}

/** The terms of such a text. */
export function splitTerms(joined: string): readonly string[] {
  return joined === '' ? [] : joined.split(' ');
}
