/** One turn of a conversation: what was asked and the sentences that were answered. */
export interface Turn {
  readonly question: string;
  readonly answer: readonly string[];
}

/** What is remembered of a conversation with the bot. */
export interface Thread {
  /** Oldest first; only the last few are kept. */
  readonly turns: readonly Turn[];
  /** Who has spoken to the bot in it. */
  readonly people: readonly string[];
  /** When the bot last spoke in it, in milliseconds since 1970. */
  readonly spokenAt: number;
}
