import { ComponentType, TextInputStyle } from 'discord.js';
import { ACTIONS, MODALS } from './controls.ts';
import { splitCustomId } from './inbound-of-component.ts';
import { LIMITS } from './interaction-limits.ts';
import type { ComponentPayload, MessagePayload } from './payloads.ts';
import { typedText } from './typed-text.ts';

/** The fields of the modals, by custom id. */
export const FIELDS = { question: 'question', about: 'about', mark: 'mark', why: 'why' } as const;

/** What a person may write into a field, and how much of a message is quoted in a question. In characters. */
const MOST_CHARACTERS = 500;
const MOST_QUOTED = 300;

function labelled(label: string, component: object) {
  return { type: ComponentType.Label, label: label.slice(0, LIMITS.fieldLabel), component };
}

function textField(name: string, label: string, more: { readonly required: boolean; readonly value?: string; readonly most?: number }) {
  const { required, value, most = MOST_CHARACTERS } = more;
  const field = { type: ComponentType.TextInput, custom_id: name, style: TextInputStyle.Paragraph, required, max_length: most };
  return labelled(label, value === undefined || value === '' ? field : { ...field, value });
}

function modal(custom_id: string, title: string, components: readonly object[]) {
  return { custom_id: custom_id.slice(0, LIMITS.customId), title, components };
}

/** One question on one reply. */
export function askModal(reply: string) {
  return modal(`${MODALS.ask}:${reply}`, 'Ask about this', [textField(FIELDS.question, 'Your question', { required: true })]);
}

/** One question on what somebody wrote: its words stand in the modal, to be seen and shortened. */
export function askOnMessageModal({ content = '' }: MessagePayload, bot: string) {
  const value = typedText(content, bot).slice(0, MOST_QUOTED).toWellFormed();
  const about = textField(FIELDS.about, 'What it is about', { required: false, most: MOST_QUOTED, value });
  return modal(`${MODALS.ask}:`, 'Ask about this message', [textField(FIELDS.question, 'Your question', { required: true }), about]);
}

/** Which sentence is wrong, and why. Where the reply's quotes are not known, the number is typed. */
export function wrongModal(reply: string, message: MessagePayload | undefined) {
  const why = textField(FIELDS.why, 'What is wrong with it?', { required: false });
  return modal(`${MODALS.wrong}:${reply}`, "Something's wrong", [markField(quotesOf(message)), why]);
}

/** A list, where one holds all quotes; otherwise a number to type. */
function markField(options: readonly Quote[]) {
  const field = { custom_id: FIELDS.mark, required: true };
  if (options.length > 0 && options.length <= LIMITS.selectOptions)
    return labelled('Which quote?', { ...field, type: ComponentType.StringSelect, options });
  return labelled('The number of the quote', { ...field, type: ComponentType.TextInput, style: TextInputStyle.Short, max_length: 3 });
}

interface Quote {
  readonly label: string;
  readonly value: string;
}

function flat(components: readonly ComponentPayload[]): readonly ComponentPayload[] {
  return components.flatMap((component) => [component, ...flat(component.components ?? [])]);
}

/** The quotes that the message itself offers to read, each once. */
function quotesOf(message: MessagePayload | undefined): readonly Quote[] {
  const selects = flat(message?.components ?? []).filter(({ custom_id: id = '' }) => splitCustomId(id).action === ACTIONS.quote);
  const quotes = selects.flatMap(({ options = [] }) =>
    options.flatMap(({ label, value }): [string, Quote][] => (value === undefined ? [] : [[value, { label: label ?? value, value }]])),
  );
  return [...new Map(quotes).values()];
}

/** The reply that a message of the bot shows, by its buttons; null where there are none. */
export function replyShownIn(message: MessagePayload): string | null {
  const about: ReadonlySet<string> = new Set([ACTIONS.ask, ACTIONS.copy, ACTIONS.share, ACTIONS.wrong, ACTIONS.quote]);
  for (const { custom_id: id = '' } of flat(message.components ?? [])) {
    const { action, about: reply } = splitCustomId(id);
    if (about.has(action) && reply !== '') return reply;
  }
  return null;
}
