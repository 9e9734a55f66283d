import type { Brief, Section } from '../domain/brief.ts';
import { joinNotices } from '../domain/join-notices.ts';
import type { Topic } from '../domain/topic.ts';
import type { ReplyStore } from '../ports/reply-store.ts';
import { countCoverage, coverageFacts } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import { findGaps } from './gaps.ts';
import { shareCalls } from './model/share-calls.ts';
import { type BriefingOptions, type BriefRequest, keyOf, type PreparedBrief, prepareBrief, withChanges } from './prepare-brief.ts';

/** The brief that was written from the same before, in full; null when there is none. */
async function writtenBefore(replies: ReplyStore, tenant: string, key: string): Promise<Brief | null> {
  const reply = await replies.madeFrom(tenant, key);
  return reply?.kind === 'brief' ? reply : null;
}

/** Writes briefs from checked claims. Who asks for the same while it is being written is given that one. */
export function createBriefing(options: BriefingOptions): (tenant: string, request: BriefRequest) => Promise<Brief> {
  const { sources, replies, clock, ids, refused } = options;
  // What failed for one may succeed for another: budgets are everybody's own.
  const share = shareCalls<Brief>(({ engine }) => engine === 'model');

  async function factSections(tenant: string, evidence: Evidence, topic: Topic | null): Promise<readonly Section[]> {
    if (evidence.stories.length === 0) return [];
    const gaps = findGaps(evidence, topic, await refused(tenant, topic?.questions ?? []));
    return gaps.length > 0 ? [{ name: 'gaps', claims: [], facts: gaps }] : [];
  }

  async function make(tenant: string, prepared: PreparedBrief): Promise<Brief> {
    const { heads, title, topic, chosen, evidence, ready, today, notice, whenEmpty, begun, known } = prepared;
    // While a model writes, code finds out what is not in the corpus.
    const [{ prompts, model, ...written }, gaps] = await Promise.all([ready.write(), factSections(tenant, evidence, topic)]);
    const failed = (await sources.list(tenant)).filter(({ problem }) => problem !== null).map(({ path }) => path);
    const coverage = countCoverage(evidence, failed);
    const sections = withChanges(prepared, written.sections);
    const facts = coverageFacts(evidence, coverage, sections, today);
    const own = chosen.notice ?? (heads.length === 0 ? joinNotices(`No article held is about ${title}.`, whenEmpty) : null);
    const now = clock.now();
    const brief: Brief = {
      kind: 'brief',
      id: ids.next('brief'),
      writtenAt: new Date(now).toISOString(),
      topic: { slug: topic?.slug ?? null, title },
      period: chosen.period,
      notice: joinNotices(notice, own),
      ...written,
      sections: [...sections, ...gaps, ...(facts.length > 0 ? [{ name: 'coverage' as const, claims: [], facts }] : [])],
      coverage,
      record: { inputs: known.inputs, prompts, model, ms: now - begun, writtenOn: today },
    };
    await replies.save(tenant, brief, written.engine === 'model' ? keyOf(prepared, ids) : null);
    return brief;
  }

  return async (tenant, request) => {
    const prepared = await prepareBrief(options, tenant, request);
    const key = keyOf(prepared, ids);
    if (key === null) return make(tenant, prepared);
    // Looking for it and keeping it are one step to whoever else asks, so that nothing is paid for twice.
    return share(JSON.stringify([tenant, key]), async () => (await writtenBefore(replies, tenant, key)) ?? make(tenant, prepared));
  };
}
