import type { Answer } from '../domain/answer.ts';
import type { Brief } from '../domain/brief.ts';
import type { Caller } from '../domain/caller.ts';
import type { Turn } from '../domain/thread.ts';
import type { Clock } from '../ports/clock.ts';
import type { ThreadStore } from '../ports/thread-store.ts';
import { claimsOf } from './reply-commands.ts';

/** The last questions and answers of the threads that ask: what "and what did he say?" leans on. */
export interface Conversations {
  turnsOf(caller: Caller): Promise<readonly Turn[]>;
  add(caller: Caller, reply: Brief | Answer): Promise<void>;
}

const TURNS_KEPT = 3;
/** Sentences of a turn: what comes later in a long brief explains no "it". */
const SENTENCES_KEPT = 5;
const PEOPLE_KEPT = 50;
const KEPT_MS = 30 * 86_400_000;
/** After such a silence a question in a direct message begins anew. */
const SILENCE_MS = 3_600_000;

/** What a reply leaves in memory. */
export function turnOf(reply: Brief | Answer): Turn {
  const question = reply.kind === 'brief' ? `A brief on ${reply.topic.title}` : (reply.readAs ?? reply.question);
  return {
    question,
    answer: claimsOf(reply)
      .slice(0, SENTENCES_KEPT)
      .map(({ text }) => text),
  };
}

/** Keeps them in the store, each thread apart; one in which nothing was said for a month is forgotten. */
export function createConversations({ threads, clock }: { readonly threads: ThreadStore; readonly clock: Clock }): Conversations {
  return {
    async turnsOf({ channel, thread, remembers }) {
      if (!remembers) return [];
      const conversation = await threads.read(channel, thread);
      // What has no thread of its own is a new matter after a while.
      const isOver = thread === null && clock.now() - (conversation?.spokenAt ?? 0) > SILENCE_MS;
      return isOver ? [] : (conversation?.turns ?? []);
    },
    async add({ channel, thread, person, remembers }, reply) {
      if (!remembers) return;
      const { turns, people } = (await threads.read(channel, thread)) ?? { turns: [], people: [] };
      const turn = turnOf(reply);
      // What is answered again after a crash is one turn.
      const before = turns.at(-1)?.question === turn.question ? turns.slice(0, -1) : turns;
      const now = clock.now();
      const conversation = {
        turns: [...before, turn].slice(-TURNS_KEPT),
        people: [...people.filter((id) => id !== person.id), person.id].slice(-PEOPLE_KEPT),
        spokenAt: now,
      };
      await threads.save(channel, thread, conversation, now, now - KEPT_MS);
    },
  };
}
