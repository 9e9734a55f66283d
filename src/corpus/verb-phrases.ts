import type { VerbClass } from '../domain/annotation.ts';
import { isNominal } from './noun-phrases.ts';
import { has, type SentenceToken } from './sentence-tokens.ts';
import { WORD } from './word-classes.ts';

type Tokens = readonly SentenceToken[];

/** How far after its verb an object or a particle is looked for. */
const REACH = 7;
const SPOKEN_MATTERS =
  /^(?:concerns?|issues?|questions?|matters?|cases?|rights?|objections?|doubts?|fears?|points?|subjects?|topics?|possibility|prospect|freedoms?|alarm|hopes?|sanctions|plight|situation|detention|imprisonment)$/;
const MEASURED =
  /^(?:rates?|dut(?:y|ies)|tariffs?|prices?|tax(?:es)?|costs?|lev(?:y|ies)|money|funds?|stake|forecasts?|limits?|ceiling|targets?|bar|wages?|threshold|capital|[£$€¥]?\d.*)$/;
const DECIDED =
  /^(?:bill|amendments?|motion|deal|offer|bid|plans?|budget|appeal|application|claim|case|lawsuit|treaty|agreement|minister|chief|director|general|petition|complaint|takeover|merger|request)$/;
const CRITICISM =
  /^(?:criticism|condemnation|anger|fire|backlash|accusations?|outrage|objections?|opposition|protests?|concerns?|scrutiny|questions?|scepticism|skepticism|rebuke|attack|alarm|fears?|doubts?|suspicion|unease)$/;
const DREW_CRITICISM: ReadonlySet<string> = new Set(
  'face draw attract spark prompt provoke trigger invite receive come meet earn'.split(' '),
);

/** How many words after the verb the first of these stands; infinite when there is none up to a mark. */
function distance(tokens: Tokens, at: number, words: RegExp, reach: number): number {
  for (let index = at + 1; index <= Math.min(at + reach, tokens.length - 1); index += 1) {
    const token = tokens[index];
    if (token?.kind === 'mark' && token.text !== '-') break;
    if (token && words.test(token.lower)) return index - at;
  }
  return Number.POSITIVE_INFINITY;
}

function near(tokens: Tokens, at: number, words: RegExp, reach = REACH): boolean {
  return distance(tokens, at, words, reach) <= reach;
}

function next(tokens: Tokens, at: number): string {
  return tokens[at + 1]?.lower ?? '';
}

/** The object is followed by "to" and a verb: "asked ministers to publish". */
function asksTo(tokens: Tokens, at: number): boolean {
  for (let index = at + 1; index <= Math.min(at + REACH + 3, tokens.length - 2); index += 1) {
    const token = tokens[index];
    if (token?.lower === 'to') return isBareVerb(tokens[index + 1]) && index > at + 1;
    if (
      token?.kind !== 'word' ||
      (has(token, WORD.subordinator & ~WORD.relative) && !has(token, WORD.determiner)) ||
      has(token, WORD.modal | WORD.be)
    )
      return false;
  }
  return false;
}

function isBareVerb(token: SentenceToken | undefined): boolean {
  return (
    token !== undefined &&
    !token.capital &&
    ((token.verb !== undefined && (token.verb.forms & 1) !== 0) || ['be', 'do', 'have', 'not'].includes(token.lower))
  );
}

function toSpeak(tokens: Tokens, at: number): boolean {
  const verb = tokens[at + 2]?.verb;
  return next(tokens, at) === 'to' && verb !== undefined && verb.class !== 'did' && verb.class !== null && verb.class !== 'announced';
}

type Refinement = (tokens: Tokens, at: number) => VerbClass | null;

const REFINEMENTS: Readonly<Record<string, Refinement>> = {
  call: (tokens, at) => (/^(?:for|on|upon)$/.test(next(tokens, at)) ? 'called for' : next(tokens, at) === 'off' ? 'did' : 'said'),
  ask: (tokens, at) => (next(tokens, at) === 'for' || asksTo(tokens, at) || near(tokens, at, /^for$/, 3) ? 'called for' : 'said'),
  tell: (tokens, at) => (asksTo(tokens, at) ? 'called for' : 'said'),
  push: (tokens, at) => (next(tokens, at) === 'for' || asksTo(tokens, at) ? 'called for' : next(tokens, at) === 'back' ? 'denied' : null),
  press: (tokens, at) =>
    next(tokens, at) === 'for' || asksTo(tokens, at) || near(tokens, at, /^(?:for|on|over)$/, 4) ? 'called for' : null,
  rule: (tokens, at) => (next(tokens, at) === 'out' ? 'denied' : 'did'),
  play: (tokens, at) => (next(tokens, at) === 'down' ? 'denied' : null),
  brush: (tokens, at) => (next(tokens, at) === 'off' ? 'denied' : null),
  // The nearer of the two is the object: "raised its rate by half a point", "raised concerns about rates".
  raise: (tokens, at) => (distance(tokens, at, MEASURED, 5) < distance(tokens, at, SPOKEN_MATTERS, REACH) ? 'did' : 'said'),
  add: (tokens, at) => (isReportOfSpeech(tokens, at) ? 'said' : 'did'),
  find: (tokens, at) => (findsThat(tokens, at) ? 'reported' : null),
  show: (tokens, at) => (next(tokens, at) === 'that' || isReportOfSpeech(tokens, at) ? 'reported' : null),
  conclude: (tokens, at) =>
    next(tokens, at) === 'that' || isReportOfSpeech(tokens, at) || near(tokens, at, /^that$/, 4) ? 'reported' : 'did',
  put: (tokens, at) =>
    near(tokens, at, /^at$/) && near(tokens, at, /^(?:value|cost|number|figure|price|sum|total|share|chance|odds|loss|it|toll)$/, 4)
      ? 'said'
      : 'did',
  set: (tokens, at) => (next(tokens, at) === 'out' ? 'announced' : 'did'),
  lay: (tokens, at) => (next(tokens, at) === 'out' ? 'announced' : 'did'),
  take: (tokens, at) =>
    /^(?:part|office|over|control|steps|action|effect|charge|possession|power)$/.test(next(tokens, at)) ||
    near(tokens, at, /^(?:steps|action|measures)$/, 3)
      ? 'did'
      : /^aim$/.test(next(tokens, at))
        ? 'said'
        : null,
  make: (tokens, at) =>
    near(tokens, at, /^(?:offer|decision|visit|announcement|arrests?|payment|change|changes|bid|deal|purchase)$/, 4)
      ? 'did'
      : near(tokens, at, /^(?:clear|speech|statement|remarks|comments?)$/, 4)
        ? 'said'
        : null,
  give: (tokens, at) =>
    near(tokens, at, /^(?:speech|evidence|testimony|interview|assurances?)$/, 5)
      ? 'said'
      : near(tokens, at, /^(?:approval|permission|consent|go-ahead|order|notice|licence|license|assent)$/, 5)
        ? 'did'
        : null,
  come: (tokens, at) => (/^(?:into|out)$/.test(next(tokens, at)) && near(tokens, at, /^(?:force|against)$/, 3) ? 'did' : null),
  go: (tokens, at) =>
    (/^to$/.test(next(tokens, at)) && tokens[at + 2]?.capital === true) || near(tokens, at, /^effect$/, 2) ? 'did' : null,
  speak: (tokens, at) => (/^(?:of|about|out|against)$/.test(next(tokens, at)) ? 'said' : 'did'),
  point: (tokens, at) => (/^(?:out|to)$/.test(next(tokens, at)) ? 'said' : null),
  refer: (tokens, at) => (next(tokens, at) === 'to' ? 'said' : 'did'),
  agree: (tokens, at) => (next(tokens, at) === 'with' ? 'said' : 'did'),
  reject: (tokens, at) =>
    near(tokens, at, DECIDED, 4) &&
    !near(tokens, at, /^(?:claims|idea|notion|suggestions?|accusations?|allegations?|criticism|wording|charges?)$/, 6)
      ? 'did'
      : 'denied',
  dismiss: (tokens, at) => (near(tokens, at, DECIDED, 4) ? 'did' : 'denied'),
  step: (tokens, at) => (/^(?:down|aside|up|in)$/.test(next(tokens, at)) ? 'did' : null),
  carry: (tokens, at) => (next(tokens, at) === 'out' ? 'did' : null),
  pull: (tokens, at) => (/^(?:out|back)$/.test(next(tokens, at)) ? 'did' : null),
  bring: (tokens, at) => (near(tokens, at, /^(?:charges|in|back|forward)$/, 3) ? 'did' : null),
  hit: (tokens, at) => (/^(?:back|out)$/.test(next(tokens, at)) ? 'said' : 'did'),
  act: () => null,
  reflect: () => null,
  counter: (tokens, at) => (next(tokens, at) === 'that' || tokens[at + 1]?.kind === 'quote' ? 'said' : null),
  weigh: () => null,
  recall: (tokens, at) => (next(tokens, at) === 'that' ? 'said' : 'did'),
  run: () => null,
  spend: () => null,
  stand: (tokens, at) => (next(tokens, at) === 'down' ? 'did' : null),
  decline: (tokens, at) =>
    next(tokens, at) === 'to' ? (toSpeak(tokens, at) || near(tokens, at, /^(?:comment|elaborate|respond)$/, 2) ? 'said' : 'did') : null,
  refuse: (tokens, at) => (toSpeak(tokens, at) ? 'said' : 'did'),
  fail: (tokens, at) => (near(tokens, at, /^to$/, 4) ? (toSpeak(tokens, at) ? 'said' : 'did') : null),
};

/** What follows "found" is a finding and no lost thing: "found that", "found China had", a quotation, or nothing. */
function findsThat(tokens: Tokens, at: number): boolean {
  if (next(tokens, at) === 'that' || isReportOfSpeech(tokens, at) || near(tokens, at, /^that$/, 5)) return true;
  return near(tokens, at, /^(?:was|were|had|is|are|has|have|would|could|does|do|did|will|can|may|might|should)$/, REACH);
}

/** The verb ends its clause, or a clause or a quotation is what it brings: "added that", "…, he added". */
function isReportOfSpeech(tokens: Tokens, at: number): boolean {
  const after = tokens[at + 1];
  if (after === undefined || after.lower === 'that' || after.kind !== 'word') return true;
  return (
    tokens[at - 2]?.kind === 'quote' || tokens[at - 1]?.kind === 'quote' || (has(after, WORD.pronoun) && tokens[at + 2]?.verb !== undefined)
  );
}

/** The class of the verb at `at` with what follows it; null when it is neither speech nor act in this place. */
export function classInPlace(tokens: Tokens, at: number): VerbClass | null {
  const entry = tokens[at]?.verb;
  if (!entry) return null;
  const refine = Object.hasOwn(REFINEMENTS, entry.lemma) ? REFINEMENTS[entry.lemma] : undefined;
  return refine ? refine(tokens, at) : entry.class;
}

/** True for "faced criticism", "drew fire": somebody speaks, and the sentence does not say who. */
export function drawsCriticism(tokens: Tokens, at: number): boolean {
  const lemma = tokens[at]?.verb?.lemma;
  return lemma !== undefined && DREW_CRITICISM.has(lemma) && near(tokens, at, CRITICISM, 5);
}

/** True for "took effect", "came into force": acts that nobody does in the sentence. */
export function takesEffect(tokens: Tokens, at: number): boolean {
  const lemma = tokens[at]?.verb?.lemma;
  if (lemma === 'take' || lemma === 'go') return near(tokens, at, /^effect$/, 2);
  return (lemma === 'come' || lemma === 'enter') && near(tokens, at, /^force$/, 2);
}

/** "was clear that", "is adamant that": an adjective of speech after a form of "be". Index of the adjective, or -1. */
export function speechAdjective(tokens: Tokens, at: number): number {
  for (let index = at + 1; index <= Math.min(at + 3, tokens.length - 2); index += 1) {
    const token = tokens[index];
    if (token && /^(?:clear|adamant|insistent|emphatic|unequivocal|confident|convinced|hopeful|certain|sure)$/.test(token.lower))
      return next(tokens, index) === 'that' ? index : -1;
    if (!token || (isNominal(tokens, index) && !has(token, WORD.adverb))) return -1;
  }
  return -1;
}
