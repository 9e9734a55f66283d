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
  /** Lets whatever has come in meanwhile be taken, once. */
  readonly pause: () => Promise<unknown>;
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

/**
 * Checks what the model told of one article; what fails is dropped alone, or shown in the original where it was
 * translated. Before each claim others have the thread: replies that come in meanwhile lead to the next call at once.
 */
async function checkReading(
  read: ReadArticle,
  told: readonly ToldClaim[],
  aliases: Aliases,
  pause: () => Promise<unknown>,
): Promise<Pick<Reading, 'claims' | 'dropped'>> {
  const claims: ReadClaim[] = [];
  const dropped: DroppedClaim[] = [];
  for (const one of told) {
    await pause();
    const claim = toClaim(read, one, aliases);
    const reason = claim ? checkReadClaim(claim, read.article, aliases) : 'quote: these words are not in the article';
    if (claim && reason === null) claims.push({ claim, kind: one.kind });
    else dropped.push({ text: one.claim, reason: reason ?? 'quote' });
    const original = reason !== null && isForeign(read.article) ? originalOf(read, one) : null;
    if (original) claims.push({ claim: original, kind: one.kind });
  }
  return { claims, dropped };
}

/** Work that can wait, one piece after the other. */
function oneByOne(): <R>(work: () => Promise<R>) => Promise<R> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = before.then(work);
    before = done.catch(() => null);
    return done;
  };
}

function fillReading(prompt: Prompt, { article }: ReadArticle, today: LocalDate) {
  return fillPrompt<'read-article'>(prompt, {
    today,
    title: article.title.replace(/\s+/gu, ' '),
    outlet: (article.outlet ?? 'not given').replace(/\s+/gu, ' '),
    published: article.published ?? 'not given',
    article: fence('article', article.text.slice(0, LONGEST_READ).toWellFormed()),
  });
}

/** A reading that somebody has begun: `told` resolves when the model is done with it, `reading` when it is checked and kept. */
interface Underway {
  readonly told: Promise<void>;
  readonly reading: Promise<Reading | Failed>;
}

type Read = (told: () => void) => Promise<Reading | Failed>;

/** Who wishes for what is being read waits for that; but where another's budget had no room, one's own may have. */
function shareReadings(): (key: string, read: Read) => Underway {
  const all = new Map<string, Underway>();

  function begin(read: Read): Underway {
    const { promise: told, resolve } = Promise.withResolvers<void>();
    const reading = read(resolve).finally(resolve);
    // Whoever waits for it looks at it only when all that he wishes for is told; till then a fault is nobody's.
    reading.catch(() => null);
    return { told, reading };
  }

  return (key, read) => {
    const begun = all.get(key);
    if (!begun) {
      const own = begin(read);
      all.set(key, own);
      void own.reading.catch(() => null).finally(() => all.delete(key));
      return own;
    }
    return begin(async (told) => {
      await begun.told;
      const outcome = await begun.reading;
      return 'kind' in outcome && outcome.kind === 'budget' ? read(told) : outcome;
    });
  };
}

/**
 * Makes the reader that reads every article once: what it has read is kept, and who asks meanwhile shares the call. The
 * next article is asked for before what was told of the last is checked: the model works meanwhile.
 */
export function createArticleReading({ prompts, readings, pause }: ReaderOptions): ReadArticles {
  const prompt = prompts.get('read-article');
  const share = shareReadings();
  const check = oneByOne();

  return async (tenant, session, articles, { today, aliases }) => {
    const reader = nameReader(prompt, session.model);

    async function readOne(read: ReadArticle, told: () => void): Promise<Reading | Failed> {
      // Between the look at what is known and this turn, another brief may have had it read.
      const [known] = await readings.find(tenant, [read.article.id], reader);
      if (known) return known;
      const limits = { timeShare: READING_SHARE, outputTokens: OUTPUT_TOKENS };
      const outcome = await session.ask({ ...fillReading(prompt, read, today), schema: READING, schemaName: 'reading', ...limits });
      if (outcome.kind !== 'value') return outcome;
      told();
      return check(async () => {
        const reading = { articleId: read.article.id, reader, ...(await checkReading(read, outcome.value.claims, aliases, pause)) };
        await readings.save(tenant, reading);
        return reading;
      });
    }

    const ids = articles.map(({ article }) => article.id);
    const known = new Map((await readings.find(tenant, ids, reader)).map((reading) => [reading.articleId, reading]));
    const missing = articles.filter(({ article }) => !known.has(article.id));
    const begun = await inParallel(missing, AT_ONCE, async (read) => {
      const underway = share(JSON.stringify([tenant, read.article.id, reader]), (told) => readOne(read, told));
      await underway.told;
      return underway;
    });
    const outcomes = await Promise.all(begun.map(({ reading }) => reading));
    const [failed] = outcomes.filter((outcome) => 'kind' in outcome);
    for (const outcome of outcomes) if (!('kind' in outcome)) known.set(outcome.articleId, outcome);
    return { read: known, problem: failed ? describeEnd(failed) : null };
  };
}
