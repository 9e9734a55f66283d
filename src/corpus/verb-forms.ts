/** Forms of a verb as bits: one written form is often several ("announced" is past and participle). */
export const FORM = { base: 1, third: 2, past: 4, participle: 8, ing: 16 } as const;

/** Irregular verbs as `base past participle`; compounds ("withhold") stand by themselves. */
const IRREGULAR: ReadonlyMap<string, readonly [string, string]> = new Map(
  'say said said|tell told told|think thought thought|find found found|hold held held|uphold upheld upheld|withhold withheld withheld|meet met met|lead led led|leave left left|fly flew flown|win won won|lose lost lost|sell sold sold|buy bought bought|send sent sent|spend spent spent|build built built|begin began begun|become became become|take took taken|overtake overtook overtaken|withdraw withdrew withdrawn|draw drew drawn|give gave given|make made made|put put put|set set set|cut cut cut|hit hit hit|shut shut shut|bring brought brought|come came come|overcome overcame overcome|go went gone|undergo underwent undergone|fall fell fallen|rise rose risen|grow grew grown|see saw seen|oversee oversaw overseen|know knew known|get got got|keep kept kept|stand stood stood|withstand withstood withstood|understand understood understood|sit sat sat|run ran run|rewrite rewrote rewritten|write wrote written|swear swore sworn|speak spoke spoken|break broke broken|steal stole stolen|freeze froze frozen|strike struck struck|shoot shot shot|overthrow overthrew overthrown|throw threw thrown|pay paid paid|repay repaid repaid|lay laid laid|mean meant meant|show showed shown|seek sought sought|fight fought fought|feel felt felt|bid bid bid|rebuild rebuilt rebuilt|forecast forecast forecast|broadcast broadcast broadcast|plead pleaded pleaded|spread spread spread|choose chose chosen|drive drove driven|have had had|remake remade remade|cost cost cost|read read read|ride rode ridden|catch caught caught|teach taught taught|beat beat beaten|bear bore borne|sink sank sunk|shrink shrank shrunk|drop dropped dropped|retell retold retold|foresee foresaw foreseen|forbid forbade forbidden|quit quit quit|hear heard heard|deal dealt dealt|let let let|lie lay lain|wear wore worn|bet bet bet|split split split|cast cast cast|sue sued sued|sweep swept swept|hang hung hung|hide hid hidden|flee fled fled|lend lent lent|dig dug dug|feed fed fed'
    .split('|')
    .map((line) => {
      const [base = '', past = '', participle = ''] = line.split(' ');
      return [base, [past, participle]];
    }),
);

/** Verbs of more than one syllable that double their last letter, beside the short ones found by rule. */
const DOUBLING: ReadonlySet<string> = new Set(
  'admit commit permit refer concur rebut deter transfer compel expel propel repel cancel label model signal travel control omit submit outbid quarrel counsel defer confer infer acquit allot regret overrun'.split(
    ' ',
  ),
);
/** Short verbs that look as if they doubled and do not, and those that end in w, x or y. */
const SHORT_DOUBLING = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`;
  return doubles(base) ? `${base}${base.slice(-1)}ed` : `${base}ed`;
}

function doubles(base: string): boolean {
  return DOUBLING.has(base) || (SHORT_DOUBLING.test(base) && base.length <= 5);
}

function thirdPerson(base: string): string {
  if (/(?:s|x|z|ch|sh|o)$/.test(base)) return `${base}es`;
  return /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`;
}

function gerund(base: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`;
  if (base.endsWith('e') && !/(?:ee|oe|ye)$/.test(base)) return `${base.slice(0, -1)}ing`;
  return doubles(base) ? `${base}${base.slice(-1)}ing` : `${base}ing`;
}

/** Every written form of a verb with the bits of `FORM` that it can be; American spellings of doubled l included. */
export function formsOf(base: string): ReadonlyMap<string, number> {
  const [past, participle] = IRREGULAR.get(base) ?? [regularPast(base), regularPast(base)];
  const forms = new Map<string, number>();
  const add = (form: string, bit: number): void => void forms.set(form, (forms.get(form) ?? 0) | bit);
  add(base, FORM.base);
  add(thirdPerson(base), FORM.third);
  add(past, FORM.past);
  add(participle, FORM.participle);
  add(gerund(base), FORM.ing);
  if (base.endsWith('l') && doubles(base)) {
    add(`${base}ed`, FORM.past | FORM.participle);
    add(`${base}ing`, FORM.ing);
  }
  return forms;
}
