import { locateQuote } from '../corpus/locate-quote.ts';
import { termsOf } from '../corpus/terms.ts';
import type { Citation } from '../domain/citation.ts';
import type { Claim } from '../domain/claim.ts';
import type { ReadArticle } from '../ports/article-store.ts';
import type { Known } from './baseline.ts';
import { checkClaims } from './check-claims.ts';
import { bestOf } from './choose-varied.ts';
import { claimsOf, type EarlierBrief } from './earlier-brief.ts';
import type { HeldBack } from './held-back.ts';
import { readSentences } from './read-sentences.ts';
import { overlap } from './subjects.ts';

/** A quote of the earlier brief that does not stand in the newest version of its article. */
export interface Correction {
  readonly before: Citation;
  /** What stands there instead, in the article's own words; null where no sentence comes near. */
  readonly now: Claim | null;
}

/** What became of the quotes of an earlier brief. */
export interface Revision {
  readonly corrections: readonly Correction[];
  /** The quotes whose correction is held back, because one of its wordings was reported as wrong. */
  readonly heldBack: readonly Citation[];
  /** One citation of each article that is held no more. */
  readonly withdrawn: readonly Citation[];
}

/** A new wording has this much of its words in common with the old one. */
const SAME_STATEMENT = 0.5;

/** The sentence of the new version that says, in other words than any of the old version, most of what the quote said. */
function newWording(quote: string, was: string, now: ReadArticle): Claim | null {
  const wanted = new Set(termsOf(quote));
  const candidates = readSentences({ face: now, articles: 1, outlets: 0 }).filter(({ said }) => locateQuote(was, said) === null);
  const best = bestOf(candidates, ({ terms }) => overlap(terms, wanted));
  if (!best || overlap(best.terms, wanted) < SAME_STATEMENT) return null;
  return checkClaims([best.claim], new Map([[now.article.id, now.article]]), []).kept[0] ?? null;
}

function correctionOf(before: Citation, { cited, newer }: EarlierBrief): Correction | null {
  const [was, now] = [cited.get(before.articleId), newer.get(before.articleId)];
  if (!was || !now || locateQuote(now.article.text, before.quote) !== null) return null;
  return { before, now: newWording(before.quote, was.text, now) };
}

/** The content of the articles that a brief cites and that are held under another id now: they were read in anew. */
function heldAgain({ brief }: EarlierBrief, now: Known): ReadonlySet<string> {
  const held = new Set(now.inputs.map(({ contentHash }) => contentHash));
  return new Set(brief.record.inputs.filter(({ contentHash }) => held.has(contentHash)).map(({ articleId }) => articleId));
}

/** What was reported as wrong is quoted neither as what stood there nor as what stands there now. */
function maySay({ before, now }: Correction, heldBack: HeldBack): boolean {
  return !heldBack({ citations: [before] }) && !(now && heldBack(now));
}

/** Holds every quote of the earlier brief against its article as it is now. */
export function reviseQuotes(earlier: EarlierBrief, now: Known, heldBack: HeldBack): Revision {
  const quotes = claimsOf(earlier.brief).flatMap(({ citations }) => citations);
  const again = heldAgain(earlier, now);
  const gone = quotes.filter(({ articleId }) => !earlier.cited.has(articleId) && !again.has(articleId));
  const corrections = quotes.flatMap((quote) => correctionOf(quote, earlier) ?? []);
  return {
    corrections: corrections.filter((one) => maySay(one, heldBack)),
    heldBack: corrections.filter((one) => !maySay(one, heldBack)).map(({ before }) => before),
    withdrawn: [...new Map(gone.map((citation) => [citation.articleId, citation])).values()],
  };
}
