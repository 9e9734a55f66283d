import type { InputBlock, ModalView, PlainTextOption, StaticSelect } from '@slack/types';
import { ACTIONS, VIEWS } from './controls.ts';
import { LIMITS } from './limits.ts';
import { formatOrigin, type ModalOrigin } from './modal-origin.ts';
import type { ActionBody, BlockPayload } from './payloads.ts';

/** The fields of the modals: each is the id of its block and of its element. */
export const FIELDS = { question: 'question', mark: 'mark', why: 'why' } as const;

/** What a person may write into a field. */
const MOST_CHARACTERS = 500;

function textField(name: string, label: string, optional: boolean): InputBlock {
  return {
    type: 'input',
    block_id: name,
    optional,
    label: { type: 'plain_text', text: label },
    element: { type: 'plain_text_input', action_id: name, multiline: true, max_length: MOST_CHARACTERS },
  };
}

/** One question on one reply. */
export function askModal(origin: ModalOrigin): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.ask,
    private_metadata: formatOrigin(origin),
    title: { type: 'plain_text', text: 'Ask about this' },
    submit: { type: 'plain_text', text: 'Ask' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [textField(FIELDS.question, 'Your question', false)],
  };
}

/** Which sentence is wrong, and why. Where the reply's quotes are not known, the mark is typed. */
export function wrongModal(origin: ModalOrigin, quotes: readonly PlainTextOption[]): ModalView {
  return {
    type: 'modal',
    callback_id: VIEWS.wrong,
    private_metadata: formatOrigin(origin),
    title: { type: 'plain_text', text: "Something's wrong" },
    submit: { type: 'plain_text', text: 'Send' },
    close: { type: 'plain_text', text: 'Cancel' },
    blocks: [markField(quotes), textField(FIELDS.why, 'What is wrong with it?', true)],
  };
}

function markField(quotes: readonly PlainTextOption[]): InputBlock {
  const parts = { type: 'input', block_id: FIELDS.mark, optional: false } as const;
  if (quotes.length === 0) {
    return {
      ...parts,
      label: { type: 'plain_text', text: 'The number of the quote' },
      element: { type: 'number_input', is_decimal_allowed: false, action_id: FIELDS.mark, min_value: '1', max_value: '999' },
    };
  }
  return {
    ...parts,
    label: { type: 'plain_text', text: 'Which quote?' },
    element: quoteSelect(quotes),
  };
}

/** One list, or groups where one list does not hold all. */
function quoteSelect(quotes: readonly PlainTextOption[]): StaticSelect {
  const base = { type: 'static_select', action_id: FIELDS.mark } as const;
  if (quotes.length <= LIMITS.options) return { ...base, options: [...quotes] };
  const groups = Array.from({ length: Math.ceil(quotes.length / LIMITS.options) }, (_, index) => {
    const options = quotes.slice(index * LIMITS.options, (index + 1) * LIMITS.options);
    const first = index * LIMITS.options + 1;
    return { label: { type: 'plain_text' as const, text: `${first} to ${first + options.length - 1}` }, options };
  });
  return { ...base, option_groups: groups };
}

/** The quotes that the message itself offers to read. A private message is not sent along, and has none here. */
export function quotesOf({ message }: ActionBody): readonly PlainTextOption[] {
  return (message?.blocks ?? []).flatMap(elementsOf).flatMap(({ action_id: id, options = [], option_groups: groups = [] }) => {
    if (id !== ACTIONS.quote) return [];
    return [...options, ...groups.flatMap((group) => group.options ?? [])].flatMap(({ value = '', text }) => {
      const [, mark] = value.split(' ');
      return mark === undefined ? [] : [{ text: { type: 'plain_text' as const, text: text?.text ?? `[${mark}]` }, value: mark }];
    });
  });
}

function elementsOf({ elements = [], accessory }: BlockPayload) {
  return accessory === undefined ? elements : [...elements, accessory];
}
