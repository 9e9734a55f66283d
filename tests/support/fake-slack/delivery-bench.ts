import { createSlackDelivery } from '../../../adapters/slack/delivery.ts';
import type { Place } from '../../../src/domain/inbound.ts';
import type { ChatDelivery } from '../../../src/ports/chat-delivery.ts';
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from './start-fake-slack.ts';
import { webClient } from './web-client.ts';
import { BOT_TOKEN } from './world.ts';

/** Slack's delivery over the real SDK, against a fake Slack with a clock that only the test moves. */
export interface DeliveryBench {
  readonly slack: FakeSlack;
  readonly delivery: ChatDelivery;
  readonly now: () => number;
  readonly pass: (ms: number) => void;
  /** How long the delivery has waited, wait by wait. Waiting passes the time. */
  readonly waits: readonly number[];
}

export async function openDeliveryBench(options: Partial<FakeSlackOptions> = {}, timeoutMs = 5000): Promise<DeliveryBench> {
  let time = Date.UTC(2026, 10, 23, 8);
  const now = (): number => time;
  const slack = await startFakeSlack({ now, ...options });
  const client = webClient(BOT_TOKEN, slack.apiUrl, timeoutMs);
  const waits: number[] = [];
  const delivery = createSlackDelivery({
    clientOf: async (team) => (team === 'T1' ? client : null),
    now,
    wait: async (ms) => {
      waits.push(ms);
      time += ms;
    },
  });
  return { slack, delivery, now, pass: (ms) => void (time += ms), waits };
}

/** A place in the fake workspace: channel `C1`, for all, by default. */
export function slackPlace(over: Partial<Place> & { readonly at?: string } = {}): Place {
  const { at = 'C1', ...rest } = over;
  const channel = { tenant: 'T1', adapter: 'slack', id: `T1/${at}` };
  return { channel, thread: null, audience: 'everyone', person: 'T1/UMEMBER', token: null, ...rest };
}
