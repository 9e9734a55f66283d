const MULTIPLIER =
  /(?:\s|-)?(?:(millions?|millionen|mio\.?|mln\.?|mn)|(billions?|milliarden?|mrd\.?|milliards?|bn)|(trillions?|trn|tn)|(thousand|tausend)|(hundred)|(dozen)|(万亿)|(亿)|(万)|([mM](?![\p{L}\d]))|([bB](?![\p{L}\d]))|(k(?![\p{L}\d])))(?!\p{Script=Latin})/iuy;
const FACTORS = [1e6, 1e9, 1e12, 1e3, 100, 12, 1e12, 1e8, 1e4, 1e6, 1e9, 1e3];

/** Unit classes by what stands after a figure. The first that fits counts, so that longer ones come first. */
const AFTER: readonly (readonly [unit: string, pattern: RegExp, factor?: number])[] = [
  ['points', /[\s-]?(?:percentage[\s-]points?|pp\b|个百分点)/iuy],
  ['points', /[\s-]?(?:basis[\s-]points?|bps?\b)/iuy, 0.01],
  ['points', /[\s-](?:of\sa\s)?(?:percentage[\s-])?points?\b/iuy],
  ['%', /\s?(?:%|％)|[\s-](?:per[\s-]?cent|percent|pc|prozent|pour\scent|pct)\b/iuy],
  ['GBP', /\s?(?:£|英镑)|[\s-](?:pounds?(?:\ssterling)?|sterling|gbp|quid)\b/iuy],
  ['EUR', /\s?(?:€|欧元)|[\s-](?:euros?|eur)\b/iuy],
  ['AUD', /\s(?:australian\sdollars?|aud)\b/iuy],
  ['CAD', /\s(?:canadian\sdollars?|cad)\b/iuy],
  ['HKD', /\s(?:hong\skong\sdollars?|hkd)\b|港元/iuy],
  ['TWD', /\s(?:(?:new\s)?taiwan(?:ese)?\sdollars?|twd)\b/iuy],
  ['USD', /\s?(?:\$|美元)|[\s-](?:(?:us\s|u\.s\.\s|american\s)?dollars?|usd)\b/iuy],
  ['CNY', /\s?(?:人民币|元)|[\s-](?:(?:chinese\s)?yuan|renminbi|rmb|cny)\b/iuy],
  ['JPY', /\s?(?:日元)|[\s-](?:(?:japanese\s)?yen|jpy)\b/iuy],
  ['INR', /[\s-](?:(?:indian\s)?rupees?|inr)\b/iuy],
  ['RUB', /[\s-](?:(?:russian\s)?rou?bles?|rub)\b/iuy],
  ['CHF', /[\s-](?:(?:swiss\s)?francs?|chf)\b/iuy],
  ['year', /[\s-]years?\b/iuy],
  ['month', /[\s-]months?\b/iuy],
  ['week', /[\s-]weeks?\b/iuy],
  ['day', /[\s-]days?\b/iuy],
  ['hour', /[\s-]hours?\b/iuy],
  ['minute', /[\s-]minutes?\b/iuy],
  ['year', /[\s-]decades?\b/iuy, 10],
  ['year', /[\s-]centur(?:y|ies)\b/iuy, 100],
  ['week', /[\s-]fortnights?\b/iuy, 2],
  ['time', /\s?[ap]\.?m\b\.?/iuy],
  ['tonne', /\s?(?:kt|mt)\b|[\s-](?:metric\s)?tonn?e?s?\b/iuy],
  ['km', /\s?km\b|[\s-]kilomet(?:re|er)s?\b/iuy],
  ['mile', /[\s-]miles?\b/iuy],
  ['kg', /\s?kg\b|[\s-]kilo(?:gram)?s?\b/iuy],
  ['watt', /\s?kw\b|[\s-]kilowatts?\b/iuy, 1e3],
  ['watt', /\s?mw\b|[\s-]megawatts?\b/iuy, 1e6],
  ['watt', /\s?gw\b|[\s-]gigawatts?\b/iuy, 1e9],
  ['degree', /\s?°\s?c?|[\s-](?:degrees?)\b/iuy],
];

const BEFORE: readonly (readonly [unit: string, pattern: RegExp])[] = [
  ['%', /百分之$/u],
  ['AUD', /(?:A|AU)\$\s?$/u],
  ['CAD', /(?:C|CA)\$\s?$/u],
  ['HKD', /HK\$\s?$/u],
  ['TWD', /NT\$\s?$/u],
  ['USD', /\$\s?$|\bUSD\s?$/u],
  ['GBP', /£\s?$|\bGBP\s?$/u],
  ['EUR', /€\s?$|\bEUR\s?$/u],
  ['CNY', /(?:\bRMB|\bCNY|CN¥|人民币)\s?$/u],
  ['JPY', /(?:\bJPY|¥|￥)\s?$/u],
  ['INR', /₹\s?$/u],
  ['RUB', /₽\s?$/u],
  ['CHF', /\bCHF\s?$/u],
];

export interface Scaled {
  readonly factor: number;
  readonly end: number;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** "million", "bn", 亿 after a number that ends at `at`: by how much it grows, and where the word ends. */
export function readMultiplier(text: string, at: number): Scaled {
  const match = matchAt(MULTIPLIER, text, at);
  if (!match) return { factor: 1, end: at };
  // oxlint-disable-next-line no-unnecessary-condition -- a group that took no part is undefined, whatever the type says
  const which = match.slice(1).findIndex((group) => group !== undefined);
  // A letter stands for a multiplier only where it touches the number: "600 m" may be metres.
  const letter = which >= 9 && /^[\s-]/u.test(match[0]);
  return letter ? { factor: 1, end: at } : { factor: FACTORS[which] ?? 1, end: at + match[0].length };
}

/** The unit after a number that ends at `at`, as a class ("%", "GBP", "year"), with the factor that brings it to that class. */
export function readUnitAfter(text: string, at: number): (Scaled & { readonly unit: string }) | null {
  for (const [unit, pattern, factor = 1] of AFTER) {
    const match = matchAt(pattern, text, at);
    if (match) return { unit, factor, end: at + match[0].length };
  }
  return null;
}

/** The currency sign before a number that begins at `at`, and where it begins. */
export function readUnitBefore(text: string, at: number): { readonly unit: string; readonly start: number } | null {
  const before = text.slice(Math.max(0, at - 6), at);
  for (const [unit, pattern] of BEFORE) {
    const match = pattern.exec(before);
    if (match) return { unit, start: at - (before.length - match.index) };
  }
  return null;
}
