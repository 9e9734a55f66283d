import type { Topic } from '../domain/topic.ts';
import type { ArticleStore } from '../ports/article-store.ts';
import type { TopicStore } from '../ports/topic-store.ts';
import { compileTopic } from './membership.ts';

const PAGE = 200;

/** Saves a topic and decides for every article that is held whether it belongs to it. */
export async function assignTopic(
  { articles, topics }: { readonly articles: ArticleStore; readonly topics: TopicStore },
  tenant: string,
  topic: Topic,
): Promise<void> {
  await topics.save(tenant, topic);
  const belongs = compileTopic(topic);
  let afterId = '';
  for (;;) {
    const heads = await articles.find(tenant, { order: 'id', afterId, limit: PAGE });
    const last = heads.at(-1);
    if (!last) return;
    const read = await articles.read(tenant, heads.map(({ id }) => id));
    const members = read.filter(({ article }) => belongs(article.title, article.text)).map(({ article }) => article.id);
    if (members.length > 0) await topics.assign(tenant, topic.slug, members);
    afterId = last.id;
  }
}
