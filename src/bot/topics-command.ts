import { topicProblems } from '../corpus/membership.ts';
import { assignTopic } from '../corpus/reassign.ts';
import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Reply, TopicRow } from '../domain/reply.ts';
import type { Topic } from '../domain/topic.ts';
import type { Stores } from '../ports/stores.ts';

type TopicStores = Pick<Stores, 'topics' | 'articles'>;

async function countMembers({ articles }: TopicStores, tenant: string, slug: string): Promise<number> {
  return (await articles.find(tenant, { topic: slug })).length;
}

/** All topics, each with how many articles belong to it. */
export async function countTopics(stores: TopicStores, tenant: string): Promise<readonly TopicRow[]> {
  const all = await stores.topics.list(tenant);
  return Promise.all(all.map(async (topic) => ({ topic, articles: await countMembers(stores, tenant, topic.slug) })));
}

async function listTopics(stores: TopicStores, tenant: string): Promise<Reply> {
  const topics = await countTopics(stores, tenant);
  return {
    kind: 'topics',
    topics,
    notice: topics.length === 0 ? 'There is no topic yet. Add one: topics add uk-india UK, Britain + India, Delhi' : null,
  };
}

async function findTopic(stores: TopicStores, tenant: string, slug: string): Promise<Topic> {
  const topic = (await stores.topics.list(tenant)).find((one) => one.slug === slug.toLowerCase());
  if (!topic) throw new UserError(`There is no topic ${slug === '' ? 'without a name' : `"${slug}"`}; "topics" lists those there are.`);
  return topic;
}

/** Reads `uk-india UK, Britain + India, Delhi` as a topic: a slug, then groups of words joined by "+", each of which must be met. */
function parseTopic(text: string): Topic {
  const [, slug = '', words = ''] = /^(\S+)\s*(.*)$/su.exec(text.trim()) ?? [];
  const groups = words.split(/\s\+\s/u).map((group) =>
    group
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  );
  const title = slug
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join(' ');
  const topic: Topic = {
    slug: slug.toLowerCase(),
    title,
    groups,
    exclude: [],
    sides: [],
    aliases: [],
    questions: [],
  };
  const problems = topicProblems(topic);
  if (problems.length > 0)
    throw new UserError(`This topic cannot be used: ${problems.join('; ')}. Write it like: topics add uk-india UK, Britain + India, Delhi`);
  return topic;
}

/** `topics`, `topics show|add|remove`. A new or changed topic is filled from all that is held, at once. */
export async function runTopics(stores: TopicStores, tenant: string, { args }: Command): Promise<Reply> {
  const rest = args['topic'] ?? '';
  switch (args['action'] ?? 'list') {
    case 'show': {
      const topic = await findTopic(stores, tenant, rest);
      return { kind: 'topic', topic, articles: await countMembers(stores, tenant, topic.slug) };
    }
    case 'add': {
      const topic = parseTopic(rest);
      await assignTopic(stores, tenant, topic);
      return { kind: 'topic', topic, articles: await countMembers(stores, tenant, topic.slug) };
    }
    case 'remove': {
      const topic = await findTopic(stores, tenant, rest);
      await stores.topics.remove(tenant, topic.slug);
      return { kind: 'notice', text: `Removed the topic ${topic.slug}. Its articles stay.` };
    }
    default:
      if (rest !== '') throw new UserError(`"topics ${rest}" is not known: list, show, add and remove are.`);
      return listTopics(stores, tenant);
  }
}
