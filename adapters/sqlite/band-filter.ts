import type { Connection } from './connection.ts';

/** Tells bands that no article has without looking them up. */
export interface BandFilter {
  /** Those of the bands that an article of the tenant may have; all of them while too little is known. */
  likely(tenant: string, bands: readonly number[]): readonly number[];
  /** Forgets everything: for when articles go, since their numbers are given out again. */
  clear(): void;
}

/** One bit for each band, by its remainder: 4 MB, and 6 % of them set by the articles of 200,000 passages. */
const BITS = 2 ** 25;
/** Articles read at each look-up until all are known: about 2 ms, so that nobody waits for the whole corpus. */
const PORTION = 200;

const READ_BANDS = 'SELECT article, bands FROM article_texts WHERE tenant = ? AND article > ? ORDER BY article LIMIT ?';

interface BandsRow {
  readonly article: number;
  readonly bands: string;
}

interface Known {
  readonly tenant: string;
  /** Changes when another connection has written. */
  readonly version: number;
  readonly bits: Uint32Array;
  /** The articles of the tenant up to this number have their bits set. */
  last: number;
  isComplete: boolean;
}

function addPortion(connection: Connection, known: Known): void {
  const top = connection.all<{ readonly top: number | null }>('SELECT max(article) AS top FROM article_texts')[0]?.top ?? 0;
  const rows = connection.all<BandsRow>(READ_BANDS, known.tenant, known.last, PORTION);
  for (const { article, bands } of rows) {
    for (const band of bands.split(' ')) {
      const bit = Number(band) % BITS;
      known.bits[bit >>> 5] = (known.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
    }
    known.last = article;
  }
  known.isComplete = rows.length < PORTION;
  // What other tenants have is not walked through again at the next look-up.
  if (known.isComplete) known.last = Math.max(known.last, top);
}

/**
 * A Bloom filter with one hash before the index of bands, for the tenant that was asked about last. Few articles have a
 * near-duplicate, and to look 64 bands up in FTS5 for nothing took a fifth of the time of an ingest. It is filled from
 * the stored articles a portion at a time, and is only ever wrong in letting a band pass.
 */
export function createBandFilter(connection: Connection): BandFilter {
  let known: Known | null = null;

  function refresh(tenant: string): Known {
    const version = connection.all<{ readonly data_version: number }>('PRAGMA data_version')[0]?.data_version ?? 0;
    if (known?.tenant !== tenant || known.version !== version) {
      known = { tenant, version, bits: new Uint32Array(BITS / 32), last: 0, isComplete: false };
    }
    addPortion(connection, known);
    return known;
  }

  return {
    likely(tenant, bands) {
      const { bits, isComplete } = refresh(tenant);
      const isSet = (bit: number): boolean => ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
      return isComplete ? bands.filter((band) => isSet(band % BITS)) : bands;
    },
    clear() {
      known = null;
    },
  };
}
