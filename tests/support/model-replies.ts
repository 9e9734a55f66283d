import { splitSentences } from '../../src/corpus/sentences.ts';

/** Claims that are made of one article. */
const MOST_CLAIMS = 12;
/** Sentences that are made of numbered claims. */
const MOST_SENTENCES = 10;
const FEWEST_WORDS = 8;

const SPEAKER = /^(?:The )?(\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,3}) said /u;
const CLAIM_LINE = /^\[(\d+)\] \(([^;]*); ([^;]*); [^\n]*?(?:\d{4}-\d{2}-\d{2}|undated)\) (.+)$/gmu;

const flat = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What stands between the lines of tildes whose label begins like this. */
function fenced(input: string, label: string): string {
  const start = input.indexOf(`~~~~ ${label}`);
  if (start === -1) return '';
  const from = input.indexOf('\n', start) + 1;
  return input.slice(from, input.indexOf('\n~~~~', from));
}

function after(input: string, label: string): string {
  return new RegExp(`^${label}: (.*)$`, 'mu').exec(input)?.[1] ?? '';
}

function sentencesOf(text: string): readonly string[] {
  return splitSentences(text).map(({ start, end }) => text.slice(start, end));
}

function read(input: string): unknown {
  const sentences = sentencesOf(fenced(input, 'article')).filter((sentence) => sentence.split(/\s+/u).length >= FEWEST_WORDS);
  const claims = sentences.slice(0, MOST_CLAIMS).map((quote) => {
    const speaker = SPEAKER.exec(quote)?.[1] ?? null;
    const said = speaker !== null;
    const told = { speaker: speaker ?? 'article', verb: said ? 'said' : null, kind: said ? 'position' : 'act' };
    return { claim: flat(quote), quote, date: null, ...told };
  });
  return { claims };
}

/** The first claim on top, the acts after it, then what was said; the words of the claims themselves. */
function write(input: string): unknown {
  const claims = [...fenced(input, 'claims').matchAll(CLAIM_LINE)].slice(0, MOST_SENTENCES);
  const told = claims.map(([, number, kind, , text]) => ({ kind, sentence: { text, claims: [Number(number)] } }));
  const [first, ...rest] = told;
  const section = (name: string, chosen: typeof told) => ({ name, sentences: chosen.map(({ sentence }) => sentence) });
  return {
    sections: [
      section('bottom-line', first ? [first] : []),
      section(
        'developments',
        rest.filter(({ kind }) => kind === 'act'),
      ),
      section(
        'positions',
        rest.filter(({ kind }) => kind !== 'act'),
      ),
    ],
  };
}

/** The first sentence of the first passage, or no, when that passage has no long word and no name of the question. */
function answer(input: string): unknown {
  const passage = fenced(input, 'passage 1:');
  const quote = sentencesOf(passage)[0] ?? '';
  const words = after(input, 'Question').match(/(?<= )\p{Lu}\p{L}{2,}|\p{L}{5,}/gu) ?? [];
  const near = words.some((word) => passage.toLowerCase().includes(word.toLowerCase()));
  return near && quote !== '' ? { says: 'yes', sentences: [{ text: flat(quote), passage: 1, quote }] } : { says: 'no', sentences: [] };
}

function judge(input: string): unknown {
  const whole = flat(fenced(input, 'quotes')).includes(flat(fenced(input, 'sentence')));
  return { support: whole ? 'full' : 'part', missing: whole ? null : 'words that are not in the quote' };
}

const REPLIES: Readonly<Record<string, (input: string) => unknown>> = {
  reading: read,
  brief: write,
  answer,
  question: (input) => ({ question: after(input, 'Follow-up') }),
  support: judge,
};

/**
 * What a model would say that copies: everything verbatim, the same for the same input. `schemaName` is ours.
 * @throws Error for a schema that it does not know.
 */
export function replyTo(schemaName: string, input: string): string {
  const reply = REPLIES[schemaName];
  if (!reply) throw new Error(`Nobody told the model server of the schema ${schemaName}.`);
  return JSON.stringify(reply(input));
}
