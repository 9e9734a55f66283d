/** Those who speak for one side of a topic. */
export interface Side {
  readonly name: string;
  readonly speakers: readonly string[];
}

/** What a team follows. */
export interface Topic {
  /** Lower-case letters, digits and hyphens: `china-uk`. */
  readonly slug: string;
  readonly title: string;
  /** An article belongs when every group is met, in title or text, by at least one of its words or phrases. */
  readonly groups: readonly (readonly string[])[];
  /** Words or phrases of which one keeps an article out. */
  readonly exclude: readonly string[];
  readonly sides: readonly Side[];
  /** Each entry lists the names of one person, body or place. */
  readonly aliases: readonly (readonly string[])[];
  /** At most six standing questions; those the corpus does not answer are told as gaps. */
  readonly questions: readonly string[];
}
