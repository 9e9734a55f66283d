import type { ToldClaim } from '../../src/briefing/told-claim.ts';
import type { Article } from '../../src/domain/article.ts';
import { candidatesOf, makeArticle } from './articles.ts';

/** The one claim of an article of one sentence, as briefs are compared by. */
export function toldBy(text: string, over: Partial<Article> = {}, aliases: ToldClaim['aliases'] = []): ToldClaim {
  const article = makeArticle(over.id ?? `${text} ${over.published ?? ''}`, text, over);
  const [candidate, ...others] = candidatesOf(article);
  if (!candidate || others.length > 0) throw new Error(`not one quotable sentence: ${text}`);
  return { claim: candidate.claim, sources: new Map([[article.id, article]]), aliases };
}
