/** When the bot answers in its own threads: when it is mentioned, or every question there. */
export const FOLLOW_UPS = ['mention', 'threads'] as const;
export type FollowUps = (typeof FOLLOW_UPS)[number];

/** Where the bot answers a message of a channel, on platforms that know both. */
export const ANSWERS = ['reply', 'thread'] as const;
export type Answers = (typeof ANSWERS)[number];

/** What is set for one channel. */
export interface ChannelSettings {
  readonly followUps: FollowUps;
  readonly answers: Answers;
}

export const DEFAULT_CHANNEL_SETTINGS: ChannelSettings = { followUps: 'mention', answers: 'reply' };

/** A person of one platform. */
export interface PersonKey {
  readonly adapter: string;
  readonly id: string;
}

/** What is set for everybody who shares a corpus. */
export interface TenantSettings {
  /** Who may manage besides those whom the platform names. */
  readonly managers: readonly PersonKey[];
  /** Where reports of wrong claims go: a person or a channel of a platform; null for nowhere yet. */
  readonly owner: { readonly adapter: string; readonly channel: string; readonly person: string | null } | null;
}

export const DEFAULT_TENANT_SETTINGS: TenantSettings = { managers: [], owner: null };
