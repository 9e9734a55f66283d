import { COMMAND_TABLE, type CommandRow } from '../../src/domain/command-table.ts';
import { SHORTCUTS } from './controls.ts';
import { PATHS } from './receivers.ts';
import { SCOPES } from './scopes.ts';
import { SUGGESTED_PROMPTS } from './suggested-prompts.ts';

/** What Slack tells the bot of, each with the scope that it needs. */
const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.channels',
  'message.groups',
  'message.im',
  'tokens_revoked',
] as const;

const DESCRIPTION = 'Cited briefings on what you follow: every sentence has its quote.';

/** How the arguments of a command are written, `[x]` for what may be left out. */
function usageOf(row: CommandRow): string {
  return row.arguments.map(({ name, required }) => (required ? name : `[${name}]`)).join(' ');
}

function rowOf(name: string): CommandRow | undefined {
  return COMMAND_TABLE.find((row) => row.name === name);
}

/** `should_escape`: people and channels come with their ids, without which a name would be taken for somebody else's. */
function slashCommand(command: string, description: string, hint: string, url: string | null) {
  return { command, description, usage_hint: hint, should_escape: true, ...(url === null ? {} : { url }) };
}

function slashCommands(url: string | null) {
  const brief = rowOf('brief');
  const digest = rowOf('digest');
  const others = COMMAND_TABLE.filter(({ where, name }) => where === 'everywhere' && name !== 'brief').map(({ name }) => name);
  return [
    slashCommand('/brief', brief?.description ?? 'A cited brief', brief === undefined ? '' : usageOf(brief), url),
    slashCommand(
      '/digest',
      digest?.description ?? 'A brief at a fixed time',
      digest === undefined ? '[topic] [time]' : usageOf(digest),
      url,
    ),
    slashCommand('/attache', 'Everything else that Attaché does', others.join(' | '), url),
  ];
}

/**
 * The app as Slack's manifest describes it, from the command table and the controls: for Socket Mode, or for HTTP where
 * the public address of the server is given.
 */
export function slackManifest(publicUrl: string | null) {
  const base = publicUrl?.replace(/\/+$/, '') ?? null;
  const url = base === null ? null : `${base}${PATHS.events}`;
  const requests = url === null ? {} : { request_url: url };
  return {
    display_information: {
      name: 'Attaché',
      description: DESCRIPTION,
      long_description: `${DESCRIPTION} Attaché reads the articles that a team follows and briefs the team where it talks. A sentence is posted only when its quote was found, word for word, in an article. It may be written by a language model; the quotes are not.`,
    },
    features: {
      agent_view: {
        agent_description: `${DESCRIPTION} Ask for a brief on a topic, or ask one question.`,
        suggested_prompts: SUGGESTED_PROMPTS.map((prompt) => ({ ...prompt })),
      },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'attache', always_online: true },
      shortcuts: [
        {
          name: 'Add to articles',
          type: 'message',
          callback_id: SHORTCUTS.add,
          description: 'Add the words of this message and of the text files on it',
        },
        { name: 'Delete this answer', type: 'message', callback_id: SHORTCUTS.delete, description: 'Take a message of the bot away' },
      ],
      slash_commands: slashCommands(url),
    },
    oauth_config: {
      ...(base === null ? {} : { redirect_urls: [`${base}${PATHS.redirect}`] }),
      scopes: { bot: SCOPES.map(({ scope }) => scope) },
    },
    settings: {
      event_subscriptions: { ...requests, bot_events: [...EVENTS] },
      interactivity: { is_enabled: true, ...requests },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}
