import { termsOf } from './terms.ts';

/** General words that news uses for each other, one group a line. Names are no synonyms: aliases hold those. */
const GROUPS: readonly (readonly string[])[] = `
visit trip journey travel tour
kind type sort category
tariff duty levy
ban prohibit forbid bar block
car vehicle automobile
company firm business maker manufacturer
deal agreement accord pact
spokesman spokesperson spokeswoman
jail prison detention custody
pound sterling
start begin launch open
end finish conclude close
buy purchase import
sell export ship
send dispatch include
money funding investment invest
worth value
rise increase grow climb
fall drop decline decrease
cut reduce lower
reject refuse dismiss rebuff
deny reject dispute
condemn criticise denounce oppose
criticism critic accuse attack
support back endorse favour
ask urge request demand
answer reply respond
examine study investigate probe inquiry investigation
postpone delay defer put
publish release issue unveil
use need
create establish set found
write author draft
country nation state
law act legislation
rule regulation control curb restriction
talk negotiation dialogue discussion meeting
meet hold see
worker staff employee
job employment work
email mail
hacker hacking cyber
trial court
build building construct construction project
plant factory
member delegation
partner ally
plan intend scheme
worry concern fear
danger risk threat
size large big
price cost
yearly annual year
chief head leader boss
deputy vice
`
  .trim()
  .split('\n')
  .map((line) => [...new Set(termsOf(line))]);

const OTHERS: ReadonlyMap<string, ReadonlySet<string>> = collect();

function collect(): ReadonlyMap<string, ReadonlySet<string>> {
  const others = new Map<string, Set<string>>();
  for (const group of GROUPS) {
    for (const term of group) {
      const known = others.get(term) ?? new Set<string>();
      for (const other of group) if (other !== term) known.add(other);
      others.set(term, known);
    }
  }
  return others;
}

const NONE: ReadonlySet<string> = new Set();

/** Terms that may stand for this one. */
export function synonymsOf(term: string): ReadonlySet<string> {
  return OTHERS.get(term) ?? NONE;
}
