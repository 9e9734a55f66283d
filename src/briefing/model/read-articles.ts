import { THE_ARTICLE } from '../../domain/annotation.ts';
import { cite } from '../../domain/citation.ts';
import type { Claim, DroppedClaim } from '../../domain/claim.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ReadClaim, Reading } from '../../domain/reading.ts';
import type { ReadArticle } from '../../ports/article-store.ts';
import type { Prompt, Prompts } from '../../ports/prompts.ts';
import type { ReadingStore } from '../../ports/reading-store.ts';
import { checkReadClaim, isForeign } from './check-read-claim.ts';
import { fence, fillPrompt, namePrompt } from './fill-prompt.ts';
import { inParallel } from './in-parallel.ts';
import { READING, type ToldClaim } from './model-schemas.ts';
import { describeEnd, type ModelSession, type SessionOutcome } from './model-session.ts';
import { locateSentences, toClaim } from './read-claim.ts';
import { shareCalls } from './share-calls.ts';

type Aliases = readonly (readonly string[])[];

/** Of the time that a reply has; the rest is for writing. What was read till then is kept for the next time. */
const READING_SHARE = 0.6;
/** Articles that are read at the same time. */
const AT_ONCE = 4;
/** What is read of one article: more says little more, and a model reads the end of a long text badly. In characters. */
const LONGEST_READ = 24_000;
/** Room for the claims and for what a model thinks before it writes. */
const OUTPUT_TOKENS = 8_000;

type Failed = Exclude<SessionOutcome<unknown>, { readonly kind: 'value' }>;

/** What became of a wish to read articles. */
export interface Readings {
  /** By article id. Articles that could not be read are missing. */
  readonly read: ReadonlyMap<string, Reading>;
  /** Why the first of those was not read, in a few words; null when all were. */
  readonly problem: string | null;
}

export interface ReaderOptions {
  readonly prompts: Prompts;
  readonly readings: ReadingStore;
}

export type ReadArticles = (
  tenant: string,
  session: ModelSession,
  articles: readonly ReadArticle[],
  context: { readonly today: LocalDate; readonly aliases: Aliases },
) => Promise<Readings>;

/** What readings are kept under: another version of the prompt or another model reads anew. */
export function nameReader(prompt: Pick<Prompt, 'id' | 'version'>, model: string): string {
  return `${namePrompt(prompt)}/${model}`;
}

/** The sentence itself, in the article's language: what is shown where a translation cannot be checked. */
function originalOf(read: ReadArticle, told: ToldClaim): Claim | null {
  const located = locateSentences(read, told.quote);
  const claim = located ? toClaim(read, told, []) : null;
  if (!located || !claim) return null;
  const citation = cite(read.article, located.span.start, located.span.end);
  return { ...claim, text: citation.quote.replace(/\s+/gu, ' ').trim(), speaker: THE_ARTICLE, verb: null, citations: [citation] };
}

/** Checks what the model told of one article; what fails is dropped alone, or shown in the original where it was translated. */
function checkReading(read: ReadArticle, told: readonly ToldClaim[], aliases: Aliases): Pick<Reading, 'claims' | 'dropped'> {
  const claims: ReadClaim[] = [];
  const dropped: DroppedClaim[] = [];
  for (const one of told) {
    const claim = toClaim(read, one, aliases);
    const reason = claim ? checkReadClaim(claim, read.article, aliases) : 'quote: these words are not in the article';
    if (claim && reason === null) claims.push({ claim, kind: one.kind });
    else dropped.push({ text: one.claim, reason: reason ?? 'quote' });
    const original = reason !== null && isForeign(read.article) ? originalOf(read, one) : null;
    if (original) claims.push({ claim: original, kind: one.kind });
  }
  return { claims, dropped };
}

/** Makes the reader that reads every article once: what it has read is kept, and who asks meanwhile shares the call. */
export function createArticleReading({ prompts, readings }: ReaderOptions): ReadArticles {
  const prompt = prompts.get('read-article');
  // Another's budget may have room where this one's has none.
  const share = shareCalls<Reading | Failed>((outcome) => !('kind' in outcome) || outcome.kind !== 'budget');

  async function readOne(
    tenant: string,
    session: ModelSession,
    read: ReadArticle,
    reader: string,
    today: LocalDate,
    aliases: Aliases,
  ): Promise<Reading | Failed> {
    const { article } = read;
    // Between the look at what is known and this turn, another brief may have had it read.
    const [known] = await readings.find(tenant, [article.id], reader);
    if (known) return known;
    const slots = {
      today,
      title: article.title.replace(/\s+/gu, ' '),
      outlet: (article.outlet ?? 'not given').replace(/\s+/gu, ' '),
      published: article.published ?? 'not given',
      article: fence('article', article.text.slice(0, LONGEST_READ).toWellFormed()),
    };
    const outcome = await session.ask({
      ...fillPrompt<'read-article'>(prompt, slots),
      schema: READING,
      schemaName: 'reading',
      timeShare: READING_SHARE,
      outputTokens: OUTPUT_TOKENS,
    });
    if (outcome.kind !== 'value') return outcome;
    const reading = { articleId: article.id, reader, ...checkReading(read, outcome.value.claims, aliases) };
    await readings.save(tenant, reading);
    return reading;
  }

  return async (tenant, session, articles, { today, aliases }) => {
    const reader = nameReader(prompt, session.model);
    const ids = articles.map(({ article }) => article.id);
    const known = new Map((await readings.find(tenant, ids, reader)).map((reading) => [reading.articleId, reading]));
    const missing = articles.filter(({ article }) => !known.has(article.id));
    const outcomes = await inParallel(missing, AT_ONCE, (read) =>
      share(JSON.stringify([tenant, read.article.id, reader]), () => readOne(tenant, session, read, reader, today, aliases)),
    );
    const [failed] = outcomes.filter((outcome) => 'kind' in outcome);
    for (const outcome of outcomes) if (!('kind' in outcome)) known.set(outcome.articleId, outcome);
    return { read: known, problem: failed ? describeEnd(failed) : null };
  };
}
