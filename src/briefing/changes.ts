import type { Article } from '../domain/article.ts';
import { SECTION_NAMES, type Section } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { formatDay } from '../domain/local-date.ts';
import { type Known, knownTo } from './baseline.ts';
import { changeFacts } from './change-facts.ts';
import { contradicts } from './contradiction.ts';
import { type Correction, reviseQuotes } from './corrections.ts';
import { claimsOf, type EarlierBrief } from './earlier-brief.ts';
import type { HeldBack } from './held-back.ts';
import { cameSince, newnessOf } from './newness.ts';
import { against, type PlacedClaim, placeClaims, setAgainst, sharesText } from './placed-claim.ts';
import type { ToldClaim } from './told-claim.ts';
import { changedValue, findUpdate } from './value-update.ts';

/** A brief as it was written, with what it was written from. */
export interface WrittenBrief {
  readonly sections: readonly Section[];
  readonly known: Known;
  /** The articles that it may cite, by id. */
  readonly sources: ReadonlyMap<string, Article>;
  readonly aliases: readonly (readonly string[])[];
  /** What was reported as wrong, and so is set against nothing. */
  readonly heldBack: HeldBack;
}

/** What a claim changes of an earlier one, in a few words; null for nothing. */
function changeOf(now: ToldClaim, then: ToldClaim): string | null {
  const value = findUpdate(now, then);
  if (value) return `Updated: ${value.from} → ${value.to}`;
  if (!contradicts(now, then)) return null;
  const published = then.claim.citations[0]?.published ?? null;
  return `Contradicted: compare ${then.claim.speaker ?? ''}, ${published === null ? 'undated' : formatDay(published)}`;
}

function lineagesOf({ citations }: Claim, articles: ReadonlyMap<string, Article>): ReadonlySet<string> {
  return new Set(citations.flatMap(({ articleId }) => articles.get(articleId)?.lineage ?? []));
}

/** Those of its claims that may be said and whose articles are held as they were; what else became of them, corrections tell. */
function standingClaims({ brief, cited, newer }: EarlierBrief, heldBack: HeldBack): readonly Claim[] {
  const asTheyWere = claimsOf(brief).filter(({ citations }) =>
    citations.every(({ articleId }) => cited.has(articleId) && !newer.has(articleId)),
  );
  return asTheyWere.filter((claim) => !heldBack(claim));
}

/** Sets claims from articles that came in since the earlier brief against the claims of that brief which they change. */
function compareClaims(placed: readonly PlacedClaim[], { known, sources, aliases, heldBack }: WrittenBrief, earlier: EarlierBrief): void {
  const then = knownTo(earlier.brief);
  const came = new Set(known.inputs.filter((input) => cameSince(then, input)).map(({ articleId }) => articleId));
  const standing = standingClaims(earlier, heldBack);
  for (const one of placed) {
    if (!one.claim.citations.every(({ articleId }) => came.has(articleId))) continue;
    const own = lineagesOf(one.claim, sources);
    for (const old of standing) {
      if (one.changed !== null || one.fate !== 'stays' || !own.isDisjointFrom(lineagesOf(old, earlier.cited))) continue;
      const change = changeOf({ claim: one.claim, sources, aliases }, { claim: old, sources: earlier.cited, aliases });
      if (change !== null) setAgainst(placed, one, change, old.citations);
    }
  }
}

function correctedLabel({ before, now }: Correction): string {
  const value = now && changedValue(now.text, before.quote);
  return value ? `Corrected: ${value.from} → ${value.to}` : 'Corrected';
}

/** Sets corrections with a new wording against the old: the brief's own claim on it where there is one, else the sentence itself. */
function placeCorrections(placed: readonly PlacedClaim[], corrections: readonly Correction[]): readonly PlacedClaim[] {
  const all = [...placed];
  for (const correction of corrections) {
    const { before, now } = correction;
    if (!now) continue;
    let one = all.find(({ claim }) => sharesText(claim.citations, now.citations));
    if (!one) all.push((one = { name: 'changes', pair: null, claim: now, changed: null, fate: 'moves' }));
    // Half of a pair stays beside the other half, with its label.
    if (one.pair === null) one.fate = 'moves';
    one.changed = against(one.claim, one.changed?.change ?? correctedLabel(correction), [...(one.changed?.before ?? []), before]);
  }
  return all;
}

/** Labels what is new and has not changed anything. */
function labelNew(placed: readonly PlacedClaim[], now: Known, then: Known): void {
  const inputs = new Map(now.inputs.map((input) => [input.articleId, input]));
  for (const one of placed) {
    if (one.changed !== null || one.fate === 'gives-way') continue;
    const on = one.claim.citations.flatMap(({ articleId }) => inputs.get(articleId) ?? []);
    const change = on.length < one.claim.citations.length ? null : newnessOf(on, now, then);
    if (change !== null) one.changed = { ...one.claim, change, before: [] };
  }
}

/**
 * Says what changed since an earlier brief. What is updated, contradicted or corrected moves to the section `changes`, each
 * claim with its quote and the earlier one; what is new stays in its place and is labelled; facts count the one and tell
 * what was withdrawn. That an earlier claim is not shown again is never told: it need not mean anything.
 */
export function compareBriefs(written: WrittenBrief, earlier: EarlierBrief): readonly Section[] {
  const revision = reviseQuotes(earlier, written.known, written.heldBack);
  const placed = placeCorrections(placeClaims(written.sections), revision.corrections);
  compareClaims(placed, written, earlier);
  labelNew(placed, written.known, knownTo(earlier.brief));
  const claimsWith = (fate: PlacedClaim['fate'], isIn: (one: PlacedClaim) => boolean): readonly Claim[] =>
    placed.filter((one) => one.fate === fate && isIn(one)).map(({ claim, changed }) => changed ?? claim);
  const shown = placed.flatMap(({ changed, fate }) => (changed && fate !== 'gives-way' ? [changed] : []));
  const facts = changeFacts(earlier.brief, shown, revision, written.known);
  return SECTION_NAMES.flatMap((name): readonly Section[] => {
    if (name === 'changes') return [{ name, claims: claimsWith('moves', () => true), facts }];
    const claims = claimsWith('stays', (one) => one.name === name);
    const told = written.sections.find((section) => section.name === name)?.facts ?? [];
    return claims.length + told.length > 0 ? [{ name, claims, facts: told }] : [];
  });
}
