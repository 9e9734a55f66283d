/**
 * What Slack sends, as far as it is read here. Everything may be absent: a field that Slack leaves out must not stop what
 * was said from being heard.
 */

interface WithId {
  readonly id?: string;
}

/** A file on a message. */
export interface FilePayload {
  readonly id?: string;
  readonly name?: string | null;
  readonly mimetype?: string;
  readonly url_private?: string;
  readonly size?: number;
}

/** `message`, `app_mention` and `app_home_opened`, which differ in what they carry. */
export interface EventPayload {
  readonly type?: string;
  readonly subtype?: string;
  readonly hidden?: boolean;
  readonly edited?: unknown;
  readonly channel?: string;
  readonly channel_type?: string;
  readonly user?: string;
  readonly bot_id?: string | null;
  readonly text?: string;
  readonly ts?: string;
  readonly thread_ts?: string;
  readonly tab?: string;
  /** `tokens_revoked`: whose tokens. */
  readonly tokens?: { readonly bot?: readonly string[] };
}

interface Authorization {
  readonly team_id?: string | null;
  readonly user_id?: string;
  readonly is_bot?: boolean;
}

/** An envelope of the Events API. */
export interface EventBody {
  readonly team_id?: string;
  readonly event_id?: string;
  readonly event: EventPayload;
  readonly authorizations?: readonly Authorization[] | null;
}

/** A slash command. */
export interface CommandBody {
  readonly command: string;
  readonly text?: string;
  readonly team_id?: string;
  readonly channel_id?: string;
  readonly user_id?: string;
  readonly response_url?: string;
  readonly trigger_id?: string;
}

interface Option {
  readonly value?: string;
  readonly text?: { readonly text?: string };
}

interface Element {
  readonly action_id?: string;
  readonly options?: readonly Option[];
  /** In place of options, where there are more than one list holds. */
  readonly option_groups?: readonly { readonly options?: readonly Option[] }[];
}

/** A block of a message, as far as the bot looks for its own menus in it. */
export interface BlockPayload {
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
}

interface ActionPayload {
  readonly action_id?: string;
  readonly action_ts?: string;
  readonly value?: string;
  readonly selected_option?: Option | null;
}

/** A press on a button or a choice in a menu. */
export interface ActionBody {
  readonly type: 'block_actions';
  readonly team?: WithId | null;
  readonly user?: WithId & { readonly team_id?: string };
  readonly channel?: WithId | null;
  readonly container?: { readonly is_ephemeral?: boolean; readonly message_ts?: string; readonly thread_ts?: string };
  readonly message?: { readonly ts?: string; readonly thread_ts?: string; readonly blocks?: readonly BlockPayload[] };
  readonly trigger_id?: string;
  readonly response_url?: string;
  readonly actions?: readonly ActionPayload[];
}

/** What stands in one field of a modal. */
export interface FieldState {
  readonly value?: string | null;
  readonly selected_option?: Option | null;
}

/** A modal that was sent off. */
export interface ViewBody {
  readonly type: 'view_submission';
  readonly team?: WithId | null;
  readonly user?: WithId & { readonly team_id?: string };
  readonly view?: {
    readonly id?: string;
    readonly hash?: string;
    readonly callback_id?: string;
    readonly private_metadata?: string;
    readonly app_installed_team_id?: string;
    readonly state?: { readonly values?: Readonly<Record<string, Readonly<Record<string, FieldState>>>> };
  };
}

/** A shortcut on a message. */
export interface ShortcutBody {
  readonly type: 'message_action';
  readonly callback_id?: string;
  readonly trigger_id?: string;
  readonly response_url?: string;
  readonly team?: WithId | null;
  readonly channel?: WithId | null;
  readonly user?: WithId & { readonly team_id?: string };
  readonly message?: {
    readonly ts?: string;
    readonly thread_ts?: string;
    readonly text?: string;
    readonly files?: readonly FilePayload[];
  };
}

/** Anything that Slack sends: which of them it is shows in the fields that it has. */
export type Body = EventBody | CommandBody | ActionBody | ViewBody | ShortcutBody;
