import type { Caller } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Reply } from '../domain/reply.ts';
import type { AddedText, BotOptions } from './bot-options.ts';

/** Less than this is a remark and no article. In characters. */
const SHORTEST = 120;

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

/** `add`: the text of a message and of the files on it becomes articles, each with the message as its origin. */
export async function addToCorpus(
  { chatOf, addTexts }: Pick<BotOptions, 'chatOf' | 'addTexts'>,
  tenant: string,
  { args }: Command,
  { channel }: Caller,
): Promise<Reply> {
  const origin = args['from'] ?? `${channel.adapter} ${channel.id}`;
  const text = (args['text'] ?? '').trim();
  const files = readFiles(args['files']);
  const texts: AddedText[] = withoutLinks(text).length >= SHORTEST ? [{ text, origin }] : [];
  for (const { reference, name } of files) {
    const read = await chatOf(channel.adapter)?.files.readText(channel, reference);
    if (read !== undefined) texts.push({ text: read, origin: `${origin}/${name}` });
  }
  if (texts.length === 0) throw trouble(text);
  const { added, updated, rejected } = await addTexts(tenant, texts);
  const [first] = rejected;
  if (first && added + updated === 0) throw new UserError(`It could not be added: ${first.reason}`);
  const what = added + updated === 0 ? 'It is in the corpus already.' : `Added to the corpus: ${added} new, ${updated} changed.`;
  return { kind: 'notice', text: first ? `${what} Not added: ${first.reason}` : what };
}
