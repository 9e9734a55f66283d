import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeMrkdwn, plainText } from '../../../adapters/slack/mrkdwn.ts';
import { liveInMrkdwn } from '../../support/fake-slack/live.ts';
import { PING_VECTORS } from '../../support/fake-slack/ping-vectors.ts';
import { hostileText } from '../../support/hostile-text.ts';

describe('text of others in mrkdwn', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constantFrom(...PING_VECTORS)), (text) => {
        expect(plainText(escapeMrkdwn(text))).toBe(text);
      }),
    );
  });

  test('pings nobody', () => {
    for (const vector of PING_VECTORS) expect(liveInMrkdwn(escapeMrkdwn(vector)).pings).toEqual([]);
  });
});

describe('what a person typed', () => {
  test.each([
    ['what did <@U1> say?', 'what did @U1 say?'],
    ['what did <@U1|ann> say?', 'what did @ann say?'],
    ['in <#C1|general> or <#C2>', 'in #general or #C2'],
    ['<!subteam^S1|@editors> <!subteam^S1>', '@editors @S1'],
    ['<!here> <!here|here> <!channel>', '@here @here @channel'],
    ['<!date^1392734382^{date}|18 Feb 2014>', '18 Feb 2014'],
    ['add <https://news.example/a?b=1&amp;c=2>', 'add https://news.example/a?b=1&c=2'],
    ['says <http://news.example|news.example>?', 'says news.example?'],
    ['the <https://news.example/a|report>', 'the report (https://news.example/a)'],
    ['<mailto:a@news.example|a@news.example>', 'a@news.example'],
    ['R&amp;D &lt; 3 &gt; 2 &amp;lt;', 'R&D < 3 > 2 &lt;'],
    ['a < b > c', 'a < b > c'],
  ])('%s is read as %s', (typed, words) => {
    expect(plainText(typed)).toBe(words);
  });
});
