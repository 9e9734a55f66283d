import { z } from 'zod';
import type { ConfigProblem } from './config-problem.ts';
import { isServerAddress, oneOf, secret } from './fields.ts';
import { WEB_VARIABLES } from './web-variables.ts';

const MODES = ['socket', 'http'] as const;

/** From 32 characters on, a secret is taken for random: a key is made of it without a slow derivation. */
const LONG = /^[\x21-\x7e]{32,}$/;

export const SLACK_VARIABLES = {
  SLACK_MODE: oneOf(MODES).default('socket'),
  SLACK_BOT_TOKEN: secret('set the Bot User OAuth Token, which begins with xoxb-', /^xoxb-[\x21-\x7e]+$/).optional(),
  SLACK_APP_TOKEN: secret('set the app-level token, which begins with xapp-', /^xapp-[\x21-\x7e]+$/).optional(),
  SLACK_SIGNING_SECRET: secret('set the Signing Secret alone, without spaces').optional(),
  SLACK_API_URL: z
    .string()
    .refine(isServerAddress, 'set an http or https address, or leave it empty for https://slack.com/api/')
    .default('https://slack.com/api/'),
  SLACK_CLIENT_ID: secret('set the Client ID alone, without spaces').optional(),
  SLACK_CLIENT_SECRET: secret('set the Client Secret alone, without spaces').optional(),
  SLACK_STATE_SECRET: secret('set at least 32 random characters, for example what `openssl rand -hex 32` prints', LONG).optional(),
  SLACK_INSTALLATION_KEY: secret('set at least 32 random characters, or leave it empty to use SLACK_STATE_SECRET', LONG).optional(),
} as const;

const SCHEMA = z.object({ ...SLACK_VARIABLES, ...WEB_VARIABLES });
type Variables = z.infer<typeof SCHEMA>;

export interface SlackConfig {
  /** How Slack reaches the bot. */
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly host: string; readonly port: number };
  /** One workspace by its token, or any that installs the bot. */
  readonly identity: { readonly kind: 'token'; readonly botToken: string } | SlackOAuthConfig;
  readonly apiUrl: string;
}

interface SlackOAuthConfig {
  readonly kind: 'oauth';
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** Seals what is stored of each installation. */
  readonly installationKey: string;
  readonly publicUrl: string;
}

const TENANCY_WANTED =
  'set workspace: whoever installs the bot has articles of their own, and manages those alone; or single, if all workspaces are yours: their admins manage the same articles';

type Given = Readonly<Record<string, string>>;

/** These two say how, not that: alone they switch nothing on. */
const SAYS_HOW: ReadonlySet<string> = new Set(['SLACK_MODE', 'SLACK_API_URL']);

function isOn(given: Given): boolean {
  return Object.keys(SLACK_VARIABLES).some((name) => Object.hasOwn(given, name) && !SAYS_HOW.has(name));
}

/** What must be set, or must not, because of something else. */
export function slackProblems(given: Given): readonly ConfigProblem[] {
  if (!isOn(given)) return [];
  const isSet = (name: string): boolean => Object.hasOwn(given, name);
  const isHttp = given['SLACK_MODE'] === 'http';
  const isOAuth = isSet('SLACK_CLIENT_ID') && !isSet('SLACK_BOT_TOKEN');
  const wants: readonly (readonly [wanted: boolean, variable: string, message: string])[] = [
    [!isOAuth, 'SLACK_BOT_TOKEN', 'set the Bot User OAuth Token, or SLACK_CLIENT_ID for several workspaces'],
    [!isOAuth && !isHttp, 'SLACK_APP_TOKEN', 'set the app-level token, which begins with xapp-, or SLACK_MODE to http'],
    [isOAuth || isHttp, 'SLACK_SIGNING_SECRET', 'set the Signing Secret: requests of Slack are checked with it'],
    [isOAuth, 'SLACK_CLIENT_SECRET', 'set the Client Secret that belongs to SLACK_CLIENT_ID'],
    [isOAuth, 'SLACK_STATE_SECRET', 'set at least 32 random characters, for example what `openssl rand -hex 32` prints'],
    [isOAuth, 'PUBLIC_URL', 'set the address that people reach this server at: Slack sends them back there'],
    // Anybody may install it there, and by default they would share the articles and manage them.
    [isOAuth, 'TENANCY', TENANCY_WANTED],
  ];
  const missing = wants.flatMap(([wanted, variable, message]) => (wanted && !isSet(variable) ? [{ variable, message }] : []));
  const clashes: readonly ConfigProblem[] = [
    ...(isOAuth && !isHttp ? [{ variable: 'SLACK_MODE', message: 'set http: several workspaces are served over HTTP' }] : []),
    ...(isSet('SLACK_CLIENT_ID') && isSet('SLACK_BOT_TOKEN')
      ? [{ variable: 'SLACK_CLIENT_ID', message: 'set this for several workspaces or SLACK_BOT_TOKEN for one, not both' }]
      : []),
  ];
  return [...missing, ...clashes];
}

/** Null without tokens. Called only when `slackProblems` found none: what is needed is there. */
export function toSlackConfig(variables: Variables): SlackConfig | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_CLIENT_ID: clientId } = variables;
  if (botToken === undefined && clientId === undefined) return null;
  return {
    transport: transportOf(variables),
    identity: botToken === undefined ? oauthOf(variables) : { kind: 'token', botToken },
    apiUrl: `${variables.SLACK_API_URL.replace(/\/+$/, '')}/`,
  };
}

function transportOf(variables: Variables): SlackConfig['transport'] {
  const { SLACK_MODE: kind, SLACK_APP_TOKEN: appToken = '', SLACK_SIGNING_SECRET: signingSecret = '', HOST: host, PORT: port } = variables;
  return kind === 'socket' ? { kind, appToken } : { kind, signingSecret, host, port };
}

function oauthOf(variables: Variables): SlackOAuthConfig {
  const { SLACK_CLIENT_ID: clientId = '', SLACK_CLIENT_SECRET: clientSecret = '', SLACK_STATE_SECRET: stateSecret = '' } = variables;
  const { SLACK_INSTALLATION_KEY: installationKey = stateSecret, PUBLIC_URL: publicUrl = '' } = variables;
  return { kind: 'oauth', clientId, clientSecret, stateSecret, installationKey, publicUrl };
}
