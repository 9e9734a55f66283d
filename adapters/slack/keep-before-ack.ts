import type { App } from '@slack/bolt';

type ProcessEvent = App['processEvent'];
type ReceiverEvent = Parameters<ProcessEvent>[0];

/** What stands before the app, for its receiver. */
export interface Gate {
  /** For `receiver.init`: an app whose events are kept before they are acknowledged. */
  readonly app: App;
  /** Lets nothing more in, and resolves when all that was let in is done. */
  close(): Promise<void>;
}

/**
 * Bolt acknowledges an event before its listeners run, and what fails afterwards is lost: Slack does not deliver it again.
 * So `keep` comes first. When it rejects, nothing is acknowledged and Slack delivers again.
 */
export function keepBeforeAck(app: App, keep: (body: ReceiverEvent['body']) => Promise<void>): Gate {
  const running = new Set<Promise<void>>();
  let isClosed = false;

  async function pass(event: ReceiverEvent): Promise<void> {
    await keep(event.body);
    await app.processEvent(event);
  }

  async function processEvent(event: ReceiverEvent): Promise<void> {
    if (isClosed) throw new Error('the bot is stopping');
    const passing = pass(event);
    running.add(passing);
    try {
      await passing;
    } finally {
      running.delete(passing);
    }
  }

  const inherited: App = Object.create(app);
  return {
    app: Object.assign(inherited, { processEvent }),
    async close() {
      isClosed = true;
      await Promise.allSettled(running);
    },
  };
}
