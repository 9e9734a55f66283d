import type { Annotation } from './annotation.ts';
import type { Citation } from './citation.ts';

/** One sentence the bot may say, the quotes it stands on, and what code knows of it. At least one citation. */
export interface Claim extends Annotation {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** A claim that was not posted, and why. */
export interface DroppedClaim {
  readonly text: string;
  readonly reason: string;
}
