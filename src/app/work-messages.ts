/** What the thread that hears the platforms tells the one that works. */
export type ToWork = { readonly kind: 'wake' | 'stop' };

/** And the other way round. `fatal` ends the process, with one sentence for whoever runs it. */
export type ToMain = { readonly kind: 'ready' | 'stopped' } | { readonly kind: 'fatal'; readonly reason: string };
