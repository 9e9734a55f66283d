/** Text as Slack's mrkdwn shows it: nothing in it is a mention, a link or a command of Slack's. The one way for foreign text into mrkdwn. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

function decode(text: string): string {
  return text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity);
}

function bare(url: string): string {
  return url.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
}

/** A link as it was typed: Slack adds a label to what it made a link of itself. */
function linkWords(url: string, label: string): string {
  if (label === '' || label === url) return url;
  return bare(url) === bare(label) ? label : `${label} (${url})`;
}

/** What stands between `<` and `>` in plain words. */
function sequenceWords(inner: string): string {
  const bar = inner.indexOf('|');
  const [target, label] = bar < 0 ? [inner, ''] : [inner.slice(0, bar), inner.slice(bar + 1)];
  if (target.startsWith('@') || target.startsWith('#')) return label === '' ? target : `${target.slice(0, 1)}${label}`;
  if (!target.startsWith('!')) return linkWords(target, label);
  if (label !== '') return target.startsWith('!date') || label.startsWith('@') ? label : `@${label}`;
  return `@${target.slice(1).split('^').at(-1) ?? ''}`;
}

/** The opposite: what a person typed, of text as Slack delivers it. Mentions become names, links become addresses. */
export function plainText(mrkdwn: string): string {
  return mrkdwn
    .split(/(<[^<>\s][^<>]*>)/)
    .map((piece) => decode(/^<[^<>\s][^<>]*>$/.test(piece) ? sequenceWords(piece.slice(1, -1)) : piece))
    .join('');
}
