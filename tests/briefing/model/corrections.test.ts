import { describe, expect, it } from 'vitest';
import { checkReadClaim } from '../../../src/briefing/model/check-read-claim.ts';
import { checkWriting } from '../../../src/briefing/model/check-writing.ts';
import { locateSentences, toClaim } from '../../../src/briefing/model/read-claim.ts';
import { THE_ARTICLE } from '../../../src/domain/annotation.ts';
import { cite } from '../../../src/domain/citation.ts';
import type { Claim } from '../../../src/domain/claim.ts';
import { makeArticle } from '../../support/articles.ts';
import { readOf, told } from '../../support/model-bot.ts';

const WRONG = 'Correction: Our report of 3 March said that the harbour was worth £900m.';
const RIGHT = 'The sum is £600m.';
const ARTICLE = makeArticle('a', `${WRONG} ${RIGHT}`, { published: '2025-03-05' });
const READ = readOf(ARTICLE);
const ERROR = told({ claim: 'The report of 3 March said that the harbour was worth £900m.', quote: WRONG, speaker: null, verb: 'said' });

function write(text: string, claim: Claim): readonly string[] {
  const sections = [{ name: 'background' as const, sentences: [{ text, claims: [1] }] }];
  return checkWriting({ sections }, [claim], new Map([[ARTICLE.id, ARTICLE]]), []).sections.flatMap(({ claims }) =>
    claims.map((one) => one.text),
  );
}

describe('a correction that a model has read', () => {
  const claim = toClaim(READ, ERROR, []);

  it('is told in its own words, with what is right', () => {
    expect(claim).toMatchObject({ text: ARTICLE.text, speaker: THE_ARTICLE, verb: null });
    expect(claim?.citations[0]?.quote).toBe(ARTICLE.text);
  });

  it('is not reworded when it is written', () => {
    expect(claim && write(ARTICLE.text, claim)).toEqual([ARTICLE.text]);
    expect(claim && write(ERROR.claim, claim)).toEqual([]);
  });

  it('control: taken like any other sentence, the error alone would pass the checks', () => {
    const span = locateSentences(READ, WRONG)?.span ?? { start: 0, end: 0 };
    const plain: Claim = {
      ...(claim as Claim),
      text: ERROR.claim,
      speaker: null,
      verb: 'said',
      citations: [cite(ARTICLE, span.start, span.end)],
    };
    expect(checkReadClaim(plain, ARTICLE, [])).toBeNull();
  });
});
