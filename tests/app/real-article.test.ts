import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Brief } from '../../src/domain/brief.ts';
import { openTestApp, type TestApp } from '../support/test-app.ts';

/** An article as users have them. It is not ours to publish, so that a clone on its own has none. */
const FOLDER = join(import.meta.dirname, '..', '..', '..', 'shared', 'corpus');
const present = existsSync(FOLDER) && readdirSync(FOLDER).some((name) => name.endsWith('.txt'));
if (!present) console.log('real-article: no article beside this clone; passed over');

describe.runIf(present)('the real article alone', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await openTestApp();
    await test.app.ingest('main', FOLDER, { outlet: null, language: null });
  });
  afterAll(() => test.close());

  async function brief(): Promise<Brief> {
    const reply = await test.type('brief china-uk');
    if (reply.kind !== 'brief') throw new Error(reply.kind);
    return reply;
  }

  it('is briefed with at least five claims, its age first', async () => {
    const { sections, notice, period } = await brief();
    expect(sections.flatMap(({ claims }) => claims).length).toBeGreaterThanOrEqual(5);
    expect(period).toEqual({ from: '2023-11-08', to: '2023-11-14', widened: true });
    expect(notice).toMatch(/one article dated 14 Nov 2023, \d+ years old\. Background, not news\.$/);
  });

  it('opens with a position and a rule, tells the act as what happened, and shows the denial', async () => {
    const { sections } = await brief();
    const named = (name: string) => sections.find((section) => section.name === name)?.claims ?? [];
    expect(named('bottom-line')).toHaveLength(2);
    expect(named('bottom-line').every(({ speaker }) => speaker === 'James Cleverly')).toBe(true);
    expect(named('developments').some(({ speaker }) => speaker?.includes('Committee') === true)).toBe(true);
    expect(named('positions').some(({ verb }) => verb === 'denied')).toBe(true);
  });

  it('computes the gaps', async () => {
    const { sections } = await brief();
    const gaps = sections.find(({ name }) => name === 'gaps')?.facts.join('\n') ?? '';
    expect(gaps).toContain('Nobody on the China side speaks');
    expect(gaps).toContain('No event is dated');
    expect(gaps).toContain('One source');
  });

  it.each([
    ['did Cleverly raise Xinjiang in Beijing?', false],
    ['when was Cleverly in Beijing?', false],
    ['what did Beijing say about it?', false],
    ['what did Cleverly say about security and the economy?', true],
    ['what did the committee ask for?', true],
  ])('%s', async (question, found) => {
    const reply = await test.type(question);
    expect(reply).toMatchObject({ kind: 'answer', found });
    if (reply.kind === 'answer' && !found) expect(reply.nearest.length).toBeGreaterThan(0);
  });
});
