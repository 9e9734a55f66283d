import type { Span } from './spans.ts';

/** A date as a text gives it. */
export interface DateMention extends Span {
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; null where the text leaves it open ("last week", "the 1990s", 03/04/2025). */
  readonly value: string | null;
  /** True when it is told from the day of publication: "on Saturday", "last month". */
  readonly relative: boolean;
  /** False when the year was worked out from the day of publication. */
  readonly yearGiven: boolean;
  /** A second reading that the text allows (a bare weekday may lie ahead), else null. */
  readonly other: string | null;
}
