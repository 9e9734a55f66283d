import { COMMAND_TABLE } from '../../src/domain/command-table.ts';

export interface SuggestedPrompt {
  readonly title: string;
  readonly message: string;
}

/** Slack shows at most four. */
const MOST_PROMPTS = 4;

const OFFERED: readonly string[] = ['brief', 'ask', 'topics', 'help'];

/** What a person who opens the conversation may begin with: the first examples of the command table. */
export const SUGGESTED_PROMPTS: readonly SuggestedPrompt[] = COMMAND_TABLE.filter(({ name }) => OFFERED.includes(name))
  .flatMap(({ description, examples: [message] }) => (message === undefined ? [] : [{ title: description, message }]))
  .slice(0, MOST_PROMPTS);
