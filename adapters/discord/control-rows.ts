import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import { cutLabel } from '../../src/domain/outline/legible.ts';
import type { Choice, Controls } from '../../src/domain/outline/outline.ts';
import { ACTIONS } from './controls.ts';
import { LIMITS, ROOM } from './limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** What the selects of one message hold: beyond that their labels would leave no room for the text. */
const MOST_OPTIONS = Math.floor(ROOM.labels / ROOM.shortestLabel);

function button(label: string, id: string, style: APIButtonComponentWithCustomId['style'] = ButtonStyle.Secondary) {
  return { type: ComponentType.Button, style, label: cutLabel(label, LIMITS.buttonLabel), custom_id: id } as const;
}

function row(...components: readonly APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components: [...components] };
}

interface Option {
  readonly label: string;
  readonly value: string;
}

/** Selects of at most 25 options. What follows the second colon of an id only tells the selects of one message apart. */
function selects(placeholder: string, id: string, options: readonly Option[]): readonly Row[] {
  const most = Math.min(LIMITS.optionLabel, Math.floor(ROOM.labels / Math.max(1, options.length)));
  const count = Math.ceil(options.length / LIMITS.options);
  return Array.from({ length: count }, (_, index) => {
    const shown = options.slice(index * LIMITS.options, (index + 1) * LIMITS.options);
    const range = count === 1 ? '' : ` (${index * LIMITS.options + 1} to ${index * LIMITS.options + shown.length})`;
    const select: APIStringSelectComponent = {
      type: ComponentType.StringSelect,
      custom_id: index === 0 ? id : `${id}:${index + 1}`,
      placeholder: `${placeholder}${range}`,
      options: shown.map(({ label, value }) => ({ label: cutLabel(label, most), value })),
    };
    return row(select);
  });
}

/** What can be done with a brief or an answer. To share is offered to whoever alone sees it. */
export function controlRows(controls: Controls | null, isPrivate: boolean): readonly Row[] {
  if (controls === null) return [];
  const { replyId, quotes } = controls;
  const options = quotes.slice(0, MOST_OPTIONS).map(({ mark, label }) => ({ label: `[${mark}] ${label}`, value: String(mark) }));
  const buttons = [
    button('Ask about this', `${ACTIONS.ask}:${replyId}`, ButtonStyle.Primary),
    button('Copy with citations', `${ACTIONS.copy}:${replyId}`),
    ...(isPrivate ? [button('Share', `${ACTIONS.share}:${replyId}`)] : []),
    button('Something’s wrong', `${ACTIONS.wrong}:${replyId}`),
  ];
  return [...selects('Read a quote', `${ACTIONS.quote}:${replyId}`, options), row(...buttons)];
}

function buttonId(text: string): string {
  return `${ACTIONS.type}:${text}`;
}

/** Choices that buttons and selects can carry, and those that must be said instead. A line that is typed twice is one choice. */
export function divideChoices(choices: readonly Choice[]): { readonly carried: readonly Choice[]; readonly spoken: readonly Choice[] } {
  const typed = new Set<string>();
  const carried: Choice[] = [];
  const spoken: Choice[] = [];
  for (const choice of choices) {
    const { text } = choice;
    const fits = text.trim() === text && text !== '' && text.isWellFormed() && buttonId(text).length <= LIMITS.customId;
    if (fits && !typed.has(text) && carried.length < MOST_OPTIONS) carried.push(choice);
    else spoken.push(choice);
    typed.add(text);
  }
  return { carried, spoken };
}

/** Buttons that type for the person; a select where there would be more than a row of them, which fill a phone. */
export function choiceRows(choices: readonly Choice[]): readonly Row[] {
  if (choices.length === 0) return [];
  if (choices.length <= LIMITS.buttonsInRow) return [row(...choices.map(({ label, text }) => button(label, buttonId(text))))];
  const isBriefs = choices.every(({ text }) => text.startsWith('brief '));
  const options = choices.map(({ label, text }) => ({ label, value: text }));
  return selects(isBriefs ? 'Brief me on…' : 'Choose…', ACTIONS.type, options);
}
