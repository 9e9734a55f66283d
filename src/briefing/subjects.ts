import { termsOf } from '../corpus/terms.ts';

/** The subjects that policy coverage turns on, each with words that point to it. Used to keep a brief varied. */
const SUBJECT_WORDS = {
  security: 'security intelligence spy spying espionage infrastructure threat cyber interference hack sanction',
  'human rights': 'rights Xinjiang Uyghur Hong Kong Tibet dissident freedom jailed detained trial press torture forced labour',
  war: 'war Ukraine Russia Putin invasion ceasefire troops weapons Taiwan strait military missile',
  trade: 'trade export import tariff duty duties goods market access supply tonnes dumping subsidy anti-subsidy quota',
  money: 'investment finance bond gilt borrowing budget growth economy economic bank pound yuan billion stock connect pension',
  technology:
    'chip semiconductor chips artificial intelligence AI model compute lithography battery vehicle electric quantum telecom 5G Huawei Nvidia',
  materials: 'gallium germanium antimony graphite mineral rare earth lithium metal',
  strategy: 'strategy audit review policy doctrine approach framework law act regulation rules directive bill',
  climate: 'climate emission carbon green energy renewable solar wind nuclear',
  diplomacy: 'visit talks meeting summit dialogue ambassador embassy minister delegation communique declaration agreement memorandum',
  parliament: 'committee parliament MPs lawmakers inquiry report hearing vote election opposition',
} as const;

const SUBJECT_OF_TERM: ReadonlyMap<string, string> = new Map(
  Object.entries(SUBJECT_WORDS).flatMap(([subject, words]) => termsOf(words).map((term) => [term, subject] as const)),
);

/** The policy subjects that a text's terms touch; empty when none. */
export function subjectsOf(terms: Iterable<string>): ReadonlySet<string> {
  const subjects = new Set<string>();
  for (const term of terms) {
    const subject = SUBJECT_OF_TERM.get(term);
    if (subject !== undefined) subjects.add(subject);
  }
  return subjects;
}

/** Share of the smaller set that the other holds too: 0 for nothing in common, 1 when one holds all of the other. */
export function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const smaller = Math.min(left.size, right.size);
  return smaller === 0 ? 0 : left.intersection(right).size / smaller;
}
