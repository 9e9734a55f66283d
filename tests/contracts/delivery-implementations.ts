import { type Fault as ChatFault, createFakeChat } from '../support/fake-chat.ts';
import { openDeliveryBench as openDiscord } from '../support/fake-discord/delivery-bench.ts';
import { discordPlace } from '../support/fake-discord/places.ts';
import { CHANNEL, OTHER_CHANNEL, SILENT_CHANNEL } from '../support/fake-discord/world.ts';
import { openDeliveryBench as openSlack, slackPlace } from '../support/fake-slack/delivery-bench.ts';
import { createHastyTime } from '../support/fake-time.ts';
import type { DeliveryFault, DeliveryImplementation, OpenDelivery } from './chat-delivery.contract.ts';

/** What each fault is at the edge of a network. */
const AT_THE_EDGE = {
  'answer lost': { kind: 'cut', when: 'after' },
  'request lost': { kind: 'cut', when: 'before' },
  'too many': { kind: 'rate-limited', retryAfterSec: 20 },
  broken: { kind: 'status', status: 500, when: 'before' },
} as const;

async function openOnSlack(): Promise<OpenDelivery> {
  const { slack, delivery, now, pass } = await openSlack();
  return {
    delivery,
    now,
    pass,
    channel: slackPlace(),
    otherChannel: slackPlace({ at: 'C2' }),
    closedChannel: slackPlace({ at: 'CELSEWHERE' }),
    count: ({ channel }) => slack.world.messages.filter((message) => channel.id.endsWith(`/${message.channel}`)).length,
    plan: (fault) => slack.faults.plan('chat.postMessage', AT_THE_EDGE[fault]),
    close: () => slack.close(),
  };
}

async function openOnDiscord(): Promise<OpenDelivery> {
  const { discord, delivery, now, pass } = await openDiscord();
  return {
    delivery,
    now,
    pass,
    channel: discordPlace({ at: CHANNEL }),
    otherChannel: discordPlace({ at: OTHER_CHANNEL }),
    closedChannel: discordPlace({ at: SILENT_CHANNEL }),
    count: ({ channel }) => discord.world.messages.filter((message) => channel.id.endsWith(`/${message.channel}`)).length,
    plan: (fault) => discord.faults.plan('POST /channels/:id/messages', AT_THE_EDGE[fault]),
    close: () => discord.close(),
  };
}

const IN_MEMORY: Readonly<Record<DeliveryFault, ChatFault>> = {
  'answer lost': 'answer lost',
  'request lost': 'request lost',
  'too many': 'too many',
  broken: 'request lost',
};

/** The fake that the tests of the core talk to: it must be like the others, or what they show is worth nothing. */
async function openInMemory(): Promise<OpenDelivery> {
  const { clock, wait } = createHastyTime();
  const { delivery, messages, faults } = createFakeChat('fake', clock);
  const placeOf = (id: string) => ({ ...slackPlace(), channel: { tenant: 'main', adapter: 'fake', id } });
  return {
    delivery,
    now: () => clock.now(),
    pass: (ms) => void wait(ms, new AbortController().signal),
    channel: placeOf('C1'),
    otherChannel: placeOf('C2'),
    closedChannel: placeOf('closed'),
    count: ({ channel }) => messages.filter(({ place }) => place.channel.id === channel.id).length,
    plan: (fault) => faults.push(IN_MEMORY[fault]),
    close: () => Promise.resolve(),
  };
}

/** All of them: the contract runs over this list. */
export const DELIVERY_IMPLEMENTATIONS: readonly DeliveryImplementation[] = [
  { name: 'Slack', open: openOnSlack },
  { name: 'Discord', open: openOnDiscord },
  { name: 'the fake of the core', open: openInMemory },
];
