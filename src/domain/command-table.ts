/** What an argument holds. `number` is a whole one, from 1; `rest` takes all remaining words as they are. */
export type ArgumentKind = 'topic' | 'period' | 'rest' | 'path' | 'id' | 'number' | 'choice';

export interface CommandArgument {
  readonly name: string;
  readonly kind: ArgumentKind;
  readonly required: boolean;
  readonly description: string;
  /** For `choice` only. */
  readonly choices?: readonly string[];
}

export interface CommandRow {
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly CommandArgument[];
  /** `manage` needs the right to change topics and sources; `read` is for everybody in the channel. */
  readonly right: 'read' | 'manage';
  /** `console` commands name files of the machine and are not offered where people chat. */
  readonly where: 'everywhere' | 'console';
  readonly examples: readonly string[];
}

const PERIOD = {
  name: 'period',
  kind: 'period',
  required: false,
  description: 'the days it covers: "last 14 days", "since 2024-11-01", "2024-11-01 to 2024-11-07", "last week"',
} as const satisfies CommandArgument;

/** Every command of the bot, once. The chat menus, the command line, the help and the parser of typed text are made from it. */
export const COMMAND_TABLE = [
  {
    name: 'brief',
    description: 'A cited brief on a topic, or on any words',
    arguments: [{ name: 'topic', kind: 'topic', required: false, description: 'a topic, or words in quotation marks' }, PERIOD],
    right: 'read',
    where: 'everywhere',
    examples: ['brief china-uk', 'brief china-uk last 14 days', 'brief "export controls" since 2024-11-01'],
  },
  {
    name: 'ask',
    description: 'A cited answer to one question',
    arguments: [{ name: 'question', kind: 'rest', required: true, description: 'the question' }],
    right: 'read',
    where: 'everywhere',
    examples: ['ask what did the committee call for?'],
  },
  {
    name: 'said',
    description: 'Every recorded position of a person or body, by date',
    arguments: [
      {
        name: 'speaker',
        kind: 'rest',
        required: true,
        description: 'who, then "about" and a subject if you like',
      },
    ],
    right: 'read',
    where: 'everywhere',
    examples: ['said Rachel Reeves', 'said Wang Yi about trade'],
  },
  {
    name: 'search',
    description: 'The passages that match some words best',
    arguments: [{ name: 'query', kind: 'rest', required: true, description: 'the words' }],
    right: 'read',
    where: 'everywhere',
    examples: ['search gallium export ban'],
  },
  {
    name: 'articles',
    description: 'The newest articles, of all or of one topic',
    arguments: [{ name: 'topic', kind: 'topic', required: false, description: 'a topic' }],
    right: 'read',
    where: 'everywhere',
    examples: ['articles', 'articles china-uk'],
  },
  {
    name: 'topics',
    description: 'The topics that can be briefed; show, add or remove one',
    arguments: [
      {
        name: 'action',
        kind: 'choice',
        required: false,
        description: 'what to do',
        choices: ['list', 'show', 'add', 'remove'],
      },
      {
        name: 'topic',
        kind: 'rest',
        required: false,
        description: 'the slug; for add: slug, then groups of words',
      },
    ],
    right: 'read',
    where: 'everywhere',
    examples: ['topics', 'topics show china-uk', 'topics add uk-india UK, Britain + India, Delhi', 'topics remove uk-india'],
  },
  {
    name: 'sources',
    description: 'The folders that articles come from; add, remove or read them again',
    arguments: [
      {
        name: 'action',
        kind: 'choice',
        required: false,
        description: 'what to do',
        choices: ['list', 'add', 'remove', 'fetch'],
      },
      { name: 'path', kind: 'path', required: false, description: 'the folder' },
    ],
    right: 'manage',
    where: 'console',
    examples: ['sources', 'sources add ./articles', 'sources fetch'],
  },
  {
    name: 'stats',
    description: 'How much is held',
    arguments: [],
    right: 'read',
    where: 'everywhere',
    examples: ['stats'],
  },
  {
    name: 'show',
    description: 'A brief or an answer again, exactly as it was given',
    arguments: [{ name: 'id', kind: 'id', required: true, description: 'its id' }],
    right: 'read',
    where: 'everywhere',
    examples: ['show brief-2k7x…'],
  },
  {
    name: 'ledger',
    description: 'What each brief and answer was made from, and what it cost; newest first',
    arguments: [{ name: 'rows', kind: 'number', required: false, description: 'how many, 20 unless told' }],
    right: 'manage',
    where: 'console',
    examples: ['ledger', 'ledger 50'],
  },
  {
    name: 'help',
    description: 'What can be asked, and how',
    arguments: [],
    right: 'read',
    where: 'everywhere',
    examples: ['help'],
  },
] as const satisfies readonly CommandRow[];

export type CommandName = (typeof COMMAND_TABLE)[number]['name'];
