/** Puts a line before another, either of which may be missing. */
export function joinNotices(first: string | null, second: string | null): string | null {
  return [first, second].filter((line) => line !== null).join(' ') || null;
}
