import { mentions } from './aliases.ts';
import { NAME_GROUPS } from './name-groups.ts';

/** Words before a name that are no part of it. */
const TITLES: ReadonlySet<string> = new Set(
  `mr mrs ms miss dr sir dame lord lady baroness baron prof professor president prime minister premier chancellor secretary foreign home defence defense
  finance trade interior justice health education energy king queen prince princess pope bishop archbishop senator sen rep gov governor mayor
  general gen colonel col captain capt admiral ambassador judge justice commissioner chairman chairwoman chief executive deputy vice shadow former
  then the spokesman spokeswoman spokesperson leader mp`.split(/\s+/),
);
const CONNECTOR = /\s(?:of|for|on|and|&)\s(?:the\s)?/u;
/** Words of bodies, which articles write with and without capitals. */
const BODY_WORDS: ReadonlySet<string> = new Set(
  `ministry office department committee commission council court parliament government party bank agency authority union board bureau embassy
  foreign commerce affairs finance defence trade security national international federal state supreme high central public select house army navy
  police service institute university group summit tribunal treasury cabinet congress senate assembly conference agreement accord treaty act
  bill strategy review report region province county city river sea island islands strait north south east west northern southern eastern
  western new great royal minister secretary`.split(/\s+/),
);

function keyOf(name: string): string {
  return name.replaceAll('’', "'").toLowerCase();
}

const GROUP_OF: ReadonlyMap<string, readonly string[]> = new Map(
  NAME_GROUPS.flatMap((group) => group.map((name): [string, readonly string[]] => [keyOf(name), group])),
);

/** The other names of whoever is called `name`, from the built-in groups and from those given; the name itself first. */
export function namesOf(name: string, aliases: readonly (readonly string[])[]): readonly string[] {
  const key = keyOf(name);
  const given = aliases.filter((group) => group.some((alias) => keyOf(alias) === key)).flat();
  // "It" and "us" are words where IT and US are names: those in capitals count as written.
  const known = GROUP_OF.get(key) ?? [];
  const builtIn = name.length > 3 || known.includes(name) ? known : [];
  const further = given.flatMap((alias) => GROUP_OF.get(keyOf(alias)) ?? []);
  return [...new Set([name, ...given, ...builtIn, ...further])].filter((other) => other !== '');
}

/** True for the name of a country or its people, in the built-in groups. */
export function isKnownName(name: string): boolean {
  return GROUP_OF.has(keyOf(name));
}

type Aliases = readonly (readonly string[])[];

function initialsOf(name: string): string {
  return (name.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('');
}

/** "ECB" where the text writes out European Central Bank, or the other way round. */
function mentionsByInitials(name: string, held: string): boolean {
  if (/^\p{Lu}{2,6}$/u.test(name)) {
    const phrases = held.match(/\p{Lu}[\p{L}-]*(?:\s(?:(?:of|for|and|on|the)\s){0,2}\p{Lu}[\p{L}-]*){1,7}/gu) ?? [];
    return phrases.some((phrase) => initialsOf(phrase).includes(name));
  }
  const initials = initialsOf(name);
  return initials.length >= 3 && mentions(held, initials);
}

function mentionsAny(name: string, held: string, aliases: Aliases): boolean {
  return namesOf(name, aliases).some((other) => mentions(held, other.replaceAll('’', "'"))) || mentionsByInitials(name, held);
}

/** Country names, adjectives and words of bodies may stand apart in the text; what is left of a name must stand together. */
function mentionsInParts(words: readonly string[], held: string, aliases: Aliases): boolean {
  let run: string[] = [];
  const runs: string[][] = [run];
  for (const word of words) {
    const apart = isKnownName(word) || BODY_WORDS.has(word.toLowerCase());
    if (apart && !mentionsAny(word, held, aliases)) return false;
    if (apart) runs.push((run = []));
    else run.push(word);
  }
  return runs.every((one) => one.length === 0 || mentionsAny(one.join(' '), held, aliases));
}

/**
 * True when `held` names whoever is called `name`: by this name, a part of it that a title or a country leaves, another
 * name of the same group, its initials or what they stand for. Whole words only. "Rachel Starmer" is not named by a text
 * about Rachel Reeves and Keir Starmer.
 */
export function mentionsUnderAnyName(name: string, held: string, aliases: Aliases): boolean {
  const text = held.replaceAll('’', "'");
  const wanted = name.replaceAll('’', "'").trim();
  if (wanted === '' || mentionsAny(wanted, text, aliases)) return true;
  const parts = wanted.split(CONNECTOR).flatMap((part) => (/^\p{Lu}[\p{L}.]*[-‑]\p{Lu}/u.test(part) ? part.split(/[-‑]/u) : [part]));
  if (parts.length > 1) return parts.every((part) => mentionsUnderAnyName(part, text, aliases));
  const words = wanted.split(/\s+/u);
  const first = words.findIndex((word) => !TITLES.has(word.toLowerCase().replace(/\.$/u, '')));
  if (first > 0) return mentionsUnderAnyName(words.slice(first).join(' '), text, aliases);
  return words.length > 1 && mentionsInParts(words, text, aliases);
}
