import { plainText } from './mrkdwn.ts';

/** What a person typed, in plain words, with people by their ids: `<@U1|ann>` is `@U1`, since a name is not unique. */
export function typedText(encoded: string): string {
  return plainText(encoded.replace(/<(@[UW][A-Z0-9]+)\|[^<>]*>/g, '<$1>')).trim();
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
