import { termsOf } from '../../corpus/terms.ts';
import type { ReadClaim, Reading } from '../../domain/reading.ts';
import type { Spender } from '../../domain/spending.ts';
import type { Ids } from '../../ports/ids.ts';
import type { Prompt, Prompts } from '../../ports/prompts.ts';
import { type BriefWriter, type Material, type ReadyBrief, type Written, writeExtractive } from '../brief-writer.ts';
import type { CandidateClaim } from '../candidate.ts';
import { chooseVaried } from '../choose-varied.ts';
import type { EvidenceStory } from '../evidence.ts';
import { readSentences } from '../read-sentences.ts';
import { subjectsOf } from '../subjects.ts';
import { weighClaim } from '../weigh-claim.ts';
import { checkWriting, MOST_SENTENCES } from './check-writing.ts';
import { fence, fillPrompt, namePrompt } from './fill-prompt.ts';
import { WRITING } from './model-schemas.ts';
import { describeEnd, type ModelSession } from './model-session.ts';
import type { ReadArticles } from './read-articles.ts';

export interface ModelWriterOptions {
  readonly openSession: (spender: Spender) => ModelSession;
  readonly readArticles: ReadArticles;
  readonly prompts: Prompts;
  readonly ids: Ids;
}

/** Claims offered to the writer: enough to choose from, few enough to read. */
const MOST_OFFERED = 32;
/** Room for the sentences and for what a model thinks before it writes. */
const OUTPUT_TOKENS = 8_000;
/** With fewer sentences left than this (or than were offered) the model's brief is worse than none. */
const FEWEST_KEPT = 3;

function aliasesOf({ topic }: Material): readonly (readonly string[])[] {
  return topic?.aliases ?? [];
}

/** A claim that a model has read, placed beside those that code reads, so that both are chosen alike. */
function toCandidate(story: EvidenceStory, { claim, kind }: ReadClaim): CandidateClaim {
  const { sentences, article } = story.face;
  const [citation] = claim.citations;
  const index = Math.max(
    0,
    sentences.findLastIndex(({ start }) => start < (citation?.end ?? 0)),
  );
  const terms = new Set(termsOf(claim.text));
  const candidate = {
    claim,
    story,
    index,
    said: article.text.slice(sentences[index]?.start ?? 0, sentences[index]?.end ?? 0),
    paragraph: sentences[index]?.paragraph ?? 0,
    act: kind === 'act',
    opinion: kind === 'opinion',
    background: kind === 'background',
    standsAlone: true,
    subjects: subjectsOf(terms),
    terms,
  };
  return { ...candidate, weight: weighClaim(candidate, sentences.length) };
}

/** What may be said: claims of the articles that were read, sentences of those that were not. */
function candidatesOf({ evidence, onTopic, heldBack }: Material, read: ReadonlyMap<string, Reading>): readonly CandidateClaim[] {
  const all = evidence.stories.flatMap((story) => {
    const reading = read.get(story.face.article.id);
    return reading ? reading.claims.map((claim) => toCandidate(story, claim)) : readSentences(story);
  });
  const held = all.filter(({ claim }) => !heldBack(claim));
  const told = held.filter(({ opinion }) => !opinion);
  const pool = told.length > 0 ? told : held;
  const relevant = pool.filter(onTopic.belongs);
  return chooseVaried(relevant.length >= FEWEST_KEPT ? relevant : pool, MOST_OFFERED, []);
}

function line({ claim, act, background, story }: CandidateClaim, index: number): string {
  const { outlet, published } = story.face.article;
  const kind = act ? 'act' : background ? 'background' : (claim.verb ?? 'told');
  const about = [kind, claim.speaker ?? 'no one named', `${outlet ?? 'outlet not given'}, ${published ?? 'undated'}`];
  return `[${index + 1}] (${about.join('; ')}) ${claim.text}`.replace(/\s+/gu, ' ');
}

function describeWriting(session: ModelSession, claims: number, dropped: number, unread: string | null): string {
  const failed = dropped === 0 ? 'all its sentences passed the checks' : `${dropped} of its sentences did not pass the checks`;
  const rest = unread === null ? '' : `; of some articles the own sentences were used, since ${unread}`;
  return `${session.model} wrote this from ${claims} checked claims; ${failed}${rest}`;
}

function fillWriting(prompt: Prompt, { today, title, period }: Material, candidates: readonly CandidateClaim[]) {
  return fillPrompt<'write-brief'>(prompt, {
    today,
    most: String(MOST_SENTENCES),
    topic: title.replace(/\s+/gu, ' '),
    period: `${period.from} to ${period.to}`,
    claims: fence('claims', candidates.map(line).join('\n')),
  });
}

/** The articles' own sentences, where the model was of no use; what it cost is told all the same. */
function writeVerbatim(material: Material, session: ModelSession, reason: string): Written {
  return { ...writeExtractive(material, reason), usage: session.usage(), model: session.model };
}

/** One call, then the checks. What fails becomes an extractive brief that says why. */
async function write(
  prompts: { readonly reading: Prompt; readonly writing: Prompt },
  material: Material,
  session: ModelSession,
  candidates: readonly CandidateClaim[],
  unread: string | null,
): Promise<Written> {
  const offered = candidates.map(({ claim }) => claim);
  const filled = fillWriting(prompts.writing, material, candidates);
  const outcome = await session.ask({ ...filled, schema: WRITING, schemaName: 'brief', timeShare: 1, outputTokens: OUTPUT_TOKENS });
  if (outcome.kind !== 'value') return writeVerbatim(material, session, describeEnd(outcome));
  const sources = new Map(material.evidence.stories.map(({ face }) => [face.article.id, face.article]));
  const { sections, dropped, kept } = checkWriting(outcome.value, offered, sources, aliasesOf(material));
  if (kept < Math.min(FEWEST_KEPT, offered.length))
    return writeVerbatim(material, session, 'too little of what the model wrote passed the checks');
  const engineReason = describeWriting(session, offered.length, dropped.length, unread);
  const used = [prompts.reading, prompts.writing].map(namePrompt);
  return { engine: 'model', engineReason, sections, dropped, usage: session.usage(), prompts: used, model: session.model };
}

/**
 * Makes the writer with a model: articles are read into checked claims once, the model orders and words them, and every
 * sentence is checked again. Whatever goes wrong, the same material becomes an extractive brief that says why.
 */
export function createModelWriter({ openSession, readArticles, prompts, ids }: ModelWriterOptions): BriefWriter {
  const [reading, prompt] = [prompts.get('read-article'), prompts.get('write-brief')];
  return async (material): Promise<ReadyBrief> => {
    const { tenant, spender, evidence, topic, title, period, today } = material;
    const session = openSession(spender);
    const faces = evidence.stories.map(({ face }) => face);
    const { read, problem } = await readArticles(tenant, session, faces, { today, aliases: aliasesOf(material) });
    const verbatim = (reason: string): ReadyBrief => ({ key: null, write: async () => writeVerbatim(material, session, reason) });
    if (read.size === 0) return verbatim(problem ?? 'nothing is held to write from');
    const candidates = candidatesOf(material, read);
    if (candidates.length === 0) return verbatim('nothing that the model read passed the checks');
    const claims = candidates.map(({ claim }) => claim);
    const key = ids.digest(JSON.stringify([prompt.id, prompt.version, session.model, tenant, topic, title, period, today, claims]));
    return { key, write: () => write({ reading, writing: prompt }, material, session, candidates, problem) };
  };
}
