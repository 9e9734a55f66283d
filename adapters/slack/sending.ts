import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Place } from '../../src/domain/inbound.ts';
import type { Unopened } from './conversations.ts';

/** One message on its way. */
export interface Sending {
  readonly client: WebClient;
  readonly fetch: typeof fetch;
  readonly timeoutMs: number;
  readonly place: Place;
  readonly channel: string;
  /** The direct message with a person, by their id. */
  readonly conversationOf: (person: string) => Promise<string | Unopened>;
  /** `MessagePayload`, or a view for a home page. */
  readonly body: { readonly text?: string; readonly blocks: KnownBlock[] };
  readonly key: string;
  readonly under: string | null;
}
