/** A piece of text that Discord shows otherwise than as words: `kind` says how, `text` what a reader sees of it. */
export interface Markup {
  readonly kind: string;
  readonly text: string;
}

/** What Discord makes of markdown. */
export interface Parsed {
  /** What a reader sees, without markup. */
  readonly shown: string;
  readonly markup: readonly Markup[];
  /** Addresses that can be clicked. */
  readonly links: readonly string[];
  /** Of these, those that Discord would look at itself, to show what is there. */
  readonly previews: readonly string[];
  /** Mentions of people, roles, channels and commands, whether or not they ping. */
  readonly mentions: readonly string[];
}

interface Found extends Parsed {
  /** How much of the text was read. */
  readonly length: number;
}

const NONE = { shown: '', markup: [], links: [], previews: [], mentions: [] };

type Rule = (match: RegExpExecArray) => Omit<Found, 'length'>;

function words(shown: string): Omit<Found, 'length'> {
  return { ...NONE, shown };
}

function mention(text: string): Omit<Found, 'length'> {
  return { ...NONE, shown: text, mentions: [text] };
}

function styled(kind: string): Rule {
  return ([, inner = '']) => {
    const parsed = parseInline(inner);
    return { ...parsed, markup: [{ kind, text: parsed.shown }, ...parsed.markup] };
  };
}

function verbatim(kind: string): Rule {
  return ([, inner = '']) => ({ ...NONE, shown: inner, markup: [{ kind, text: inner }] });
}

/** What may begin anywhere, the first that fits. A backslash shows what follows it, unless that is a letter or a blank. */
const INLINE: readonly (readonly [RegExp, Rule])[] = [
  [/^\\([^0-9A-Za-z\s])/u, ([, character = '']) => words(character)],
  [/^```([\s\S]*?)```/u, verbatim('fence')],
  [/^``([\s\S]*?[^`])``(?!`)/u, verbatim('code')],
  [/^`([^`]+)`/u, verbatim('code')],
  [/^<(@!?\d+|@&\d+|#\d+|\/[^:>]+:\d+|id:\w+)>/u, ([whole]) => mention(whole)],
  [/^@(?:everyone|here)/iu, ([whole]) => mention(whole)],
  [/^<a?(:\w+:)\d+>/u, ([, name = '']) => ({ ...NONE, shown: name, markup: [{ kind: 'emoji', text: name }] })],
  [/^<t:-?\d+(?::\w)?>/u, ([whole]) => ({ ...NONE, shown: whole, markup: [{ kind: 'time', text: whole }] })],
  [/^<((?:[a-z][a-z0-9+.-]*:\/[^ >\n]+)|(?:mailto|tel|sms):[^ >\n]+)>/iu, ([, url = '']) => ({ ...NONE, shown: url, links: [url] })],
  [
    /^\[((?:\\.|[^\]\\\n])+)\]\(\s*<?([^\s()<>]+)>?(?:\s+"[^"]*")?\s*\)/u,
    ([, label = '', url = '']) => ({ ...parseInline(label), links: [url], previews: [url] }),
  ],
  [/^(?:https?|steam|discord):\/\/[^\s<]+/iu, ([url]) => ({ ...NONE, shown: url, links: [url], previews: [url] })],
  [/^(?:discord\.gg|discord(?:app)?\.com\/invite)\/[\w-]+/iu, ([url]) => ({ ...NONE, shown: url, links: [url], previews: [url] })],
  [/^:([^\s:]+):/u, ([whole]) => ({ ...NONE, shown: whole, markup: [{ kind: 'emoji', text: whole }] })],
  [/^\|\|([\s\S]+?)\|\|/u, styled('spoiler')],
  [/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/u, styled('bold')],
  [/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/u, styled('underline')],
  [/^~~((?:\\[\s\S]|[^\\])+?)~~/u, styled('strike')],
  [/^\*(?=\S)((?:\\[\s\S]|\*\*|[^*\\])+?)\*(?!\*)/u, styled('italic')],
  [/^_((?:\\[\s\S]|__|[^_\\])+?)_(?![A-Za-z0-9_])/u, styled('italic')],
];

/** Nothing in the list below begins with these. */
const PLAIN = /^[^\\`<@[:|*_~hHsSdD\n]+/u;

function nextOf(text: string): Found {
  const plain = PLAIN.exec(text)?.[0];
  if (plain !== undefined) return { ...NONE, shown: plain, length: plain.length };
  for (const [pattern, rule] of INLINE) {
    const match = pattern.exec(text);
    if (match) return { ...rule(match), length: match[0].length };
  }
  const character = String.fromCodePoint(text.codePointAt(0) ?? 0);
  return { ...NONE, shown: character, length: character.length };
}

function join(found: readonly Parsed[]): Parsed {
  return {
    shown: found.map(({ shown }) => shown).join(''),
    markup: found.flatMap(({ markup }) => markup),
    links: found.flatMap(({ links }) => links),
    previews: found.flatMap(({ previews }) => previews),
    mentions: found.flatMap(({ mentions }) => mentions),
  };
}

/** What makes a line of its own kind; each may stand within the one before. */
const BLOCKS: readonly (readonly [RegExp, string])[] = [
  [/^ *>>> ?/u, 'long quote'],
  [/^ *> /u, 'quote'],
  [/^ *[-*] +/u, 'list'],
  [/^ *\d+\. +/u, 'numbered'],
  [/^ *-# +(?=\S)/u, 'small'],
  [/^ *#{1,3} +(?=\S)/u, 'heading'],
];

/** A line of its own kind, whose markup ends where it does; null where the text is none. */
function blockAt(text: string): Found | null {
  for (const [pattern, kind] of BLOCKS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const end = kind === 'long quote' ? -1 : text.indexOf('\n', match[0].length);
    const length = end < 0 ? text.length : end;
    const inner = parse(text.slice(match[0].length, length), true);
    return { ...inner, markup: [{ kind, text: inner.shown }, ...inner.markup], length };
  }
  return null;
}

function parse(text: string, beginsLine: boolean): Parsed {
  const found: Found[] = [];
  for (let at = 0; at < text.length; ) {
    const isStart = at === 0 ? beginsLine : text[at - 1] === '\n';
    const next = (isStart ? blockAt(text.slice(at)) : null) ?? nextOf(text.slice(at));
    found.push(next);
    at += next.length;
  }
  return join(found);
}

function parseInline(text: string): Parsed {
  return parse(text, false);
}

/** Discord's markdown as it is read of a message. What parts words from each other may go on over several lines. */
export function parseMarkdown(text: string): Parsed {
  return parse(text, true);
}
