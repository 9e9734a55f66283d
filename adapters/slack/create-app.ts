import { App, type Receiver } from '@slack/bolt';
import { boltLogger } from './bolt-logger.ts';
import { type ClientSettings, clientOptions } from './clients.ts';
import type { Introduction } from './introduce.ts';
import { addListeners } from './listeners.ts';
import { describe } from './slack-errors.ts';

/** Who the bot is, where it serves one workspace; for several, the receiver's installer tells Bolt for each event. */
export interface Self extends Introduction {
  readonly token: string;
}

/** Bolt, told everything that it would otherwise ask or assume: its own questions end the process when they fail. */
export async function createApp(receiver: Receiver, self: Self | null, settings: ClientSettings): Promise<App> {
  const app = new App({
    receiver,
    ...(self === null ? {} : { token: self.token, botId: self.bot, botUserId: self.user }),
    clientOptions: clientOptions(settings),
    logger: boltLogger(settings.logger, 'debug'),
    tokenVerificationEnabled: false,
    deferInitialization: true,
    convoStore: false,
    ignoreSelf: false,
  });
  // What Bolt throws here comes after the act was kept: nothing of it is lost.
  app.error(async (error) => settings.logger.warn('Slack did not take what was done at once', { reason: describe(error) }));
  addListeners(app);
  await app.init();
  return app;
}
