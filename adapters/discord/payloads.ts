import type { ApplicationCommandType, ChannelType, InteractionType, MessageReferenceType, MessageType } from 'discord.js';

/**
 * What Discord sends, as far as it is read here. Everything may be absent: a field that Discord leaves out must not stop
 * what was said from being heard.
 */

interface UserPayload {
  readonly id?: string;
  readonly bot?: boolean;
  readonly system?: boolean;
}

/** A file on a message. */
export interface AttachmentPayload {
  readonly id?: string;
  readonly filename?: string;
  readonly content_type?: string;
  readonly size?: number;
  readonly url?: string;
}

interface MessageReference {
  /** Absent for a reply. */
  readonly type?: MessageReferenceType;
  readonly message_id?: string;
}

/** A button, a select, or what holds some. */
export interface ComponentPayload {
  readonly custom_id?: string;
  readonly options?: readonly { readonly label?: string; readonly value?: string }[];
  readonly components?: readonly ComponentPayload[];
}

/** A message: of the gateway, of the web API (which leaves `guild_id` out), or that an interaction is about. */
export interface MessagePayload {
  readonly id?: string;
  readonly type?: MessageType;
  readonly channel_id?: string;
  /** Told in newer versions of the gateway. */
  readonly channel_type?: ChannelType;
  readonly guild_id?: string;
  readonly author?: UserPayload;
  readonly webhook_id?: string;
  readonly content?: string;
  readonly flags?: number;
  readonly mentions?: readonly UserPayload[];
  readonly mention_roles?: readonly string[];
  readonly mention_everyone?: boolean;
  readonly attachments?: readonly AttachmentPayload[];
  readonly components?: readonly ComponentPayload[];
  readonly message_reference?: MessageReference | null;
  /** The message that this one replies to, without the one that it replies to in turn. */
  readonly referenced_message?: MessagePayload | null;
}

/** An option of a slash command; one that holds options is a subcommand. */
export interface OptionPayload {
  readonly name?: string;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly OptionPayload[];
}

/** What a person entered into a modal: a field, or the label or row that holds it. */
export interface FieldPayload {
  readonly custom_id?: string;
  readonly value?: string;
  readonly values?: readonly string[];
  readonly component?: FieldPayload;
  readonly components?: readonly FieldPayload[];
}

interface InteractionData {
  readonly name?: string;
  readonly type?: ApplicationCommandType;
  readonly options?: readonly OptionPayload[];
  readonly target_id?: string;
  readonly resolved?: { readonly messages?: Readonly<Record<string, MessagePayload>> };
  readonly custom_id?: string;
  readonly values?: readonly string[];
  readonly components?: readonly FieldPayload[];
}

/** A slash command, an entry of a menu, a button, a select, a modal or a half-typed option. */
export interface InteractionPayload {
  readonly id?: string;
  readonly type?: InteractionType;
  readonly token?: string;
  readonly guild_id?: string;
  readonly channel_id?: string;
  /** Of a thread, `parent_id` is the channel that it is in; of a channel, its category. */
  readonly channel?: { readonly id?: string; readonly type?: ChannelType; readonly parent_id?: string | null };
  /** In a server. */
  readonly member?: { readonly user?: UserPayload };
  /** In a direct message. */
  readonly user?: UserPayload;
  /** What the bot may do in that channel, as a number in text. */
  readonly app_permissions?: string;
  /** The message that a button or a select stands in. */
  readonly message?: MessagePayload;
  readonly data?: InteractionData;
}
