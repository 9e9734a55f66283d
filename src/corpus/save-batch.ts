import { UserError } from '../domain/errors.ts';
import type { ArticleStore, PreparedArticle } from '../ports/article-store.ts';

/** After so many articles in a row that the store did not take, it is the store and not the articles. */
const MOST_FAILURES = 3;

export interface Saved {
  readonly saved: readonly PreparedArticle[];
  readonly failed: readonly { readonly prepared: PreparedArticle; readonly error: unknown }[];
}

/** Saves batches of a run. */
export interface BatchSaver {
  /**
   * Saves a batch in one transaction; when that fails, one article after the other, so that only the bad one is left out.
   * @throws the store's error once the store is broken altogether.
   */
  save(batch: readonly PreparedArticle[]): Promise<Saved>;
  /** @throws the store's error when it took nothing of all that it was given. */
  end(): void;
}

/** Makes a saver for one run into one tenant. */
export function createBatchSaver(articles: ArticleStore, tenant: string): BatchSaver {
  let taken = 0;
  let failures = 0;
  let lastError: unknown = null;

  async function saveOne(prepared: PreparedArticle): Promise<unknown> {
    try {
      await articles.save(tenant, [prepared]);
      taken += 1;
      failures = 0;
      return null;
    } catch (error) {
      lastError = error;
      failures += 1;
      if (failures >= MOST_FAILURES) throw error;
      return error;
    }
  }

  async function saveEach(batch: readonly PreparedArticle[]): Promise<Saved> {
    const saved: PreparedArticle[] = [];
    const failed: { readonly prepared: PreparedArticle; readonly error: unknown }[] = [];
    for (const prepared of batch) {
      // A version must not point to one before it that was not saved.
      const before = failed.find(({ prepared: { article } }) => article.id === prepared.article.previous);
      const error = before ? before.error : await saveOne(prepared);
      if (error === null) saved.push(prepared);
      else failed.push({ prepared, error });
    }
    return { saved, failed };
  }

  return {
    async save(batch) {
      try {
        await articles.save(tenant, batch);
        taken += batch.length;
        failures = 0;
        return { saved: batch, failed: [] };
      } catch {
        return saveEach(batch);
      }
    },
    end() {
      if (taken === 0 && lastError !== null) throw lastError;
    },
  };
}

/** Why something failed, in one line: as it is said to people, else only that it did. */
export function describeFailure(error: unknown): string {
  return error instanceof UserError
    ? error.message.replace(/\s+/gu, ' ')
    : 'could not be taken in because of a fault of ours (see the log)';
}
