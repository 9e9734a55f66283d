import { type Citation, cite } from '../../domain/citation.ts';
import type { Claim, DroppedClaim } from '../../domain/claim.ts';
import type { LocalDate } from '../../domain/local-date.ts';
import type { ReadArticle } from '../../ports/article-store.ts';
import type { Prompts } from '../../ports/prompts.ts';
import { checkAgainst } from './check-read-claim.ts';
import { isRepeated } from './check-writing.ts';
import { fence, fillPrompt } from './fill-prompt.ts';
import { ANSWERING } from './model-schemas.ts';
import { describeEnd, type ModelSession } from './model-session.ts';
import { locateSentences, toCorrection } from './read-claim.ts';

type Aliases = readonly (readonly string[])[];

/** A passage as it is given to the model. */
export interface AskedPassage {
  readonly read: ReadArticle;
  readonly start: number;
  readonly end: number;
}

/** What a model made of a question: checked claims and whether they answer it, or why there is nothing. */
export type ModelAnswer =
  | {
      readonly kind: 'answered';
      readonly says: 'yes' | 'partly' | 'no';
      readonly claims: readonly Claim[];
      readonly dropped: readonly DroppedClaim[];
    }
  | { readonly kind: 'failed'; readonly reason: string };

export type AnswerWithModel = (
  session: ModelSession,
  question: string,
  passages: readonly AskedPassage[],
  context: { readonly today: LocalDate; readonly aliases: Aliases },
) => Promise<ModelAnswer>;

const MOST_SENTENCES = 3;
/** Room for the sentences and for what a model thinks before it writes. */
const OUTPUT_TOKENS = 4_000;

function fencePassage({ read, start, end }: AskedPassage, index: number): string {
  const { title, outlet, published, text } = read.article;
  const about = `passage ${index + 1}: ${title}; ${outlet ?? 'outlet not given'}; dated ${published ?? 'not given'}`;
  return fence(about.replace(/\s+/gu, ' '), text.slice(start, end));
}

/** A sentence of the model on the article's own words, whole sentences of it, annotated as code has read them. */
function toClaim(text: string, quote: string, { read }: AskedPassage): Claim | null {
  const located = locateSentences(read, quote);
  const main = located?.sentences.at(-1);
  if (!located || !main) return null;
  const correction = toCorrection(read, located);
  if (correction) return correction;
  const citation: Citation = cite(read.article, located.span.start, located.span.end);
  const { speaker, verb, modality, negated, eventDate } = main;
  const plain = text.replace(/\s+/gu, ' ').trim();
  const directSpeech = main.directSpeech && /["“„«]/u.test(plain);
  return { text: plain, speaker, verb, modality, negated, eventDate, directSpeech, citations: [citation] };
}

/** Makes the answerer: sentences from numbered passages, each on a quote that code finds there, each checked. */
export function createModelAnswering(prompts: Prompts): AnswerWithModel {
  const prompt = prompts.get('answer-question');
  return async (session, question, passages, { today, aliases }) => {
    const slots = { today, question: question.replace(/\s+/gu, ' '), passages: passages.map(fencePassage).join('\n\n') };
    const asking = {
      ...fillPrompt<'answer-question'>(prompt, slots),
      schema: ANSWERING,
      schemaName: 'answer',
      timeShare: 1,
      outputTokens: OUTPUT_TOKENS,
    };
    const outcome = await session.ask(asking);
    if (outcome.kind !== 'value') return { kind: 'failed', reason: describeEnd(outcome) };
    const sources = new Map(passages.map(({ read }) => [read.article.id, read.article]));
    const claims: Claim[] = [];
    const dropped: DroppedClaim[] = [];
    for (const { text, passage, quote } of outcome.value.sentences.slice(0, MOST_SENTENCES)) {
      const from = passages[passage - 1];
      const claim = from ? toClaim(text, quote, from) : null;
      const unfounded = claim ? checkAgainst(claim, sources, aliases) : 'quote: these words are not in the passage';
      const reason = unfounded ?? (isRepeated(text, claims) ? 'repeated' : null);
      if (claim && reason === null) claims.push(claim);
      else dropped.push({ text, reason: reason ?? 'quote' });
    }
    return { kind: 'answered', says: outcome.value.says, claims, dropped };
  };
}
