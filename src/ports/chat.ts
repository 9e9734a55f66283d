import type { ChatAccess } from './chat-access.ts';
import type { ChatDelivery } from './chat-delivery.ts';
import type { ChatFiles } from './chat-files.ts';
import type { ChatLifecycle } from './chat-lifecycle.ts';

/** One chat platform, with everything that the core asks of it. */
export interface Chat {
  /** What its channels are called by: `Channel.adapter`. */
  readonly name: string;
  readonly lifecycle: ChatLifecycle;
  readonly delivery: ChatDelivery;
  readonly access: ChatAccess;
  readonly files: ChatFiles;
}
