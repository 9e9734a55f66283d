import type { ModelWriting } from '../briefing/model/create-model-writing.ts';
import type { Caller } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import type { Place } from '../domain/inbound.ts';
import type { Reply } from '../domain/reply.ts';
import type { Chat } from '../ports/chat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Tell } from '../ports/handle.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';
import type { SourceTools } from './sources-command.ts';

/** A text as somebody pointed at it: where it stands names it, so that the same again is the same article. */
export interface AddedText {
  readonly text: string;
  readonly origin: string;
}

export interface BotOptions extends SourceTools {
  readonly stores: Stores;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
  /** Null where no language model is configured. */
  readonly model: ModelWriting | null;
  /** Fills a tenant that holds nothing at all with the samples. Does nothing for any other. */
  readonly loadSamples: (tenant: string) => Promise<void>;
  /** Takes texts into the corpus, as files with these names and contents would be. */
  readonly addTexts: (
    tenant: string,
    texts: readonly AddedText[],
  ) => Promise<{ readonly added: number; readonly updated: number; readonly rejected: readonly { readonly reason: string }[] }>;
  /** The chat platforms that are connected; undefined for others. */
  readonly chatOf: (adapter: string) => Pick<Chat, 'access' | 'files'> | undefined;
  /** Says something to a place that nobody has asked from. False where that cannot be. */
  readonly announce: (place: Place, reply: Reply) => Promise<boolean>;
}

/** What answers one command. */
export type Handler = (tenant: string, command: Command, caller: Caller, tell: Tell) => Promise<Reply>;
