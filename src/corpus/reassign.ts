import type { Topic } from '../domain/topic.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { TopicStore } from '../ports/topic-store.ts';
import { compileTopic } from './membership.ts';

/** Articles looked at in one go: with more, others would wait for the thread. */
const PAGE = 40;

export interface TopicStores {
  readonly articles: ArticleStore;
  readonly topics: TopicStore;
}

/** Saves a topic and decides for every current article whether it belongs to it. `pause` lets others have the thread between two pages. */
export async function assignTopic(
  { articles, topics }: TopicStores,
  tenant: string,
  topic: Topic,
  pause: () => Promise<unknown> = () => Promise.resolve(),
): Promise<void> {
  await topics.save(tenant, topic);
  const belongs = compileTopic(topic);
  let afterId = '';
  for (;;) {
    const heads = await articles.find(tenant, { order: 'id', afterId, limit: PAGE });
    const last = heads.at(-1);
    if (!last) return;
    const read = await articles.read(
      tenant,
      heads.map(({ id }) => id),
    );
    const members = read.filter(({ article }) => belongs(article.title, article.text)).map(({ article }) => article.id);
    if (members.length > 0) await topics.assign(tenant, topic.slug, members);
    afterId = last.id;
    await pause();
  }
}
