/**
 * What the bot's buttons and menus are called in Discord: the word, then a colon and what it is about, at most 100
 * characters in all. A custom id names a reply or a line to type and nothing more: whoever presses may do no more than
 * whoever types.
 */
export const ACTIONS = {
  /** A select; the value of an option is the mark. A second select of the same message ends in `:2`. */
  quote: 'quote',
  /** Buttons about a reply: `copy:brief-2k7x`. */
  ask: 'ask',
  copy: 'copy',
  share: 'share',
  wrong: 'wrong',
  /** A button that types what follows the colon; as the id of a select, the value of an option is what is typed. */
  type: 'type',
} as const;

/** The modals that these open. */
export const MODALS = { ask: 'ask-modal', wrong: 'wrong-modal' } as const;

/** Entries of a message's context menu, by the name that people see. */
export const MESSAGE_COMMANDS = { add: 'Add to the corpus', ask: 'Ask about this message', delete: 'Delete this reply' } as const;
