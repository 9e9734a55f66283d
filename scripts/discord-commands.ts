import { existsSync } from 'node:fs';
import { createRest, PATIENCE_MS } from '../adapters/discord/create-rest.ts';
import { describe } from '../adapters/discord/discord-errors.ts';
import { registerCommands } from '../adapters/discord/register.ts';
import { parseConfig } from '../src/config.ts';

/** Registers the commands with Discord, as the bot does when it starts. */
async function register(): Promise<string> {
  const { discord } = parseConfig(process.env);
  if (discord === null) throw new Error('set DISCORD_TOKEN: docs/discord.md says where to find it');
  const rest = createRest(discord, PATIENCE_MS);
  const applicationId = discord.applicationId ?? ((await rest.get('/applications/@me')) as { readonly id: string }).id;
  const where = discord.guild === null ? 'everywhere' : `in the server ${discord.guild}`;
  const changed = await registerCommands({ rest, applicationId, guild: discord.guild });
  return changed ? `The commands were registered ${where}.` : `The commands are registered ${where}; nothing changed.`;
}

if (existsSync('.env')) process.loadEnvFile('.env');
try {
  process.stdout.write(`${await register()}\n`);
} catch (error) {
  process.stderr.write(`${describe(error)}\n`);
  process.exitCode = 1;
}
