import type { Connection } from './connection.ts';
import { splitTerms } from './term-text.ts';

/** Tells bands that no article has without looking them up. */
export interface BandFilter {
  /** Those of the bands that an article of the tenant may have; all of them while too little is known. */
  likely(tenant: string, bands: readonly number[]): readonly number[];
  /** Takes note of an article that was just saved, inside its transaction: spares reading it back. */
  add(tenant: string, article: number, bands: readonly number[]): void;
  /** Forgets everything: for when articles go, since their numbers are given out again. */
  clear(): void;
}

/** 4 MB; with the articles of 200,000 passages, one band in 70 passes that no article has. */
const BITS = 2 ** 25;
/** Articles read at each look-up until all are known: about 2 ms, so that nobody waits for the whole corpus. */
const PORTION = 200;

// Those of other tenants come without their bands, so that they are not walked through again at the next look-up.
const READ_BANDS = `
  SELECT article, CASE WHEN tenant = ? THEN bands ELSE '' END AS bands
  FROM article_texts WHERE article > ? ORDER BY article LIMIT ?`;

interface BandsRow {
  readonly article: number;
  readonly bands: string;
}

interface Known {
  readonly tenant: string;
  /** Changes when another connection has written. */
  readonly version: number;
  readonly bits: Uint32Array;
  /** The articles up to this number have their bits set. */
  last: number;
  isComplete: boolean;
}

/** A band is 38 bits wide; these two stretches of it share as little as they can. */
function bitsOf(band: number): readonly [number, number] {
  return [band % BITS, Math.floor(band / 2 ** 13) % BITS];
}

function setBits(known: Known, article: number, bands: readonly number[]): void {
  for (const band of bands) {
    for (const bit of bitsOf(band)) known.bits[bit >>> 5] = (known.bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  known.last = Math.max(known.last, article);
}

function addPortion(connection: Connection, known: Known): void {
  const rows = connection.all<BandsRow>(READ_BANDS, known.tenant, known.last, PORTION);
  for (const { article, bands } of rows) setBits(known, article, splitTerms(bands).map(Number));
  known.isComplete = rows.length < PORTION;
}

/**
 * A Bloom filter before the index of bands, for the tenant that was asked about last. Few articles have a near-duplicate,
 * and to look 64 bands up in FTS5 for nothing took a fifth of the time of an ingest. It is filled from the stored
 * articles a portion at a time, and is only ever wrong in letting a band pass.
 */
export function createBandFilter(connection: Connection): BandFilter {
  let known: Known | null = null;

  function refresh(tenant: string): Known {
    const version = connection.all<{ readonly data_version: number }>('PRAGMA data_version')[0]?.data_version ?? 0;
    if (known?.tenant !== tenant || known.version !== version) {
      known = { tenant, version, bits: new Uint32Array(BITS / 32), last: 0, isComplete: false };
    }
    // Once complete, it stays so: what others save changes the version, and what this connection saves is added.
    if (!known.isComplete) addPortion(connection, known);
    return known;
  }

  return {
    likely(tenant, bands) {
      const { bits, isComplete } = refresh(tenant);
      const isSet = (bit: number): boolean => ((bits[bit >>> 5] ?? 0) & (1 << (bit & 31))) !== 0;
      return isComplete ? bands.filter((band) => bitsOf(band).every(isSet)) : bands;
    },
    add(tenant, article, bands) {
      if (known?.tenant === tenant && known.isComplete) setBits(known, article, bands);
    },
    clear() {
      known = null;
    },
  };
}
