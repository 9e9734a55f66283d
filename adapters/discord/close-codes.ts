import { GatewayCloseCodes } from 'discord.js';

/** Why Discord will not have the bot, in one sentence that says what to do, by the code with which it closed the connection. */
export function whyGone(code: GatewayCloseCodes): string {
  switch (code) {
    case GatewayCloseCodes.AuthenticationFailed:
      return 'Discord does not accept DISCORD_TOKEN any more: copy a new one from https://discord.com/developers/applications, your application, Bot, Reset Token.';
    case GatewayCloseCodes.DisallowedIntents:
      return 'Discord does not allow the intent Message Content: switch it on at https://discord.com/developers/applications, your application, Bot, Privileged Gateway Intents, or leave DISCORD_THREADS_WITHOUT_MENTION empty.';
    default:
      return `Discord closed the connection for good (${code}): start the bot again, and if that does not help, install its newest version.`;
  }
}
