/**
 * What a person typed, in plain words: without the mentions of the bot, other people by their ids (a name is not unique),
 * emoji by their names.
 */
export function typedText(content: string, bot: string): string {
  return content
    .replace(/<@!?(\d+)>/g, (_whole, id: string) => (id === bot ? ' ' : `@${id}`))
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .trim();
}
