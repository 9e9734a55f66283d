import { fold } from '../../corpus/fold.ts';
import { type ArticleNames, namesInArticle } from '../../corpus/names-in-article.ts';
import { splitParagraphs } from '../../corpus/paragraphs.ts';
import { findQuotations } from '../../corpus/quotations.ts';
import { tokenizeSentence } from '../../corpus/sentence-tokens.ts';
import { splitSentences } from '../../corpus/sentences.ts';
import type { Article } from '../../domain/article.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Failure } from './failure.ts';
import { readStatement, type Statement } from './statement.ts';

type Aliases = readonly (readonly string[])[];

/** What the checks look at: a claim, its quotes, and what stands round them. */
export interface ClaimReading {
  readonly claim: Claim;
  readonly sources: ReadonlyMap<string, Article>;
  readonly aliases: Aliases;
  /** True when the claim says its quotes in their own words: then it says nothing that they do not say. */
  readonly verbatim: boolean;
  readonly said: Statement;
  readonly quoted: Statement;
  /** The quotes, the paragraphs that they stand in, and the titles of their articles. */
  readonly near: string;
  readonly names: ArticleNames;
}

/** One of the checks: what is wrong with a claim, nothing when it holds. */
export type Check = (reading: ClaimReading) => readonly Failure[];

/** Names are read once per article version; an article is never changed. */
const namesByArticle = new WeakMap<Article, ArticleNames>();
/** Reading the names of more text than this costs more than it tells. */
const LONGEST_READ = 60_000;

function namesOfArticle(article: Article | undefined): ArticleNames {
  const known = article ? namesByArticle.get(article) : undefined;
  if (known) return known;
  const text = `${article?.title ?? ''}.\n\n${article?.text.slice(0, LONGEST_READ) ?? ''}`;
  const names = namesInArticle(splitSentences(text).map((sentence) => tokenizeSentence(text, sentence, findQuotations(text, sentence))));
  if (article) namesByArticle.set(article, names);
  return names;
}

function paragraphsRound(article: Article, start: number, end: number): string {
  const met = splitParagraphs(article.text).filter((paragraph) => paragraph.start < end && paragraph.end > start);
  return met.map((paragraph) => article.text.slice(paragraph.start, paragraph.end)).join('\n');
}

/** Reads a claim and its quotes once for all checks. */
export function readClaim(claim: Claim, sources: ReadonlyMap<string, Article>, aliases: Aliases): ClaimReading {
  const quotes = claim.citations.map(({ quote }) => quote);
  const article = sources.get(claim.citations[0]?.articleId ?? '');
  const names = namesOfArticle(article);
  const round = claim.citations.map(({ articleId, start, end, title }) => {
    const source = sources.get(articleId);
    return source ? `${source.title}\n${paragraphsRound(source, start, end)}` : title;
  });
  const verbatim = fold(claim.text).text === fold(quotes.join(' ')).text;
  const said = readStatement(claim.text, names);
  const quoted = verbatim ? { ...said, text: quotes.join('\n\n') } : readStatement(quotes.join('\n\n'), names);
  return { claim, sources, aliases, verbatim, said, quoted, near: [...quotes, ...round].join('\n'), names };
}
