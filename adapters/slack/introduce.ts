import type { WebClient } from '@slack/web-api';
import { UserError } from '../../src/domain/errors.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { keepTrying, type Pause } from './keep-trying.ts';
import { compareScopes } from './scopes.ts';
import { codeOf, isRefusedToken } from './slack-errors.ts';

/** Who the bot is in the one workspace that it serves. */
export interface Introduction {
  readonly user: string;
  readonly bot: string;
}

interface IntroduceOptions {
  readonly client: WebClient;
  readonly logger: Logger;
  readonly pause: Pause;
  readonly signal: AbortSignal;
}

function refusalOf(error: unknown): UserError | null {
  const code = codeOf(error);
  if (!isRefusedToken(code)) return null;
  return new UserError(
    `Slack does not accept SLACK_BOT_TOKEN: ${code}, check that it is the Bot User OAuth Token of an app that is installed, and begins with xoxb-.`,
  );
}

/** One line for each kind of difference: a missing scope shows only when something fails, a needless one never. */
function tellScopes(granted: readonly string[] | undefined, logger: Logger): void {
  if (granted === undefined) return;
  const { missing, needless } = compareScopes(granted);
  if (missing.length > 0)
    logger.warn(`Slack did not grant ${missing.join(', ')}: set the app's manifest to manifest.yaml and install it again`);
  if (needless.length > 0) logger.warn(`Slack granted more than is needed: ${needless.join(', ')} can be taken away`);
}

/** Asks Slack who the bot is. Null when told to stop. @throws UserError when the token is not accepted. */
export async function introduce({ client, logger, pause, signal }: IntroduceOptions): Promise<Introduction | null> {
  const trying = { logger, pause, signal, refusal: refusalOf };
  const answer = await keepTrying(() => client.auth.test(), trying);
  if (answer === null) return null;
  tellScopes(answer.response_metadata?.scopes, logger);
  return { user: answer.user_id ?? '', bot: answer.bot_id ?? '' };
}
