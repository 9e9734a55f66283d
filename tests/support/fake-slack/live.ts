/** What a message would set off or lead to: pings, and links that can be clicked. */
export interface Live {
  readonly pings: readonly string[];
  readonly links: readonly string[];
}

interface How {
  /** `parse: full`: names and bare domains come alive. */
  readonly full: boolean;
  /** Whether bare web addresses become links. */
  readonly autolink: boolean;
}

const NONE: Live = { pings: [], links: [] };

function both(found: readonly Live[]): Live {
  return { pings: found.flatMap(({ pings }) => pings), links: found.flatMap(({ links }) => links) };
}

const PING = /^(?:@[UW][A-Z0-9]+|!(?:channel|here|everyone|group)|!subteam\^S?[A-Z0-9]+|#C[A-Z0-9]+)/i;
const LINK = /^(?:https?:|mailto:|tel:|ftp:|[a-z][a-z0-9+.-]*:\/\/)/i;
const BARE_URL = /\bhttps?:\/\/[^\s<>|]+/gi;
const NAMED = /(?<![\w/])[@#][\p{L}\d][\p{L}\d._-]*/giu;
const BARE_DOMAIN = /\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\b/gi;

function readSequence(inner: string): Live {
  const [target = ''] = inner.split('|');
  if (PING.test(target)) return { pings: [`<${target}>`], links: [] };
  return LINK.test(target) ? { pings: [], links: [target] } : NONE;
}

/** What Slack would make of mrkdwn. Sequences in angle brackets are live in code too: it replaces them before anything else. */
export function liveInMrkdwn(text: string, { full, autolink }: How = { full: false, autolink: true }): Live {
  const sequences = [...text.matchAll(/<([^<>]*)>/g)].map(([, inner = '']) => readSequence(inner));
  const rest = text.replace(/<[^<>]*>/g, ' ');
  const bare = autolink || full ? [...rest.matchAll(BARE_URL)].map(([url]) => url) : [];
  const names = full ? [...rest.matchAll(NAMED)].map(([name]) => name) : [];
  const domains = full ? [...rest.matchAll(BARE_DOMAIN)].map(([domain]) => domain) : [];
  return both([...sequences, { pings: names, links: [...bare, ...domains] }]);
}

type Json = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The elements of rich text that are more than words. */
function liveElement(element: Json): Live {
  const name = JSON.stringify(element);
  switch (element['type']) {
    case 'link':
      return { pings: [], links: [String(element['url'])] };
    case 'user':
    case 'usergroup':
    case 'broadcast':
    case 'channel':
    case 'team':
      return { pings: [name], links: [] };
    default:
      return NONE;
  }
}

function liveText(object: Json, how: How): Live {
  const text = String(object['text']);
  if (object['type'] === 'markdown')
    return both([liveInMrkdwn(text, how), { pings: [], links: [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, url = '']) => url) }]);
  return object['type'] === 'mrkdwn' ? liveInMrkdwn(text, { ...how, autolink: object['verbatim'] !== true }) : NONE;
}

/** What is live in blocks: mrkdwn is read as Slack reads it, plain text and the text of rich text are words and no more. */
function liveInBlocks(value: unknown, how: How = { full: false, autolink: true }): Live {
  if (Array.isArray(value)) return both(value.map((inner) => liveInBlocks(inner, how)));
  if (!isRecord(value)) return NONE;
  const addresses = ['image_url', 'thumb_url', 'title_url'].flatMap((name) => (typeof value[name] === 'string' ? [value[name]] : []));
  const button = value['type'] === 'button' && typeof value['url'] === 'string' ? [value['url']] : [];
  const own = [
    liveElement(value),
    { pings: [], links: [...addresses, ...button] },
    ...(typeof value['text'] === 'string' ? [liveText(value, how)] : []),
  ];
  return both([...own, ...Object.values(value).map((inner) => liveInBlocks(inner, how))]);
}

/** What is live in the arguments of a call that posts, with `parse` and `link_names` as Slack takes them. */
export function liveInMessage(args: Json): Live {
  const named = args['link_names'] === true || args['link_names'] === 'true' || args['link_names'] === '1';
  const full = args['parse'] === 'full' || named;
  const how: How = { full, autolink: args['parse'] !== 'none' };
  const texts = ['text', 'markdown_text', 'status'].map((name) => (typeof args[name] === 'string' ? liveInMrkdwn(args[name], how) : NONE));
  const view = isRecord(args['view']) ? args['view']['blocks'] : [];
  return both([
    ...texts,
    liveInBlocks(args['blocks'], { full, autolink: true }),
    liveInBlocks(view, { full, autolink: true }),
    liveInBlocks(args['attachments'], how),
  ]);
}
