import { OPPOSITE_MEANING, SEEN_CLASSES } from '../../tests/support/hostile/hostile-classes.ts';
import { getsThrough } from '../../tests/support/hostile/judge-hostile.ts';

/**
 * Prints how many sentences of a hostile model the checks let through. For the classes that code can see that is none, or
 * the tests fail; another meaning over a true quote is measured here alone.
 */
export function printHostile(): void {
  console.log('sentences of a hostile model');
  for (const { name, sentences } of [...SEEN_CLASSES, OPPOSITE_MEANING]) {
    const through = sentences.filter((sentence) => getsThrough(sentence)).length;
    console.log(`  ${`${name}:`.padEnd(33)} let through ${through} of ${sentences.length}`);
  }
}
