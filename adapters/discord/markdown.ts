import { legible } from '../../src/domain/outline/legible.ts';

/** Shown as it is when a backslash stands before it, wherever it is met. `/` parts the addresses of invitations. */
const EVERYWHERE = /[\\*_~`|[\]<>@/]/g;
/** Part of an emoji's name, of an address and of a timestamp, unless a blank follows or, as we write, something of ours with one. */
const COLON = /:(?!\s|$)/g;
/** Discord puts a blank of no width between them as well: whoever counts pings by the words alone counts none. */
const EVERYONE = /@(?=everyone|here)/gi;
/** What makes a heading, small print or a list where a line begins. */
const LINE_START = /^([^\S\n]*)([-+#])/gm;
const NUMBER_START = /^([^\S\n]*\d+)([.)])/gm;

/**
 * Text as Discord shows it and nothing more: nothing in it is a mention, a link, an emoji or markup, and it cannot end the
 * markup that it stands in. The one way for foreign text into a message. It may stand where a line begins.
 */
export function escapeMarkdown(text: string): string {
  return legible(text)
    .replace(EVERYWHERE, '\\$&')
    .replace(COLON, '\\:')
    .replace(EVERYONE, '@\u200b')
    .replace(LINE_START, '$1\\$2')
    .replace(NUMBER_START, '$1\\$2');
}

function day(seconds: string): string {
  const date = new Date(Number(seconds) * 1000);
  return Number.isNaN(date.getTime()) ? seconds : date.toISOString().slice(0, 10);
}

/**
 * The opposite: what a person typed, of a message as Discord delivers it. People, roles and channels are named by their ids,
 * since names are not unique; emoji and commands by their names, times by their day (UTC).
 */
export function plainText(markdown: string): string {
  return markdown
    .replace(/<@!?(\d+)>/g, '@$1')
    .replace(/<@&(\d+)>/g, '@&$1')
    .replace(/<#(\d+)>/g, '#$1')
    .replace(/<a?(:\w+:)\d+>/g, '$1')
    .replace(/<t:(-?\d+)(?::[a-zA-Z])?>/g, (_whole, seconds: string) => day(seconds))
    .replace(/<(\/[-\w ]+):\d+>/g, '$1')
    .replace(/<id:(\w+)>/g, '$1')
    .replace(/<(https?:\/\/[^\s<>]+)>/g, '$1');
}
