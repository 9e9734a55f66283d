import type { Button, KnownBlock, PlainTextElement, PlainTextOption, StaticSelect } from '@slack/types';
import type { Choice, Controls } from '../../src/domain/outline/outline.ts';
import { ACTIONS } from './controls.ts';
import { LIMITS, ROOM } from './limits.ts';
import { cutLabel } from './weigh.ts';

/** More buttons than this fill a phone; a menu takes their place. */
const MOST_BUTTONS = 5;
/** With more options than this a second line below each is too much to read. */
const MOST_DESCRIBED = 20;

function plain(text: string, most: number): PlainTextElement {
  return { type: 'plain_text', text: cutLabel(text, most), emoji: false };
}

function button(label: string, action: string, value: string): Button {
  return { type: 'button', text: plain(label, LIMITS.label), action_id: action, value };
}

/** How long a label may be so that all labels of a menu have room in the message. */
function labelRoom(count: number): number {
  return Math.max(ROOM.shortestLabel, Math.min(LIMITS.label, Math.floor(ROOM.labels / Math.max(1, count))));
}

/** A menu. More options than one list holds are shown in groups. */
function select(placeholder: string, action: string, options: readonly PlainTextOption[]): StaticSelect {
  const base = { type: 'static_select', placeholder: plain(placeholder, LIMITS.label), action_id: action } as const;
  if (options.length <= LIMITS.options) return { ...base, options: [...options] };
  const starts = Array.from({ length: Math.ceil(options.length / LIMITS.options) }, (_, index) => index * LIMITS.options);
  const groups = starts.map((start) => {
    const group = options.slice(start, start + LIMITS.options);
    return { label: plain(`${start + 1} to ${start + group.length}`, LIMITS.label), options: group };
  });
  return { ...base, option_groups: groups };
}

/** What one menu holds: beyond that its labels would leave no room for the text. */
const MOST_OPTIONS = Math.floor(ROOM.labels / ROOM.shortestLabel);

function quoteMenu({ replyId, quotes }: Controls): readonly StaticSelect[] {
  if (quotes.length === 0) return [];
  const most = labelRoom(quotes.length);
  const options = quotes
    .slice(0, MOST_OPTIONS)
    .map(({ mark, label }) => ({ text: plain(`[${mark}] ${label}`, most), value: `${replyId} ${mark}` }));
  return [select('Read a quote', ACTIONS.quote, options)];
}

/** What can be done with a brief or an answer. To share is offered to whoever alone sees it. */
export function controlBlocks(controls: Controls | null, isPrivate: boolean): readonly KnownBlock[] {
  if (controls === null) return [];
  const { replyId } = controls;
  const elements = [
    ...quoteMenu(controls),
    button('Ask about this', ACTIONS.ask, replyId),
    button('Copy with citations', ACTIONS.copy, replyId),
    ...(isPrivate ? [button('Share', ACTIONS.share, replyId)] : []),
    button('Something’s wrong', ACTIONS.wrong, replyId),
  ];
  return [{ type: 'actions', elements }];
}

function typeAction(index: number): string {
  return `${ACTIONS.type}_${index + 1}`;
}

function choiceMenu(choices: readonly Choice[]): StaticSelect {
  const described = choices.length <= MOST_DESCRIBED;
  const most = labelRoom(described ? choices.length * 2 : choices.length);
  const options = choices.map(({ label, text }) => ({
    text: plain(label, most),
    value: text,
    ...(described ? { description: plain(text, most) } : {}),
  }));
  const isBriefs = choices.every(({ text }) => text.startsWith('brief '));
  return select(isBriefs ? 'Brief me on…' : 'Choose…', typeAction(0), options);
}

/** Choices that buttons and menus can carry, and those that must be said instead. */
export function divideChoices(choices: readonly Choice[]): { readonly carried: readonly Choice[]; readonly spoken: readonly Choice[] } {
  const longest = choices.length > MOST_BUTTONS ? LIMITS.optionValue : LIMITS.buttonValue;
  const isCarried = ({ text }: Choice, index: number): boolean =>
    text !== '' && text.isWellFormed() && text.length <= longest && index < MOST_OPTIONS;
  return { carried: choices.filter(isCarried), spoken: choices.filter((choice, index) => !isCarried(choice, index)) };
}

/** Buttons that type for the person; a menu where there would be too many. */
export function choiceBlocks(choices: readonly Choice[]): readonly KnownBlock[] {
  if (choices.length === 0) return [];
  if (choices.length > MOST_BUTTONS) return [{ type: 'actions', elements: [choiceMenu(choices)] }];
  return [{ type: 'actions', elements: choices.map(({ label, text }, index) => button(label, typeAction(index), text)) }];
}
