import { join } from 'node:path';
import { createIds } from '../../adapters/system/create-ids.ts';
import { readPrompts } from '../../adapters/system/read-prompts.ts';
import { createModelWriting, type ModelWriting, type ModelWritingOptions } from '../../src/briefing/model/create-model-writing.ts';
import type { ToldClaim } from '../../src/briefing/model/model-schemas.ts';
import { prepareArticle } from '../../src/corpus/prepare-article.ts';
import type { Answer } from '../../src/domain/answer.ts';
import type { Article } from '../../src/domain/article.ts';
import type { Brief } from '../../src/domain/brief.ts';
import type { Claim } from '../../src/domain/claim.ts';
import type { ReadArticle } from '../../src/ports/article-store.ts';
import type { Stores } from '../../src/ports/stores.ts';
import { makeArticle, makeTopic } from './articles.ts';
import { type Configuration, createFakeModel, type FakeModel, gives, type Outcome, type Request } from './fake-model.ts';
import { limitsWith } from './limits.ts';
import { openTestBot, type TestBot } from './test-bot.ts';

/** The prompts that are shipped. */
export const PROMPTS = readPrompts(join(import.meta.dirname, '..', '..', 'prompts'));
export const TODAY = '2025-01-15';
export const NOON = Date.UTC(2025, 0, 15, 12);
export const CLOCK = { now: () => NOON, today: () => TODAY };

/** Two articles of the topic `china-uk`. */
export const LINDT = makeArticle(
  'lindt',
  'Finance Minister Mara Lindt said on Tuesday that China would ban gallium exports to the UK. China imposed a duty of 35.3% on British whisky on Monday. Lindt denied that Britain had delayed a reply to Beijing.',
  { title: 'China and the UK quarrel over gallium', outlet: 'Harbour Wire', published: '2025-01-14' },
);
export const MARSH = makeArticle(
  'marsh',
  'Trade Secretary Owen Marsh said on Friday that the UK must publish its review of China. Britain sent 140 inspectors to China in 2024. Marsh called for talks with Beijing about steel.',
  { title: 'UK review of China is awaited', outlet: 'Quay Post', published: '2025-01-12' },
);

/** An article as it is read back from the store. */
export function readOf(article: Article): ReadArticle {
  return { article, sentences: prepareArticle(article, []).sentences };
}

type Told = Partial<ToldClaim> & Pick<ToldClaim, 'claim' | 'quote'>;

/** A claim as the reader's model tells it. */
export function told({ claim, quote, ...over }: Told): ToldClaim {
  return { claim, quote, speaker: null, verb: null, date: null, kind: 'position', ...over };
}

/** True claims on those articles. */
export const TOLD: readonly ToldClaim[] = [
  told({
    claim: 'Mara Lindt said that China would ban gallium exports to the UK.',
    quote: 'Finance Minister Mara Lindt said on Tuesday that China would ban gallium exports to the UK.',
    speaker: 'Mara Lindt',
    verb: 'said',
  }),
  told({
    claim: 'China imposed a duty of 35.3% on British whisky.',
    quote: 'China imposed a duty of 35.3% on British whisky on Monday.',
    speaker: 'China',
    verb: 'did',
    kind: 'act',
  }),
  told({
    claim: 'Lindt denied that Britain had delayed a reply to Beijing.',
    quote: 'Lindt denied that Britain had delayed a reply to Beijing.',
    speaker: 'Mara Lindt',
    verb: 'denied',
  }),
  told({
    claim: 'Owen Marsh said that the UK must publish its review of China.',
    quote: 'Trade Secretary Owen Marsh said on Friday that the UK must publish its review of China.',
    speaker: 'Owen Marsh',
    verb: 'said',
  }),
  told({
    claim: 'Britain sent 140 inspectors to China in 2024.',
    quote: 'Britain sent 140 inspectors to China in 2024.',
    speaker: 'Britain',
    verb: 'did',
    date: '2024',
    kind: 'act',
  }),
  told({
    claim: 'Marsh called for talks with Beijing about steel.',
    quote: 'Marsh called for talks with Beijing about steel.',
    speaker: 'Owen Marsh',
    verb: 'called for',
  }),
];

/** A reader that tells of an article those of the claims whose quotes it holds. */
export function reads(claims: readonly ToldClaim[] = TOLD): (request: Request) => Outcome {
  return ({ input }) => gives({ claims: claims.filter(({ quote }) => input.includes(quote)) });
}

/** The claims that a writer was offered, in their order. */
export function offeredIn({ input }: Request): readonly string[] {
  return [...input.matchAll(/^\[\d+\] \([^)]*\) (.*)$/gmu)].map(([, text = '']) => text);
}

/** A writer that gives each claim it was offered back as it is. */
export function writesAll(request: Request): Outcome {
  const sentences = offeredIn(request).map((text, index) => ({ text, claims: [index + 1] }));
  return gives({ sections: [{ name: 'positions', sentences }] });
}

export interface ModelSettings extends Partial<Pick<ModelWritingOptions, 'limits' | 'price' | 'withinMs' | 'clock' | 'prompts'>> {
  /** Of the tenant; other limits are in `limits`. */
  readonly dailyTokens?: number;
}

/** The language-model half of the core over these stores. */
function wireModel(stores: Stores, model: FakeModel, { dailyTokens, ...settings }: ModelSettings = {}): ModelWriting {
  const limits = limitsWith(dailyTokens === undefined ? {} : { tenant: { tokens: dailyTokens } });
  const pause = (): Promise<void> => Promise.resolve();
  const usual = { prompts: PROMPTS, clock: CLOCK, ids: createIds(), pause, limits, price: null, withinMs: 60_000 };
  return createModelWriting({ ...usual, readings: stores.readings, ledger: stores.ledger, model, ...settings });
}

export interface ModelBot extends TestBot {
  readonly model: FakeModel;
  readonly brief: () => Promise<Brief>;
  readonly ask: (question: string) => Promise<Answer>;
}

/** A bot with a model that holds these articles in one topic. */
export async function openModelBot(
  configuration: Configuration = {},
  settings: ModelSettings = {},
  articles: readonly Article[] = [LINDT, MARSH],
): Promise<ModelBot> {
  const model = createFakeModel({ reading: reads(), brief: writesAll, ...configuration });
  const bot = await openTestBot((stores) => ({ model: wireModel(stores, model, settings), clock: settings.clock ?? CLOCK }));
  await bot.stores.topics.save('main', makeTopic());
  await bot.hold(...articles);

  async function run<K extends 'brief' | 'answer'>(kind: K, name: 'brief' | 'ask', args: Readonly<Record<string, string>>) {
    const reply = await bot.run({ name, args });
    if (reply.kind !== kind) throw new Error(`${reply.kind}: ${JSON.stringify(bot.errors.map(({ fields }) => String(fields['error'])))}`);
    return reply as Extract<typeof reply, { readonly kind: K }>;
  }
  return {
    ...bot,
    model,
    brief: () => run('brief', 'brief', { topic: 'china-uk' }),
    ask: (question) => run('answer', 'ask', { question }),
  };
}

/** All sentences of a brief that stand on quotes. */
export function claimsOf({ sections }: Brief): readonly Claim[] {
  return sections.flatMap(({ claims }) => claims);
}
