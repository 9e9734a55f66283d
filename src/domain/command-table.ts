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
  /** `read` is for everybody, guests too; `contribute` for members; `manage` for those who may change what is followed. */
  readonly right: Right;
  /** Choices of its first argument that need `manage`, whatever the command itself needs. */
  readonly managed: readonly string[];
  /** Choices of its first argument that only whoever sits at the machine may make: they name files of it. */
  readonly consoleOnly?: readonly string[];
  /** `console` commands name files of the machine and are not offered where people chat; `control` ones stand behind a button. */
  readonly where: 'everywhere' | 'console' | 'control';
  readonly examples: readonly string[];
}

export type Right = 'read' | 'contribute' | 'manage';

const PERIOD = {
  name: 'period',
  kind: 'period',
  required: false,
  description: 'the days it covers: "last 14 days", "since 2024-11-01", "2024-11-01 to 2024-11-07", "last week"',
} as const satisfies CommandArgument;

const ID = { name: 'id', kind: 'id', required: true, description: 'the id of a brief or an answer' } as const satisfies CommandArgument;
const MARK = { name: 'mark', kind: 'id', required: true, description: 'the number of a quote in it' } as const satisfies CommandArgument;

/** Every command of the bot, once. The chat menus, the command line, the help and the parser of typed text are made from it. */
export const COMMAND_TABLE = [
  {
    name: 'brief',
    description: 'A cited brief on a topic, or on any words',
    arguments: [{ name: 'topic', kind: 'topic', required: false, description: 'a topic, or words in quotation marks' }, PERIOD],
    right: 'read',
    managed: [],
    where: 'everywhere',
    examples: ['brief china-uk', 'brief china-uk last 14 days', 'brief "export controls" since 2024-11-01'],
  },
  {
    name: 'ask',
    description: 'A cited answer to one question',
    arguments: [{ name: 'question', kind: 'rest', required: true, description: 'the question' }],
    right: 'read',
    managed: [],
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
    managed: [],
    where: 'everywhere',
    examples: ['said Rachel Reeves', 'said Wang Yi about trade'],
  },
  {
    name: 'search',
    description: 'The passages that match some words best',
    arguments: [{ name: 'query', kind: 'rest', required: true, description: 'the words' }],
    right: 'read',
    managed: [],
    where: 'everywhere',
    examples: ['search gallium export ban'],
  },
  {
    name: 'articles',
    description: 'The newest articles, of all or of one topic',
    arguments: [{ name: 'topic', kind: 'topic', required: false, description: 'a topic' }],
    right: 'read',
    managed: [],
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
    managed: ['add', 'remove'],
    where: 'everywhere',
    examples: ['topics', 'topics show china-uk', 'topics add uk-india UK, Britain + India, Delhi', 'topics remove uk-india'],
  },
  {
    name: 'digest',
    description: 'A brief every morning in this channel',
    arguments: [{ name: 'wish', kind: 'rest', required: false, description: 'topics, days and time' }],
    right: 'read',
    managed: [],
    where: 'control',
    examples: [],
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
    managed: [],
    consoleOnly: ['add', 'remove'],
    where: 'everywhere',
    examples: ['sources', 'sources add ./articles', 'sources fetch'],
  },
  {
    name: 'stats',
    description: 'How much is held',
    arguments: [],
    right: 'read',
    managed: [],
    where: 'everywhere',
    examples: ['stats'],
  },
  {
    name: 'show',
    description: 'A brief or an answer again, exactly as it was given',
    arguments: [{ name: 'id', kind: 'id', required: true, description: 'its id' }],
    right: 'read',
    managed: [],
    where: 'everywhere',
    examples: ['show brief-2k7x…'],
  },
  {
    name: 'quote',
    description: 'A quote of a brief or an answer in its paragraph',
    arguments: [ID, MARK],
    right: 'read',
    managed: [],
    where: 'control',
    examples: ['quote brief-2k7x… 3'],
  },
  {
    name: 'export',
    description: 'A brief or an answer as Markdown, with every quote in a footnote',
    arguments: [ID],
    right: 'read',
    managed: [],
    where: 'control',
    examples: ['export brief-2k7x…'],
  },
  {
    name: 'wrong',
    description: 'Say that something is wrong with a claim: it is held back until somebody has looked at it',
    arguments: [ID, MARK, { name: 'why', kind: 'rest', required: false, description: 'what is wrong' }],
    right: 'contribute',
    managed: [],
    where: 'control',
    examples: ['wrong brief-2k7x… 3 the figure is from last year'],
  },
  {
    name: 'reports',
    description: 'What people said is wrong; uphold keeps a claim out, dismiss shows it again',
    arguments: [
      { name: 'action', kind: 'choice', required: false, description: 'what to do', choices: ['list', 'uphold', 'dismiss'] },
      { name: 'id', kind: 'id', required: false, description: 'the id of the report' },
    ],
    right: 'manage',
    managed: [],
    where: 'everywhere',
    examples: ['reports', 'reports uphold report-4h2k…'],
  },
  {
    name: 'settings',
    description: 'What is set here: who may manage, where reports go, when and where the bot answers',
    arguments: [
      {
        name: 'setting',
        kind: 'choice',
        required: false,
        description: 'what to set',
        choices: ['list', 'follow-ups', 'answers', 'managers', 'owner'],
      },
      { name: 'value', kind: 'rest', required: false, description: 'its new value' },
    ],
    right: 'read',
    managed: ['follow-ups', 'answers', 'managers', 'owner'],
    where: 'everywhere',
    examples: [
      'settings',
      'settings follow-ups threads',
      'settings answers thread',
      'settings managers add @somebody',
      'settings owner me',
    ],
  },
  {
    name: 'add',
    description: 'Adds a text to the corpus',
    arguments: [{ name: 'text', kind: 'rest', required: true, description: 'the text of the article, perhaps after "date YYYY-MM-DD"' }],
    right: 'contribute',
    managed: [],
    where: 'control',
    examples: [],
  },
  {
    name: 'delete',
    description: 'Takes a message of the bot away',
    arguments: [{ name: 'message', kind: 'id', required: true, description: "the platform's name for the message" }],
    right: 'manage',
    managed: [],
    where: 'control',
    examples: [],
  },
  {
    name: 'home',
    description: 'Where things stand: topics, the latest briefs, how to ask, who may manage',
    arguments: [],
    right: 'read',
    managed: [],
    where: 'everywhere',
    examples: ['home'],
  },
  {
    name: 'ledger',
    description: 'What each brief and answer was made from, and what it cost; newest first',
    arguments: [{ name: 'rows', kind: 'number', required: false, description: 'how many, 20 unless told' }],
    right: 'manage',
    managed: [],
    where: 'console',
    examples: ['ledger', 'ledger 50'],
  },
  {
    name: 'help',
    description: 'What can be asked, and how',
    arguments: [],
    right: 'read',
    managed: [],
    where: 'everywhere',
    examples: ['help'],
  },
] as const satisfies readonly CommandRow[];

export type CommandName = (typeof COMMAND_TABLE)[number]['name'];
