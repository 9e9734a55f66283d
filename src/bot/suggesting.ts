import type { Suggesting } from '../ports/chat-lifecycle.ts';
import type { TopicStore } from '../ports/topic-store.ts';

/** Suggests topics whose slug or title holds what was typed, those first that begin with it. */
export function createSuggesting({ list }: Pick<TopicStore, 'list'>): Suggesting {
  return {
    async topics(tenant, typed) {
      const wanted = typed.trim().toLowerCase();
      const rank = (name: string): number => (name.startsWith(wanted) ? 0 : name.includes(wanted) ? 1 : 2);
      return (await list(tenant))
        .map((topic) => ({ topic, rank: Math.min(rank(topic.slug), rank(topic.title.toLowerCase())) }))
        .filter((one) => one.rank < 2)
        .toSorted((left, right) => left.rank - right.rank)
        .map(({ topic }) => topic);
    },
  };
}
