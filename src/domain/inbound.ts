import type { Channel } from './caller.ts';
import type { Command } from './command.ts';

/** Who sees a reply: the channel, only who asked, or the person's own page of the bot. */
export type Audience = 'everyone' | 'asker' | 'home';

/** Where a reply goes. */
export interface Place {
  readonly channel: Channel;
  /** The thread that it goes into; null for the channel itself. */
  readonly thread: string | null;
  /** Where in the channel exactly, in the adapter's words, where channel and thread do not say it. */
  readonly room?: string;
  /** True where a platform that knows replies as well as threads makes a thread for the answer. Others ignore it. */
  readonly opensThread?: boolean;
  readonly audience: Audience;
  /** Who asked, by the adapter's id. */
  readonly person: string;
  /** What the adapter needs to answer privately, for as long as the platform allows. A secret: it is never logged. */
  readonly token: string | null;
}

/**
 * What was done. `text` is as typed, without the mention; `isAddressed` is false for what was said in a thread of the bot
 * to nobody in particular.
 */
export type Act =
  | { readonly kind: 'text'; readonly text: string; readonly isAddressed: boolean }
  | { readonly kind: 'command'; readonly command: Command };

/** One act of a person on a platform, in words that are no platform's. */
export interface Inbound {
  /** Names the act: whatever is delivered twice has the same key twice. */
  readonly key: string;
  /** Acts of one lane are handled one after the other, in the order in which they came. */
  readonly lane: string;
  readonly act: Act;
  readonly place: Place;
}
