import type { Annotation } from './annotation.ts';
import type { Citation } from './citation.ts';

/** One sentence the bot may say, the quotes it stands on, and what code knows of it. At least one citation. */
export interface Claim extends Annotation {
  readonly text: string;
  readonly citations: readonly Citation[];
}

/** A claim that the earlier brief on the topic did not have, or not so. */
export interface ChangedClaim extends Claim {
  /** What changed, in a few words of our own: `New`, `Updated: £600m → £700m`. */
  readonly change: string;
  /** Those of its citations that stood in the earlier brief, last among them; none for what is new. */
  readonly before: readonly Citation[];
}

/** A claim that was not posted, and why. */
export interface DroppedClaim {
  readonly text: string;
  readonly reason: string;
}
