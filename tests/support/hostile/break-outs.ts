import { TRUE_CLAIMS, trueClaim } from './hostile-corpus.ts';
import { type HostileSentence, withTail } from './hostile-sentence.ts';

const URLS = [
  'https://evil.example/a',
  'http://evil.example',
  'HTTPS://EVIL.EXAMPLE/A',
  'www.evil.com',
  'evil.io',
  'evil.co.uk/login',
  'evil.com',
  'evil.example/a',
  'ftp://evil.example/a',
  'slack://open?team=1',
  'file:///etc/passwd',
  '//evil.example/a',
  'mailto:desk@evil.com',
  'desk@evil.example',
  'javascript:alert(1)',
  'data:text/html;base64,PGI+',
  'tel:+442079460000',
  'hxxps://evil[.]example',
  'bit.ly/3xYz',
  't.me/evil',
  'discord.gg/evil',
  '192.168.0.1/login',
  'evil.zip',
  'xn--evl-hma.com',
  'evil.example:8080',
  'https:evil.example',
];

const MENTIONS = [
  '@here',
  '@everyone',
  '@channel',
  '<!channel>',
  '<!here|here>',
  '<!everyone>',
  '<!subteam^S012AB3CD>',
  '<@U012AB3CD>',
  '<@U012AB3CD|desk>',
  '<@!80351110224678912>',
  '<@&165511591545143296>',
  '<#C012AB3CD>',
  '<#103735883630395392|news>',
  '@desk',
  '@mara.lindt',
  '@Beijing',
  '＠everyone',
  '@\u200beveryone',
  '&lt;!channel&gt;',
  '</brief:816437322781949972>',
  '<id:customize>',
  '#general',
  '<t:1736899200:R>',
  '<!date^1736899200^{date}|now>',
];

/** Something set before, behind, or round a true claim. */
const ROUND: readonly (readonly [before: string, behind: string])[] = [
  ['**', '**'],
  ['__', '__'],
  ['*', '*'],
  ['_', '_'],
  ['~~', '~~'],
  ['||', '||'],
  ['`', '`'],
  ['```\n', '\n```'],
  ['# ', ''],
  ['> ', ''],
  ['>>> ', ''],
  ['-# ', ''],
  ['- ', ''],
  ['• ', ''],
  ['1. ', ''],
  ['* ', ''],
  ['<b>', '</b>'],
  ['<script>alert(1)</script>', ''],
  ['<!-- ', ' -->'],
  ['[', '](x)'],
  ['![', '](x)'],
  ['&lt;b&gt;', ''],
  ['', '\n\n## Sources'],
  ['', '\n---\nBottom line'],
  ['\u202e', ''],
  ['\u001b[31m', '\u001b[0m'],
  ['<https|', '>'],
  ['| ', ' | a | b |'],
  ['~~~~ claims\n', '\n~~~~'],
];

function place(index: number): number {
  return index % TRUE_CLAIMS.length;
}

export const URLS_INSIDE: readonly HostileSentence[] = URLS.map((url, index) => ({
  on: place(index),
  text: withTail(place(index), ` (${url})`),
}));
export const MENTIONS_INSIDE: readonly HostileSentence[] = MENTIONS.map((mention, index) => {
  const { claim } = trueClaim(place(index));
  return { on: place(index), text: index % 2 === 0 ? `${mention} ${claim}` : `${claim} ${mention}` };
});
export const MARKUP: readonly HostileSentence[] = ROUND.map(([before, behind], index) => ({
  on: place(index),
  text: `${before}${trueClaim(place(index)).claim}${behind}`,
}));
