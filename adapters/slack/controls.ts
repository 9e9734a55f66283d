/**
 * What the bot's buttons and menus are called in Slack, and what they carry. A value names a reply or a line to type and
 * nothing more: whoever presses may do no more than whoever types.
 */
export const ACTIONS = {
  /** A select; the value of an option is `ID MARK`. */
  quote: 'attache_quote',
  /** Buttons; the value is the id of the reply. */
  ask: 'attache_ask',
  copy: 'attache_copy',
  share: 'attache_share',
  wrong: 'attache_wrong',
  /** A button or an option whose value is a line as a person would type it. Followed by a number, since ids are unique in a message. */
  type: 'attache_type',
} as const;

/** The modals that these open, by `callback_id`. */
export const VIEWS = { ask: 'attache_ask_view', wrong: 'attache_wrong_view' } as const;

/** Shortcuts on a message, by `callback_id`. */
export const SHORTCUTS = { add: 'attache_add', delete: 'attache_delete' } as const;

/** The kind of metadata that every posted message carries; its payload is `{ key }`, by which the message is found again. */
export const METADATA_TYPE = 'attache_part';
