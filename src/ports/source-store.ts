/** Where articles come from, again and again. */
export interface Source {
  readonly path: string;
  readonly outlet: string | null;
  readonly language: string | null;
  /** ISO 8601, UTC; null until it was read once. */
  readonly readAt: string | null;
  /** Why the last reading failed; null when it did not. */
  readonly problem: string | null;
}

/** Keeps the sources of a tenant. */
export interface SourceStore {
  /** By path. */
  list(tenant: string): Promise<readonly Source[]>;
  /** Adds or replaces the source with this path. */
  save(tenant: string, source: Source): Promise<void>;
  /** False when there was no such source. */
  remove(tenant: string, path: string): Promise<boolean>;
}
