import { startModelServer } from '../../tests/support/model-server.ts';

// Run by fake-model.ts with the milliseconds that a reply takes as its argument: the fake model in a process of
// its own, so that what it computes is not taken for ours.
const server = await startModelServer({ latencyMs: Number(process.argv[2]) });
process.on('message', () => process.send?.({ served: server.served() }));
process.on('disconnect', () => void server.close());
process.send?.({ url: server.url });
