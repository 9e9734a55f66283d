/**
 * What Slack takes, and what is sent. Lengths are in UTF-16 units. `docs` is docs.slack.dev/reference; what no document
 * states is marked as observed.
 */
export const LIMITS = {
  /** Blocks in a message: docs, block-kit/blocks. */
  blocksInMessage: 50,
  /** Blocks in a modal or a home page: docs, block-kit/blocks. */
  blocksInView: 100,
  /** A header: docs, block-kit/blocks/header-block. */
  header: 150,
  /** A text object: docs, block-kit/composition-objects/text-object. */
  textObject: 3000,
  /** A button's text, an option's and a group's: docs, block-kit/block-elements and composition-objects. */
  label: 75,
  buttonValue: 2000,
  /** An option's value: docs, block-kit/composition-objects/option-object. */
  optionValue: 150,
  /** Options of a select or of a group: docs, block-kit/block-elements/select-menu-element. */
  options: 100,
  /** A URL in blocks: docs, block-kit/block-elements/button-element; taken for links too. */
  url: 3000,
  /** All characters of the blocks of a message, escaped: observed (bolt-js#2509: `msg_blocks_too_long`), undocumented. */
  charactersInMessage: 13_200,
} as const;

/**
 * How much of that a message uses. Text, menu labels and the fixed words together stay below `charactersInMessage`, a tenth
 * below for whatever is counted otherwise than we think.
 */
export const ROOM = {
  /** The text of a message, escaped. */
  weight: 7000,
  /** One line, and one line of a text that is made of `&`, `<` and `>` and grows fivefold. */
  lineText: 2000,
  lineTextEscaped: 900,
  /** Every line may become a block; the controls are blocks too. */
  lines: 40,
  /** All labels of one menu, escaped, and the shortest that still tells one from the other. */
  labels: 2300,
  shortestLabel: 6,
  /** The text for notifications and screen readers. */
  fallback: 3000,
  /** Lines of one section of the home page. */
  homeItems: 20,
  homeLines: 70,
} as const;
