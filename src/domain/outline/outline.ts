/**
 * One line of a reply, as data: what it is and what it says, no markup. Text is as it came, from articles and people too;
 * whoever draws it keeps it from being read as markup.
 */
export type Line =
  | { readonly kind: 'title'; readonly text: string }
  /** What the reader must know before anything else. */
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  /** A sentence with the quotes it stands on; `label` says who speaks where the sentence does not. */
  | { readonly kind: 'claim'; readonly label: string | null; readonly text: string; readonly marks: readonly number[] }
  /** A line that our code made. */
  | { readonly kind: 'fact'; readonly text: string }
  | { readonly kind: 'verdict'; readonly text: string }
  | { readonly kind: 'plain'; readonly text: string }
  | { readonly kind: 'quote'; readonly mark: number | null; readonly text: string }
  | { readonly kind: 'source'; readonly marks: readonly number[]; readonly text: string; readonly url: string | null }
  | { readonly kind: 'item'; readonly lead: string; readonly text: string }
  | { readonly kind: 'small'; readonly text: string }
  /** To be copied as it stands. */
  | { readonly kind: 'code'; readonly text: string };

/** A quote of a reply, to be chosen from a list. */
export interface QuoteChoice {
  readonly mark: number;
  /** `Cleverly denied: that China would …` */
  readonly label: string;
}

/** What can be done with a brief or an answer. */
export interface Controls {
  readonly replyId: string;
  readonly quotes: readonly QuoteChoice[];
}

/** A button that types for the person. */
export interface Choice {
  readonly label: string;
  /** What is typed: a line that the parser of typed text reads. */
  readonly text: string;
}

/** A reply in the order in which it is read. What does not go into the first message follows below it. */
export interface Outline {
  readonly first: readonly Line[];
  readonly rest: readonly Line[];
  readonly controls: Controls | null;
  readonly choices: readonly Choice[];
  /** One line for a notification. */
  readonly summary: string;
}

/** An outline of a few lines, with nothing to press. */
export function plainOutline(lines: readonly Line[], summary: string): Outline {
  return { first: lines, rest: [], controls: null, choices: [], summary };
}
