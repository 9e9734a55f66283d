/** True when `name` stands in `text` as whole words; names in capitals are told from common words by their case. */
export function mentions(text: string, name: string): boolean {
  const capitals = /^[\p{Lu}\p{N}&.-]+$/u.test(name);
  const [haystack, needle] = capitals ? [text, name] : [text.toLowerCase(), name.toLowerCase()];
  const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name);
  for (let at = haystack.indexOf(needle); at >= 0; at = haystack.indexOf(needle, at + 1)) {
    const before = haystack[at - 1] ?? ' ';
    const after = haystack[at + needle.length] ?? ' ';
    if (unspaced || !(/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after))) return true;
  }
  return false;
}

/** The other names of whoever a text names, from groups of names that mean the same. */
export function expandAliases(text: string, aliases: readonly (readonly string[])[]): readonly string[] {
  const named = aliases.filter((group) => group.some((name) => name !== '' && mentions(text, name)));
  return [...new Set(named.flat())].filter((name) => !mentions(text, name));
}
