import { type Args, blocksArg, textArg } from './call.ts';
import { refusalOf } from './check-blocks.ts';
import type { World } from './world.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

interface Target {
  readonly channel: string;
  readonly user: string;
  readonly madeAt: number;
  uses: number;
}

export interface ResponseUrls {
  /** A new path for a person in a channel, good for five uses in half an hour. */
  create(channel: string, user: string): string;
  /** What the server answers to a body that is sent to a path. */
  use(path: string, body: Args): { readonly status: number; readonly body: string };
}

export function createResponseUrls(world: World, now: () => number): ResponseUrls {
  const targets = new Map<string, Target>();
  return {
    create: (channel, user) => {
      const path = `/response/${world.team}/${targets.size + 1}/secret${targets.size}`;
      targets.set(path, { channel, user, madeAt: now(), uses: 0 });
      return path;
    },
    use: (path, body) => {
      const target = targets.get(path);
      if (!target || target.uses >= USES || now() - target.madeAt > LIFE_MS)
        return { status: 404, body: '{"ok":false,"error":"expired_url"}' };
      const error = refusalOf(textArg(body, 'text'), blocksArg(body));
      if (error !== null) return { status: 400, body: error };
      target.uses += 1;
      const thread = textArg(body, 'thread_ts');
      world.messages.push({
        channel: target.channel,
        ts: world.nextTs(),
        user: world.bot,
        text: textArg(body, 'text'),
        blocks: blocksArg(body),
        metadata: undefined,
        threadTs: thread === '' ? null : thread,
        ephemeralTo: body['response_type'] === 'in_channel' ? null : target.user,
        isBot: true,
      });
      return { status: 200, body: 'ok' };
    },
  };
}
