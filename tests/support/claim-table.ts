import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeCase } from '../../scripts/eval-claims.ts';

const FOLDER = join(import.meta.dirname, '..', 'fixtures', 'claim-tables');

/** One claim on one quote, with what a careful editor says of it. */
export interface ClaimRow {
  readonly published: string;
  readonly quote: string;
  readonly claim: string;
  readonly isTrue: boolean;
  /** True for one that is known to be judged wrongly. */
  readonly isKnownWrong: boolean;
}

/**
 * Reads a table of claims. `@` gives the day of publication for the lines after it, `Q` a quote (the whole article),
 * `+` a true claim on it, `-` a false one; `~` before either marks one that is known to be judged wrongly.
 */
export function readClaimTable(name: string): readonly ClaimRow[] {
  let [published, quote] = ['', ''];
  return readFileSync(join(FOLDER, `${name}.txt`), 'utf8')
    .split('\n')
    .flatMap((line): readonly ClaimRow[] => {
      if (line.startsWith('@ ')) published = line.slice(2);
      if (line.startsWith('Q ')) quote = line.slice(2);
      const [, known = '', sign, claim = ''] = /^(~?)([+-]) (.*)$/u.exec(line) ?? [];
      return sign === undefined ? [] : [{ published, quote, claim, isTrue: sign === '+', isKnownWrong: known !== '' }];
    });
}

/** Why a claim is dropped; empty when it is kept. `checks` leaves some out. */
export function judgeRow({ published, quote, claim }: ClaimRow, checks?: Parameters<typeof judgeCase>[1]): readonly string[] {
  const row = { id: 'row', title: 'News', published, text: quote, quote, claim, aliases: [] };
  return judgeCase({ ...row, speaker: null, verb: null, expect: 'true', fault: null }, checks);
}
