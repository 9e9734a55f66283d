import type { VerbClass } from '../domain/annotation.ts';
import { FORM, formsOf } from './verb-forms.ts';

/** What is known of a written verb form; `class` is null for verbs that neither say nor do anything an editor counts. */
export interface VerbEntry {
  readonly lemma: string;
  readonly class: VerbClass | null;
  /** Bits of `FORM`. */
  readonly forms: number;
}

/** The closed list. A verb's class may still change with what follows it ("called for", "rule out"): see verb-phrases. */
const VERBS: Readonly<Record<VerbClass, string>> = {
  said: 'say state assert confirm defend tell add note explain argue insist stress emphasize emphasise highlight underline underscore reiterate repeat claim maintain declare believe think hope fear express voice suggest hint indicate signal warn caution remark comment observe contend praise welcome hail applaud criticise criticize condemn denounce slam blast accuse blame complain protest ask answer reply respond predict expect call describe refer compare write tweet post joke quip testify swear concur mention speak point mock ridicule lament regret thank congratulate compliment question doubt threaten vouch affirm reaffirm allege assure boast brand label liken characterise characterize clarify decry deplore chide rebuke scold elaborate endorse oppose support back favour favor object opine pronounce proclaim quote cite recall reason reckon reflect rejoice reassure retort riposte counter hit tout vent weigh worry wonder surmise speculate stipulate posit profess portray depict address raise echo interject interrupt chant shout decline sum enthuse gush exclaim fume muse mutter insinuate imply remind brief consider deem judge calculate dub wish',
  announced: 'announce unveil reveal disclose pledge vow promise commit outline herald publicise publicize detail undertake',
  'called for':
    'urge demand appeal request press beg plead recommend advise propose exhort implore petition lobby advocate campaign beseech entreat push counsel',
  conceded: 'concede acknowledge admit accept recognise recognize confess apologise apologize',
  denied: 'deny reject dismiss refute rebut dispute contradict disavow repudiate disclaim downplay disown debunk',
  reported: 'report conclude record estimate forecast document assess find show',
  did: 'issue ban sign summon agree impose vote approve adopt pass publish release launch open close start begin end halt suspend resume cut meet visit arrive travel fly leave depart return hold host attend chair co-chair lead join arrest charge detain sentence convict jail acquit fine sue indict extradite deport expel kill attack strike shell bomb invade seize capture deploy test fire sell buy acquire invest merge hire sack appoint elect resign win lose defeat increase reduce lower lift ease extend delay postpone cancel scrap withdraw block veto order restrict tighten blacklist sanction remove designate nominate award grant allocate build complete finish fail refuse submit file lodge rule decide uphold overturn quash revoke bar prohibit outlaw permit allow authorise authorize license ratify enact repeal amend introduce establish create found form set put bring send receive accede abstain boycott evacuate rescue search raid investigate probe inspect examine audit subpoena intercept sink torpedo bombard storm occupy annex liberate retake surrender ceasefire negotiate mediate broker finalise finalize seal strengthen upgrade downgrade cease stop quit drop abandon axe shelve freeze unfreeze confiscate nationalise nationalize privatise privatize divest list delist float borrow lend donate fund finance pay repay transfer ship export import supply deliver dispatch shoot stab assault injure wound hang execute pardon free extort hack breach leak steal smuggle retaliate restore reopen shut reinstate dissolve convene adjourn prorogue inaugurate crown bury march rally gather assemble convoke invite greet tour inform notify instruct direct commission contract cooperate overrule overhaul rename relaunch replace reshuffle promote demote oust topple overthrow impeach censure reprimand discipline exempt exclude hand name unseal trade exchange swap sever break violate enter cross board disembark land dock sail step pull carry down intervene act spend withhold default bid outbid offer commence curb limit slash double triple hike exit evict dismantle demolish destroy damage recapture advance retreat conduct stage mount organise organize perform simulate patrol encircle jam ground sit participate co-sponsor table second apply settle compensate refund trial proscribe activate trigger invoke mobilise mobilize draft conscript relocate flee escape defect collude bribe bug spy interfere telephone phone retain drag imprison compel clear shake lay cast choose mark celebrate commemorate honour honor unite align link connect split devalue inject purchase stockpile reimpose repatriate resettle vaccinate quarantine disband overrun loot burn torch reclaim remit curtail widen broaden narrow expand restructure outsource reroute divert disqualify rehire',
};

/** Plain verbs: they head a clause, so the reader must know them, but nobody speaks or decides by them. */
const PLAIN =
  'sweep hide become remain seem appear include need want face fall rise grow go come take give get make know see look work play run live stand cost account contain cover mean follow aim plan try continue keep feel like love hate use help serve depend belong consist cause result occur happen exist contribute benefit suffer struggle produce operate own employ represent reach climb slide surge soar plunge jump slip gain lie stay wait die last require involve affect change develop improve worsen deteriorate stem range total average amount differ vary matter seek prepare intend attract draw spark prompt provoke earn learn hear watch read understand discuss undergo experience enjoy share compete deal handle manage control trail outpace exceed match demonstrate signify illustrate symbolise symbolize prove pose present loom await coincide complicate undermine bolster fuel drive shape steady expire flow hinge turn rest drift shift prevail survive thrive wield overshadow dominate enable prevent protect bear stretch span date originate rely lack deserve merit tend suit fit weaken escalate intensify rebound recover stall stagnate accelerate slow';

/** Verbs whose base or -s form is as often a noun: they count as verbs only after a subject that fits. */
const ALSO_NOUNS: ReadonlySet<string> = new Set(
  'state claim note stress hope fear voice hint signal comment praise blame protest answer reply call post joke question doubt threat brand label support quote object raise mention pledge vow promise detail demand appeal request press petition lobby campaign push report record estimate forecast document show find issue ban sign vote pass release launch start end halt cut meet visit return host chair lead charge sentence fine kill attack strike shell bomb test fire buy increase delay block veto order sanction award grant build file rule bar permit form set recall rescue search raid probe audit storm stop drop freeze list fund finance pay transfer ship export import supply dispatch wound pardon free hack breach leak march rally tour direct contract trade exchange swap break land dock step pull act spend bid offer curb limit double hike exit damage advance retreat stage mount patrol table second move need want face fall rise work play run live stand cost account cover aim plan try help result benefit produce change range total average draw share match control experience mark mean use fuel drive date fit slow interest back wish address conduct talk sum worry brief board link purchase burn cast mock counter favour favor regret reason wonder trigger seal phone bug trial draft shake clear hand hit process shelter reason state review head target judge broker dispute remark shift commission'.split(
    ' ',
  ),
);

function addVerbs(lexicon: Map<string, VerbEntry>, bases: string, verbClass: VerbClass | null): void {
  for (const lemma of bases.split(' ')) {
    for (const [form, forms] of formsOf(lemma)) {
      // The first class to list a form keeps it, but "found" of "find" and of "found" may be told apart by phrases only.
      const known = lexicon.get(form);
      if (known === undefined) lexicon.set(form, { lemma, class: verbClass, forms });
    }
  }
}

function buildLexicon(): ReadonlyMap<string, VerbEntry> {
  const lexicon = new Map<string, VerbEntry>();
  for (const [verbClass, bases] of Object.entries(VERBS)) addVerbs(lexicon, bases, verbClass as VerbClass);
  addVerbs(lexicon, PLAIN, null);
  return lexicon;
}

const LEXICON = buildLexicon();

/** What the closed list knows of a word in lower case; undefined for a word that is no verb of the list. */
export function verbEntryOf(lower: string): VerbEntry | undefined {
  return LEXICON.get(lower);
}

/** True for a base or -s form that is as likely a noun ("claims", "report", "visits"). */
export function isAlsoNoun({ lemma, forms }: VerbEntry): boolean {
  return (forms & (FORM.base | FORM.third)) !== 0 && (forms & FORM.past) === 0 && ALSO_NOUNS.has(lemma);
}

/** The class of a verb in any of its forms, taken by itself; null for a word that is no verb of speech or act. */
export function verbClassOf(word: string): VerbClass | null {
  return LEXICON.get(word.toLowerCase().replaceAll('’', "'"))?.class ?? null;
}
