import type { Answer } from '../domain/answer.ts';
import type { Caller } from '../domain/caller.ts';
import type { Turn } from '../domain/thread.ts';

/** The last questions and answers of the threads that ask: what "and what did he say?" leans on. */
export interface Conversations {
  turnsOf(caller: Caller): readonly Turn[];
  add(caller: Caller, answer: Answer): void;
}

const TURNS_KEPT = 3;
const CHANNELS_KEPT = 200;

/** Keeps them in memory only: a conversation that a restart cuts is begun again without harm. */
export function createConversations(): Conversations {
  const turns = new Map<string, readonly Turn[]>();
  const keyOf = ({ channel: { tenant, adapter, id }, thread }: Caller): string => JSON.stringify([tenant, adapter, id, thread]);
  return {
    turnsOf: (caller) => turns.get(keyOf(caller)) ?? [],
    add(caller, { question, readAs, claims }) {
      const key = keyOf(caller);
      const turn = { question: readAs ?? question, answer: claims.map(({ text }) => text) };
      const kept = [...(turns.get(key) ?? []), turn].slice(-TURNS_KEPT);
      // Setting it anew moves the channel to the end, so that the first is the one that has been silent longest.
      turns.delete(key);
      turns.set(key, kept);
      const [oldest] = turns.keys();
      if (turns.size > CHANNELS_KEPT && oldest !== undefined) turns.delete(oldest);
    },
  };
}
