import { franc } from 'franc-min';

/** ISO 639-3 codes as the detector gives them, for languages that have a two-letter code. */
const TWO_LETTERS: Readonly<Record<string, string>> = {
  eng: 'en',
  deu: 'de',
  fra: 'fr',
  spa: 'es',
  ita: 'it',
  por: 'pt',
  nld: 'nl',
  pol: 'pl',
  rus: 'ru',
  ukr: 'uk',
  cmn: 'zh',
  jpn: 'ja',
  kor: 'ko',
  arb: 'ar',
  hin: 'hi',
  tur: 'tr',
  vie: 'vi',
  ind: 'id',
  swe: 'sv',
  ces: 'cs',
  ell: 'el',
  ron: 'ro',
  hun: 'hu',
  fas: 'fa',
  pes: 'fa',
  heb: 'he',
  tha: 'th',
  bel: 'be',
  bul: 'bg',
  srp: 'sr',
  hrv: 'hr',
  ben: 'bn',
  urd: 'ur',
  tam: 'ta',
  tel: 'te',
  mar: 'mr',
};
/** Below this the detector guesses: every one tried was wrong on "ok merged". */
const SHORTEST = 20;
const LOOKED_AT = 2_000;

/** The language of a text: ISO 639-1 where there is a code, else ISO 639-3; null where the text is too short to tell. */
export function detectLanguage(text: string): string | null {
  const start = text.slice(0, LOOKED_AT);
  const kana = start.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0;
  const han = start.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (kana + han > 8) return kana > han / 10 ? 'ja' : 'zh';
  if (start.length < SHORTEST) return null;
  const code = franc(start, { minLength: SHORTEST });
  return code === 'und' ? null : (TWO_LETTERS[code] ?? code);
}
