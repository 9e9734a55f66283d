import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/corpus/language.ts';
import { hostileText } from '../support/hostile-text.ts';

describe('the language of a text', () => {
  it.each([
    ['en', 'The government said on Tuesday that it would not go on with the negotiations on duties with the other countries.'],
    ['de', 'Die Bundesregierung hat am Dienstag mitgeteilt, dass sie die Verhandlungen über die Zölle nicht fortsetzen wird.'],
    ['fr', 'Le gouvernement a annoncé mardi que les négociations sur les droits de douane ne seraient pas poursuivies.'],
    ['es', 'El gobierno anunció el martes que no continuará las negociaciones sobre los aranceles con los otros países.'],
    ['ru', 'Правительство сообщило во вторник, что не намерено продолжать переговоры о пошлинах с другими странами.'],
    ['zh', '中国外交部发言人周二表示，中方愿意继续与英方进行对话。'],
    ['ja', '日本政府は火曜日、関税に関する交渉を続ける意向を明らかにした。'],
    ['ko', '정부는 화요일 관세에 관한 협상을 계속하지 않겠다고 밝혔다. 다른 나라들은 유감을 표했다.'],
    ['ar', 'أعلنت الحكومة يوم الثلاثاء أنها لن تواصل المفاوضات بشأن الرسوم الجمركية مع الدول الأخرى.'],
  ])('is %s', (code, text) => {
    expect(detectLanguage(text)).toBe(code);
  });

  it.each(['', 'ok merged', '12345 67890 12345 67890', '…'])('is not guessed from %j', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });

  it('is told by Chinese among English, and not by one name in it', () => {
    expect(detectLanguage('The minister 王毅 met the foreign secretary in London on Tuesday, and the two agreed on talks.')).toBe('en');
  });

  it('is a code or null for any text, and looks at its beginning only', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(detectLanguage(text) ?? 'none').toMatch(/^(?:[a-z]{2,3}|none)$/u);
      }),
    );
    const english = 'The ministers said that they would go on with the talks on duties. '.repeat(30);
    expect(detectLanguage(english + '中'.repeat(100_000))).toBe('en');
  });
});
