/** Threads that are known to be there, so that the later messages of an answer do not ask for them again. */
export interface OpenedThreads {
  readonly add: (thread: string) => void;
  readonly has: (thread: string) => boolean;
}

/** Far more than are answered at once; one that is forgotten is asked for again, which does no harm. */
const MOST = 1000;

export function createOpenedThreads(): OpenedThreads {
  const opened = new Set<string>();
  return {
    add: (thread) => {
      opened.add(thread);
      if (opened.size > MOST) opened.delete(opened.values().next().value ?? '');
    },
    has: (thread) => opened.has(thread),
  };
}
