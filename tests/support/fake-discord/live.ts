import { isRecord, type Json, listOf, textOf } from './call.ts';
import { allComponents, isV2 } from './check-message.ts';
import { type Markup, type Parsed, parseMarkdown } from './live-markdown.ts';

/** What a message would set off or lead to. */
export interface Live {
  /** Whom Discord would notify, as the body allows it. */
  readonly pings: readonly string[];
  /** What is shown as a mention, whether or not it notifies. */
  readonly mentions: readonly string[];
  readonly links: readonly string[];
  /** Addresses that Discord would look at itself. */
  readonly previews: readonly string[];
  readonly markup: readonly Markup[];
  /** What a reader sees, text by text. */
  readonly shown: readonly string[];
}

const SUPPRESS_EMBEDS = 1 << 2;

/** Discord looks for whom to notify in the text as it was sent: neither backslashes nor code keep it from that. */
function pingsIn(text: string, allowed: unknown): readonly string[] {
  const parse = isRecord(allowed) ? allowed['parse'] : ['users', 'roles', 'everyone'];
  const may = (kind: string): boolean => Array.isArray(parse) && parse.includes(kind);
  const listed = (kind: string, id: string): boolean => isRecord(allowed) && Array.isArray(allowed[kind]) && allowed[kind].includes(id);
  const users = [...text.matchAll(/<@!?(\d+)>/g)].filter(([, id = '']) => may('users') || listed('users', id));
  const roles = [...text.matchAll(/<@&(\d+)>/g)].filter(([, id = '']) => may('roles') || listed('roles', id));
  const all = may('everyone') ? [...text.matchAll(/@(?:everyone|here)/gi)] : [];
  return [...users, ...roles, ...all].map(([whole]) => whole);
}

function markdownOf(body: Json): readonly string[] {
  const embeds = listOf(body['embeds']).flatMap((embed) => [embed['title'], embed['description']]);
  const texts = allComponents(listOf(body['components'])).filter(({ type }) => type === 10);
  return [body['content'], ...embeds, ...texts.map(({ content }) => content)].map(textOf).filter((text) => text !== '');
}

function buttonLinks(body: Json): readonly string[] {
  return allComponents(listOf(body['components'])).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
}

/** What is live in the body of a message as it is sent. Labels are plain text and never are. */
export function liveInMessage(body: Json): Live {
  const texts = markdownOf(body);
  const parsed: readonly Parsed[] = texts.map(parseMarkdown);
  const quiet = (Number(body['flags'] ?? 0) & SUPPRESS_EMBEDS) !== 0 || isV2(body);
  return {
    pings: texts.flatMap((text) => pingsIn(text, body['allowed_mentions'])),
    mentions: parsed.flatMap(({ mentions }) => mentions),
    links: [...parsed.flatMap(({ links }) => links), ...buttonLinks(body)],
    previews: quiet ? [] : parsed.flatMap(({ previews }) => previews),
    markup: parsed.flatMap(({ markup }) => markup),
    shown: parsed.map(({ shown }) => shown),
  };
}
