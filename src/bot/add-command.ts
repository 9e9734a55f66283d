import type { Caller } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import { StoreError, UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import type { AddedText, BotOptions } from './bot-options.ts';

/** Less than this is a remark and no article. In characters. */
const SHORTEST = 120;
/** More of a file's name is not repeated. In characters. */
const MOST_NAME = 80;

/** What is left of a message when its links are taken out. */
function withoutLinks(text: string): string {
  return text.replace(/<?https?:\/\/\S+/giu, '').trim();
}

/** The files of a message as its adapter told them: each its own reference, with a name. */
function readFiles(json: string | undefined): readonly { readonly reference: string; readonly name: string }[] {
  const files: unknown = JSON.parse(json ?? '[]');
  if (!Array.isArray(files)) return [];
  return files.map((file: unknown) => {
    const name = typeof file === 'object' && file !== null && 'name' in file && typeof file.name === 'string' ? file.name : 'file';
    return { reference: JSON.stringify(file), name };
  });
}

function trouble(text: string): UserError {
  if (text === '') return new UserError('That message holds no text. Attach the article as a .txt file, or paste its text.');
  if (withoutLinks(text).length < SHORTEST && text !== withoutLinks(text))
    return new UserError('That message holds a link and no article. Pages are not fetched: paste the text, or attach it as a .txt file.');
  return new UserError(`That is too short for an article: it has ${text.length} characters, and ${SHORTEST} are needed.`);
}

interface ReadFiles {
  readonly texts: readonly AddedText[];
  /** Each names a file that could not be read, and why. */
  readonly problems: readonly string[];
}

/** Reads what can be read of the files on a message: one picture among them is no reason to leave out the rest. */
async function readTexts(
  chat: ReturnType<BotOptions['chatOf']>,
  channel: Caller['channel'],
  json: string | undefined,
  origin: string,
): Promise<ReadFiles> {
  const texts: AddedText[] = [];
  const problems: string[] = [];
  for (const { reference, name } of readFiles(json)) {
    try {
      const text = await chat?.files.readText(channel, reference);
      if (text !== undefined) texts.push({ text, origin: `${origin}/${name}` });
    } catch (error) {
      if (!(error instanceof UserError) || error instanceof StoreError) throw error;
      problems.push(`${name.slice(0, MOST_NAME)}: ${error.message}`);
    }
  }
  return { texts, problems };
}

/** `add`: the text of a message and of the files on it becomes articles, each with the message as its origin. */
export async function addToCorpus(
  { chatOf, addTexts }: Pick<BotOptions, 'chatOf' | 'addTexts'>,
  tenant: string,
  { args }: Command,
  { channel }: Caller,
): Promise<Reply> {
  const origin = args['from'] ?? `${channel.adapter} ${channel.id}`;
  const text = (args['text'] ?? '').trim();
  const files = await readTexts(chatOf(channel.adapter), channel, args['files'], origin);
  const texts = [...(withoutLinks(text).length >= SHORTEST ? [{ text, origin }] : []), ...files.texts];
  if (texts.length === 0) throw files.problems.length > 0 ? new UserError(files.problems.join(' ')) : trouble(text);
  const { added, updated, rejected } = await addTexts(tenant, texts);
  const [first] = rejected;
  const unread = files.problems.map((problem) => `Not added: ${problem}`);
  if (first && added + updated === 0) throw new UserError([`It could not be added: ${first.reason}`, ...unread].join(' '));
  const what = added + updated === 0 ? 'It is in the corpus already.' : `Added to the corpus: ${added} new, ${updated} changed.`;
  return { kind: 'notice', text: [what, ...(first ? [`Not added: ${first.reason}`] : []), ...unread].join(' ') };
}
