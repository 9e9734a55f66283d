/** What Discord takes in interactions and commands. `docs` is docs.discord.com/developers. */
export const LIMITS = {
  /** Choices of a half-typed option, their names and values: docs, interactions/application-commands. */
  choices: 25,
  choice: 100,
  /** Options of a command, and subcommands of one: the same page. */
  options: 25,
  commandName: 32,
  description: 100,
  /** Names, descriptions and values of a command with all that is in it: the same page. */
  commandCharacters: 8000,
  /** docs, components/reference. */
  customId: 100,
  selectOptions: 25,
  fieldLabel: 45,
  modalTitle: 45,
} as const;
