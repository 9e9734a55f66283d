/** SQL that takes the schema one version forward, run in one transaction. Never changed once it was released. */
export type Migration = string;
