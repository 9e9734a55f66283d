/**
 * What Discord takes in messages. Lengths are in UTF-16 units, which are never fewer than the characters that Discord
 * counts. `docs` is docs.discord.com/developers.
 */
export const LIMITS = {
  /** Components of a message with those in them: docs, components/reference. */
  components: 40,
  /** All texts of such a message together: the same page. Whether labels count is told in two ways, so they are counted too. */
  characters: 4000,
  /** Buttons of a row: docs, components/reference#action-row. */
  buttonsInRow: 5,
  /** A button's label and a custom id: docs, components/reference#button. */
  buttonLabel: 80,
  customId: 100,
  /** Options of a select, the label and the value of one: docs, components/reference#string-select. */
  options: 25,
  optionLabel: 100,
  optionValue: 100,
  /** docs, resources/message#create-message. */
  nonce: 25,
  /** docs, resources/channel#start-thread-from-message. */
  threadName: 100,
  /** Messages of one page of a history: docs, resources/message#get-channel-messages. */
  page: 100,
} as const;

/** How much of that is used. */
export const ROOM = {
  /** The texts of a message as they are sent: markup, escapes and addresses count. */
  weight: 3000,
  /** One line, and one line of a text that is made of markup and grows threefold when it is escaped. */
  lineText: 1400,
  lineTextEscaped: 800,
  lines: 120,
  /** Texts that stand apart from each other in a message; each is a component. */
  blocks: 20,
  /** All labels of the selects of a message, and the shortest that still tells one from the other. */
  labels: 800,
  shortestLabel: 8,
  /** An address; one that is longer is not shown. */
  url: 800,
  /** Marks before one source; more make another line of the same source. */
  marks: 40,
  fileName: 60,
} as const;
