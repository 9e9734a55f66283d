import { readFile } from 'node:fs/promises';
import { checkClaim } from '../src/briefing/check-claim.ts';
import { cleanText } from '../src/corpus/clean-text.ts';
import { locateQuote } from '../src/corpus/locate-quote.ts';
import { type VerbClass } from '../src/domain/annotation.ts';
import type { Article } from '../src/domain/article.ts';
import { cite } from '../src/domain/citation.ts';
import type { Claim } from '../src/domain/claim.ts';

/** One line of tests/fixtures/claims. */
interface ClaimCase {
  readonly id: string;
  readonly title: string;
  readonly published: string;
  readonly text: string;
  readonly quote: string;
  readonly claim: string;
  readonly speaker: string | null;
  readonly verb: VerbClass | null;
  readonly aliases: readonly (readonly string[])[];
  readonly expect: 'true' | 'false';
  readonly fault: string | null;
}

/** A case that was judged wrongly: a true claim dropped, or a false one let through. */
export interface Misjudged {
  readonly id: string;
  readonly claim: string;
  readonly quote: string;
  readonly fault: string | null;
  readonly reasons: readonly string[];
}

export interface ClaimScore {
  readonly trueClaims: number;
  readonly trueKept: number;
  readonly falseClaims: number;
  readonly falseLetThrough: number;
  /** Per kind of fault: how many there are, how many were dropped, and how many for that very reason. */
  readonly byFault: ReadonlyMap<string, { readonly cases: number; readonly dropped: number; readonly forThatReason: number }>;
  /** Reasons for which true claims were dropped. */
  readonly falseAlarms: ReadonlyMap<string, number>;
  readonly misjudged: readonly Misjudged[];
}

function toArticle({ id, title, published, text }: ClaimCase): Article {
  const head = {
    id,
    lineage: id,
    title,
    titleFrom: 'given',
    outlet: null,
    published,
    publishedFrom: 'page',
    url: null,
    language: 'en',
  } as const;
  return {
    ...head,
    contentHash: '',
    previous: null,
    origin: id,
    sample: false,
    storyId: id,
    text: cleanText(text),
  };
}

function toClaim(row: ClaimCase, article: Article): Claim {
  const span = locateQuote(article.text, row.quote);
  const citation = span ? cite(article, span.start, span.end) : { ...cite(article, 0, 0), quote: row.quote, end: row.quote.length };
  const { speaker, verb, claim: text } = row;
  return {
    text,
    speaker,
    verb,
    modality: 'fact',
    negated: false,
    eventDate: null,
    directSpeech: false,
    citations: [citation],
  };
}

/** Judges one case; `checks` leaves some out. */
export function judgeCase(row: ClaimCase, checks?: Parameters<typeof checkClaim>[3]): readonly string[] {
  const article = toArticle(row);
  const result = checkClaim(toClaim(row, article), new Map([[article.id, article]]), row.aliases, checks);
  return result.ok ? [] : result.reasons.map(({ reason, detail }) => `${reason}: ${detail}`);
}

function reasonOf(line: string): string {
  return line.slice(0, line.indexOf(':'));
}

/** Reads a set of claims. */
export async function readClaimCases(path: string): Promise<readonly ClaimCase[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line): ClaimCase => JSON.parse(line));
}

/** Runs the claim checks over a set of claims that people have judged. */
export async function scoreClaims(path: string): Promise<ClaimScore> {
  const judged = (await readClaimCases(path)).map((row) => ({ row, reasons: judgeCase(row) }));
  const right = judged.filter(({ row }) => row.expect === 'true');
  const wrong = judged.filter(({ row }) => row.expect === 'false');
  const alarms = right.filter(({ reasons }) => reasons.length > 0);
  const missed = wrong.filter(({ reasons }) => reasons.length === 0);
  const byFault = new Map(
    [...Map.groupBy(wrong, ({ row }) => row.fault ?? '')].map(([fault, group]) => {
      const dropped = group.filter(({ reasons }) => reasons.length > 0);
      return [
        fault,
        {
          cases: group.length,
          dropped: dropped.length,
          forThatReason: dropped.filter(({ reasons }) => reasons.some((line) => reasonOf(line) === fault)).length,
        },
      ];
    }),
  );
  const falseAlarms = new Map(
    [...Map.groupBy(alarms, ({ reasons }) => reasonOf(reasons[0] ?? ''))].map(([reason, group]) => [reason, group.length]),
  );
  const misjudged = [...alarms, ...missed].map(({ row, reasons }) => ({
    id: row.id,
    claim: row.claim,
    quote: row.quote,
    fault: row.fault,
    reasons,
  }));
  return {
    trueClaims: right.length,
    trueKept: right.length - alarms.length,
    falseClaims: wrong.length,
    falseLetThrough: missed.length,
    byFault,
    falseAlarms,
    misjudged,
  };
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / Math.max(1, whole)).toFixed(1)} % (${part} of ${whole})`;
}

/** Prints a score; the cases themselves only when asked, since those of the hold-out are not to be read. */
export function printClaimScore(name: string, score: ClaimScore, cases = false): void {
  console.log(`claims, ${name}`);
  console.log(`  true kept                         ${percent(score.trueKept, score.trueClaims)}`);
  console.log(`  true dropped (false alarms)       ${percent(score.trueClaims - score.trueKept, score.trueClaims)}`);
  console.log(`  false let through                 ${percent(score.falseLetThrough, score.falseClaims)}`);
  for (const [fault, { cases: all, dropped, forThatReason }] of score.byFault) {
    console.log(`    ${fault.padEnd(16)} dropped     ${dropped} of ${all}, ${forThatReason} for that reason`);
  }
  if (score.falseAlarms.size > 0)
    console.log(`  false alarms by                   ${[...score.falseAlarms].map(([reason, count]) => `${reason} ${count}`).join(', ')}`);
  if (!cases) return;
  for (const { id, fault, claim, quote, reasons } of score.misjudged) {
    console.log(
      `  ${id} ${fault === null ? 'FALSE ALARM' : `LET THROUGH (${fault})`}\n    quote: ${quote}\n    claim: ${claim}${reasons.map((line) => `\n    ${line}`).join('')}`,
    );
  }
}

if (import.meta.main) {
  for (const path of process.argv.slice(2).filter((argument) => !argument.startsWith('--'))) {
    printClaimScore(path, await scoreClaims(path), process.argv.includes('--cases'));
  }
}
