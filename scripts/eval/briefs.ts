import type { App } from '../../src/app/open-app.ts';
import type { Brief } from '../../src/domain/brief.ts';
import { consoleCaller } from '../../src/domain/caller.ts';
import { TELL_NOBODY } from '../../src/ports/handle.ts';
import { countInvalid } from './citations.ts';
import { percent } from './percent.ts';

/** Briefs every sample topic and checks each citation against the stored text. */
export async function evaluateBriefs(app: App): Promise<readonly Brief[]> {
  const briefs: Brief[] = [];
  for (const topic of await app.stores.topics.list('main')) {
    const reply = await app.handle({ name: 'brief', args: { topic: topic.slug } }, consoleCaller('main', 'eval'), TELL_NOBODY);
    if (reply.kind === 'brief') briefs.push(reply);
  }
  const citations = briefs.flatMap(({ sections }) => sections.flatMap(({ claims }) => claims.flatMap((claim) => claim.citations)));
  const invalid = await countInvalid(app, citations);
  console.log(`briefs of the sample topics\n  citations valid                   ${percent(citations.length - invalid, citations.length)}`);
  return briefs;
}
