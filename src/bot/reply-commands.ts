import type { Answer } from '../domain/answer.ts';
import type { Brief } from '../domain/brief.ts';
import type { Claim } from '../domain/claim.ts';
import { UserError } from '../domain/errors.ts';
import { type NumberedQuote, numberQuotes } from '../domain/number-quotes.ts';
import type { Reply } from '../domain/reply.ts';
import type { Stores } from '../ports/stores.ts';
import { toMarkdown } from './to-markdown.ts';

/** A brief or an answer that was given. @throws UserError when there is none of this id. */
export async function readReply({ replies }: Pick<Stores, 'replies'>, tenant: string, id: string): Promise<Brief | Answer> {
  const reply = await replies.get(tenant, id);
  if (!reply) throw new UserError(`No brief or answer has the id "${id.slice(0, 60)}".`);
  return reply;
}

/** The claims of a reply in the order in which they are shown. */
export function claimsOf(reply: Brief | Answer): readonly Claim[] {
  return reply.kind === 'brief' ? reply.sections.flatMap(({ claims }) => claims) : reply.claims;
}

/** The quote of a reply that has this mark, with the claim that stands on it. @throws UserError when there is no such mark. */
export function quoteOf(reply: Brief | Answer, mark: string): { readonly quote: NumberedQuote; readonly claim: Claim } {
  const claims = claimsOf(reply);
  const numbered = numberQuotes(claims);
  const quote = numbered.quotes.find((one) => String(one.mark) === mark.trim());
  const claim = claims.find((one) => quote !== undefined && numbered.marksOf(one).includes(quote.mark));
  if (!quote || !claim) throw new UserError(`"${mark.slice(0, 20)}" is no quote of ${reply.id}; it has ${numbered.quotes.length}.`);
  return { quote, claim };
}

/** More of a paragraph than this on either side of a quote is not read in a chat. In characters. */
const MOST_AROUND = 600;

function paragraphAround(text: string, start: number, end: number): { readonly before: string; readonly after: string } {
  const from = text.lastIndexOf('\n\n', start - 1);
  const to = text.indexOf('\n\n', end);
  const before = text.slice(from < 0 || start === 0 ? 0 : from, start).trim();
  const after = text.slice(end, to < 0 ? text.length : to).trim();
  return { before: before.slice(-MOST_AROUND), after: after.slice(0, MOST_AROUND) };
}

/** `quote ID MARK`: the words a claim stands on, in their paragraph, with where they stand. */
export async function showQuote(stores: Pick<Stores, 'replies' | 'articles'>, tenant: string, id: string, mark: string): Promise<Reply> {
  const { quote, claim } = quoteOf(await readReply(stores, tenant, id), mark);
  const { citation } = quote;
  const article = (await stores.articles.read(tenant, [citation.articleId]))[0]?.article;
  // An article that was taken out takes its paragraph along; the quote itself was given and stays.
  const around = article ? paragraphAround(article.text, citation.start, citation.end) : { before: '', after: '' };
  return { kind: 'quote', mark: quote.mark, citation, ...around, directSpeech: claim.directSpeech };
}

/** `export ID`: the reply as Markdown, to be copied. */
export async function exportReply(stores: Pick<Stores, 'replies'>, tenant: string, id: string): Promise<Reply> {
  const reply = await readReply(stores, tenant, id);
  const title = reply.kind === 'brief' ? reply.topic.title : reply.question;
  return { kind: 'document', title, markdown: toMarkdown(reply) };
}
