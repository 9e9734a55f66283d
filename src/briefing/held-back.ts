import type { Citation } from '../domain/citation.ts';
import type { Claim } from '../domain/claim.ts';
import type { ReportStore } from '../ports/report-store.ts';

/** True for a claim that somebody said is wrong, until it was looked at and found right. */
export type HeldBack = (claim: Pick<Claim, 'citations'>) => boolean;

function flat(quote: string): string {
  return quote.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** The same words, wherever they stand: a copy of a wire report is as wrong as the report. */
function meets(one: Citation, other: Citation): boolean {
  const overlaps = one.articleId === other.articleId && one.start < other.end && other.start < one.end;
  return overlaps || flat(one.quote) === flat(other.quote);
}

/** Reads what is held back for a tenant: claims on any quote that a reported claim stands on. */
export async function readHeldBack(reports: ReportStore, tenant: string): Promise<HeldBack> {
  const quotes = (await reports.list(tenant, ['open', 'upheld'])).flatMap(({ claim }) => claim.citations);
  return ({ citations }) => citations.some((own) => quotes.some((other) => meets(own, other)));
}
