/** What the bot may do in a workspace, each with its reason. The manifest asks for these and no more. */
export const SCOPES = [
  { scope: 'app_mentions:read', reason: 'to hear "@Attaché …" in channels' },
  { scope: 'chat:write', reason: 'to post briefs and answers where it was invited' },
  { scope: 'commands', reason: 'for /brief, /digest, /attache and the shortcuts on messages' },
  { scope: 'im:history', reason: 'to hear what is said to it in direct messages' },
  { scope: 'im:write', reason: 'to open a direct message with a person' },
  {
    scope: 'channels:history',
    reason: 'to hear follow-ups without a mention in threads, and to look for a message before it is sent again',
  },
  { scope: 'groups:history', reason: 'the same in private channels that it was invited to' },
  { scope: 'channels:read', reason: 'to see whether it was invited to a channel' },
  { scope: 'groups:read', reason: 'the same for private channels' },
  { scope: 'users:read', reason: 'to tell admins, members and guests apart' },
  { scope: 'files:read', reason: 'to read a text file that somebody adds through the shortcut' },
  { scope: 'assistant:write', reason: 'to show what it is doing and to suggest first questions' },
] as const;

export interface ScopeReport {
  readonly missing: readonly string[];
  readonly needless: readonly string[];
}

/** Compares what a workspace granted with what is needed, each in order. */
export function compareScopes(granted: readonly string[]): ScopeReport {
  const needed = SCOPES.map(({ scope }): string => scope);
  return {
    missing: needed.filter((scope) => !granted.includes(scope)),
    needless: granted.filter((scope) => !needed.includes(scope)),
  };
}
