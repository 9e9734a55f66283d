import { describe, expect, it } from 'vitest';
import type { Topic } from '../../src/domain/topic.ts';
import { prepared } from './prepared-article.ts';
import { type StoreImplementation, withStores } from './store-implementations.ts';

/** A topic with every field filled. */
export function sketchTopic(slug: string, title = `Title of ${slug}`): Topic {
  return {
    slug,
    title,
    groups: [['china', 'Beijing'], ['UK']],
    exclude: ['china shop'],
    sides: [{ name: 'China', speakers: ['Wang Yi', '王毅'] }],
    aliases: [['FCDO', 'Foreign Office']],
    questions: ['Was a date agreed?'],
  };
}

/** What holds for every store of topics. */
export function topicStoreContract(implementation: StoreImplementation): void {
  describe('topics', () => {
    it('lists what was saved, by slug', () =>
      withStores(implementation, async ({ topics }) => {
        await topics.save('main', sketchTopic('chips'));
        await topics.save('main', sketchTopic('china-uk', 'old'));
        await topics.save('main', sketchTopic('china-uk', 'new'));
        expect(await topics.list('main')).toEqual([sketchTopic('china-uk', 'new'), sketchTopic('chips')]);
      }));

    it('adds members, and forgets them when the topic is saved again', () =>
      withStores(implementation, async ({ articles, topics }) => {
        const count = 2_500;
        const many = Array.from({ length: count }, (_, index) => `a${index}`);
        await articles.save('main', [prepared({ id: 'a0', topics: ['t'] }), prepared({ id: `a${count - 1}` })]);
        await topics.assign('main', 't', [...many, 'unknown', 'a0']);
        expect(await articles.find('main', { topic: 't' })).toHaveLength(2);
        await topics.save('main', sketchTopic('t'));
        expect(await articles.find('main', { topic: 't' })).toEqual([]);
        await topics.assign('main', 't', []);
      }));

    it('removes a topic with its members and leaves the articles', () =>
      withStores(implementation, async ({ articles, topics }) => {
        await topics.save('main', sketchTopic('t'));
        await articles.save('main', [prepared({ id: 'a', topics: ['t'] })]);
        expect(await topics.remove('main', 't')).toBe(true);
        expect(await topics.remove('main', 't')).toBe(false);
        expect(await topics.list('main')).toEqual([]);
        expect(await articles.find('main', { topic: 't' })).toEqual([]);
        expect(await articles.find('main', {})).toHaveLength(1);
      }));
  });
}
