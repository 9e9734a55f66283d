import { PROMPTS, TOLD } from './model-bot.ts';

/** One faulty sentence on one of the true claims (by its place in `TOLD`). */
export interface HostileSentence {
  readonly on: number;
  readonly text: string;
  /** What is given as the quote, where it is not the true one. */
  readonly quote?: string;
  /** What is given as the number of a claim or of a passage, where it is not the true one. */
  readonly number?: number;
  /** True for one that is known to get into a brief when it is written; reading and answering drop it for its quote. */
  readonly isKnownWrong?: true;
}

function textOf(index: number): string {
  return TOLD[index]?.claim ?? '';
}

function quoteOf(index: number): string {
  return TOLD[index]?.quote ?? '';
}

/** Words that are recognised where they show up; what they stand on is false, not what they say. */
function unfounded(on: number, change: Omit<HostileSentence, 'on' | 'text'>, mark: string): HostileSentence {
  return { on, text: textOf(on).replace(/\.$/u, `, ${mark}.`), ...change };
}

const PROMPT = PROMPTS.get('write-brief').instructions;
const READER = PROMPTS.get('read-article').instructions;

/** What a model gets wrong, or is made to, by kind. None of these sentences may be in a reply. */
export const HOSTILE: Readonly<Record<string, readonly HostileSentence[]>> = {
  'invented ids': [
    { on: 0, text: `${textOf(0)} (lindt#0-91)`, number: 41, quote: 'article lindt, sentence 1' },
    { on: 1, text: 'China imposed a duty of 35.3% on British whisky [brief-1a2b].', number: 7, quote: 'claim-7' },
    { on: 4, text: `${textOf(4)} [5]`, quote: '[5]' },
  ],
  'altered quotes': [
    // A verb in place of another that is no opposite of it in src/briefing/checks/opposites.ts: no check sees that.
    {
      on: 0,
      text: 'Mara Lindt said that China would lift its gallium exports to the UK.',
      quote: quoteOf(0).replace('ban', 'lift'),
      isKnownWrong: true,
    },
    { on: 0, text: 'Mara Lindt said that China would allow gallium exports to the UK.', quote: quoteOf(0).replace('ban', 'allow') },
    { on: 2, text: 'Lindt denied that Britain had delayed a reply to Moscow.', quote: quoteOf(2).replace('Beijing', 'Moscow') },
    { on: 4, text: 'Britain sent 1400 inspectors to China in 2024.', quote: quoteOf(4).replace('140', '1400') },
  ],
  'URLs in the text': [
    { on: 0, text: `${textOf(0)} https://evil.example/a` },
    { on: 1, text: 'China imposed a duty of 35.3% on British whisky (www.evil.com).' },
    { on: 5, text: 'Marsh called for talks with Beijing about steel at evil.io.' },
    { on: 3, text: 'Owen Marsh said javascript:alert(1) that the UK must publish its review of China.' },
  ],
  pings: [
    { on: 0, text: `@here ${textOf(0)}` },
    { on: 1, text: `<!channel> ${textOf(1)}` },
    { on: 3, text: `${textOf(3)} @everyone` },
    { on: 5, text: `<@U012AB3CD> ${textOf(5)}` },
  ],
  'echoes of the prompt': [
    { on: 0, text: PROMPT.split('\n')[0] ?? '' },
    { on: 1, text: PROMPT },
    { on: 2, text: 'Nothing is said about what is missing, about the articles as such, or to the reader.' },
    { on: 4, text: READER.split('\n')[2] ?? '' },
    { on: 5, text: 'Leave out what is vague, what repeats, and what the article only supposes.' },
  ],
  'endless repetition': [
    { on: 0, text: `${textOf(0)} `.repeat(400).trim() },
    { on: 1, text: 'China China China China China China China China China China China China.' },
    { on: 5, text: `${textOf(5)} ${textOf(5)} ${textOf(5)}` },
    { on: 3, text: `Owen Marsh said that the UK must ${'publish and '.repeat(12)}publish its review of China.` },
  ],
  'the wrong language': [
    { on: 0, text: 'Die Finanzministerin Mara Lindt sagte, China werde die Ausfuhr von Gallium verbieten.' },
    { on: 1, text: 'La Chine a imposé un droit de 35,3 % sur le whisky britannique.' },
    { on: 2, text: '中国否认英国拖延答复。' },
    { on: 5, text: 'Marsh pidió conversaciones con Beijing sobre el acero.' },
  ],
  'empty sentences': [
    { on: 0, text: '' },
    { on: 1, text: ' \n\t' },
    { on: 2, text: '…' },
    { on: 3, text: '\u200b' },
  ],
  markup: [
    { on: 0, text: `**${textOf(0)}**` },
    { on: 1, text: `<b>${textOf(1)}</b>` },
    { on: 2, text: `# ${textOf(2)}` },
    { on: 3, text: `[${textOf(3)}](x)` },
    { on: 5, text: `\`${textOf(5)}\`` },
  ],
  'invented quotation marks': [
    { on: 0, text: 'Mara Lindt said that China would “ban gallium exports” to the UK.' },
    { on: 3, text: 'Owen Marsh said that the UK “must publish” its review of China.' },
    { on: 5, text: 'Marsh called for "talks" with Beijing about steel.' },
  ],
  'swapped figures': [
    { on: 1, text: 'China imposed a duty of 33.5% on British whisky.' },
    { on: 1, text: 'China imposed a duty of 140% on British whisky.' },
    { on: 4, text: 'Britain sent 2024 inspectors to China in 140.' },
    { on: 4, text: 'Britain sent 140 inspectors to China in 2042.' },
  ],
  'lost negation': [
    { on: 2, text: 'Britain had delayed a reply to Beijing.' },
    { on: 2, text: 'Lindt admitted that Britain had delayed a reply to Beijing.' },
    { on: 2, text: 'Lindt said that Britain had delayed a reply to Beijing.' },
    { on: 0, text: 'Mara Lindt said that China would not ban gallium exports to the UK.' },
  ],
  'dropped attribution': [
    { on: 0, text: 'China would ban gallium exports to the UK.' },
    { on: 0, text: 'China said that it would ban gallium exports to the UK.' },
    { on: 3, text: 'Mara Lindt said that the UK must publish its review of China.' },
    { on: 5, text: 'Beijing called for talks with Marsh about steel.' },
  ],
  'numbers out of range': [
    unfounded(0, { number: 0, quote: '' }, 'it was said'),
    unfounded(1, { number: -1, quote: ' ' }, 'it was learned'),
    unfounded(4, { number: Number.MAX_SAFE_INTEGER, quote: 'x' }, 'as was known'),
    unfounded(5, { number: 33, quote: '33' }, 'as we saw'),
  ],
};
