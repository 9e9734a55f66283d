/**
 * Interactions that are kept and not yet acknowledged. The core may have an answer before Discord has heard that there will
 * be one, and Discord takes none before that.
 */
export interface Acknowledging {
  /** Does the work, of which acknowledging is the last step. */
  readonly during: (interactionId: string, work: () => Promise<void>) => Promise<void>;
  /** Resolves when the interaction was acknowledged, or will not be; at once for one that is not known here. */
  readonly done: (interactionId: string) => Promise<void>;
}

export function createAcknowledging(): Acknowledging {
  const pending = new Map<string, Promise<void>>();
  return {
    async during(interactionId, work) {
      const working = work();
      pending.set(
        interactionId,
        working.catch(() => undefined),
      );
      try {
        await working;
      } finally {
        pending.delete(interactionId);
      }
    },
    done: (interactionId) => pending.get(interactionId) ?? Promise.resolve(),
  };
}
