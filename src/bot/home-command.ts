import type { Role } from '../domain/caller.ts';
import type { Reply } from '../domain/reply.ts';
import type { Stores } from '../ports/stores.ts';
import { samplesNotice } from './samples-notice.ts';
import { countTopics } from './topics-command.ts';

const LATEST = 5;

const HINTS = [
  'Mention the bot and ask in your own words, in a channel, a thread or a direct message.',
  '"brief china-uk last 14 days" briefs a topic, "said Wang Yi about trade" lists what somebody said.',
  '"help" lists everything that can be asked.',
];

/** `home`: what is followed, what was written last, how to ask, who may manage. */
export async function showHome(stores: Stores, tenant: string, role: Role): Promise<Reply> {
  const replies = await stores.replies.list(tenant, { limit: 10 * LATEST });
  const briefs = replies.flatMap((reply) =>
    reply.kind === 'brief' ? [{ id: reply.id, title: reply.topic.title, writtenAt: reply.writtenAt }] : [],
  );
  const { managers } = await stores.settings.ofTenant(tenant);
  const mayManage = role === 'manager';
  return {
    kind: 'home',
    topics: await countTopics(stores, tenant),
    briefs: briefs.slice(0, LATEST),
    hints: HINTS,
    managers: managers.map(({ adapter, id }) => `${id} (${adapter})`),
    mayManage,
    openReports: mayManage ? (await stores.reports.list(tenant, ['open'])).length : null,
    notice: samplesNotice(await stores.corpus.count(tenant)),
  };
}
