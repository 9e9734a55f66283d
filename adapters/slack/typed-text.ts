/**
 * What a person typed, out of Slack's encoding: `<@U1|ann>` is `@U1`, `<https://x|label>` its address, `<#C1|general>`
 * is `#general`, `&amp;` is `&`. Ids of people stay, since a name is not unique.
 */
export function typedText(encoded: string): string {
  return encoded
    .replace(/<([^<>\n]*)>/g, (_whole, inside: string) => decodeReference(inside))
    .replace(/&(lt|gt|amp);/g, (_whole, name: string) => ENTITIES[name] ?? '')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&' };

function decodeReference(inside: string): string {
  const [target = '', label = ''] = inside.split('|', 2);
  if (target.startsWith('@')) return target;
  if (target.startsWith('#')) return label === '' ? target : `#${label.replace(/^#/, '')}`;
  if (target.startsWith('!')) return label === '' ? `@${target.slice(1)}` : label;
  return target.replace(/^mailto:/, '');
}

/** Takes the mentions of the bot away; without knowing the bot, the first mention that there is. */
export function withoutMention(encoded: string, bot: string | null): string {
  const mention = bot === null ? /<@[UW][A-Z0-9]*(?:\|[^>]*)?>/ : new RegExp(`<@${bot}(?:\\|[^>]*)?>`, 'g');
  return encoded.replace(mention, ' ');
}

export function mentions(encoded: string, user: string): boolean {
  return encoded.includes(`<@${user}>`) || encoded.includes(`<@${user}|`);
}

/** Whether a person, a group or the whole channel is called. */
export function mentionsSomebody(encoded: string): boolean {
  return /<(?:@[UW]|!subteam\^|!(?:here|channel|everyone)\b)/.test(encoded);
}
