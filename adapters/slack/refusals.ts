import type { Refusal } from '../../src/ports/chat-delivery.ts';

interface Refused {
  readonly refusal: Refusal;
  /** What to do, in one sentence. */
  readonly reason: string;
}

const INVITE: Refused = { refusal: 'not-in-channel', reason: 'I am not in this channel. Invite me with /invite @Attaché' };
const HIDDEN: Refused = {
  refusal: 'no-such-channel',
  reason: 'I cannot see this channel. If it is private, invite me with /invite @Attaché; otherwise it is gone',
};
const ARCHIVED: Refused = { refusal: 'archived', reason: 'This channel is archived. Unarchive it, or choose another' };
const REVOKED: Refused = { refusal: 'revoked', reason: 'I am no longer installed in this workspace. Install me again' };
const SCOPES: Refused = {
  refusal: 'not-allowed',
  reason: 'I lack a permission. Install me again, so that I get what my manifest asks for',
};
const RESTRICTED: Refused = {
  refusal: 'not-allowed',
  reason: 'Only some may post in this channel. Ask one of its managers or an admin to let me',
};
const TOO_LONG: Refused = { refusal: 'too-long', reason: 'Slack finds this message too long. Ask for less at once' };
const NOBODY: Refused = { refusal: 'no-such-channel', reason: 'This person is not in the workspace any more' };

/** What Slack's error codes mean, where they mean that nothing was posted and that trying again will not help. */
const BY_CODE: Readonly<Record<string, Refused>> = {
  not_in_channel: INVITE,
  user_not_in_channel: { refusal: 'not-in-channel', reason: 'You are not in that channel' },
  channel_not_found: HIDDEN,
  is_archived: ARCHIVED,
  channel_is_archived: ARCHIVED,
  token_revoked: REVOKED,
  token_expired: REVOKED,
  account_inactive: REVOKED,
  invalid_auth: REVOKED,
  not_authed: REVOKED,
  missing_scope: SCOPES,
  no_permission: SCOPES,
  not_allowed_token_type: SCOPES,
  team_access_not_granted: SCOPES,
  ekm_access_denied: RESTRICTED,
  access_denied: RESTRICTED,
  restricted_action: RESTRICTED,
  msg_too_long: TOO_LONG,
  msg_blocks_too_long: TOO_LONG,
  invalid_blocks: TOO_LONG,
  invalid_blocks_format: TOO_LONG,
  user_not_found: NOBODY,
  user_disabled: NOBODY,
  users_not_found: NOBODY,
};

/** What a code of Slack's refuses and what to do about it. A code that is not known is named, if it is one at all. */
export function refusalOf(code: string): Refused {
  const known = BY_CODE[code];
  if (known) return known;
  if (code.startsWith('restricted_action')) return RESTRICTED;
  const name = /^[a-z_]{1,60}$/.test(code) ? code : 'no reason that I know';
  return { refusal: 'other', reason: `Slack refuses this message (${name})` };
}
