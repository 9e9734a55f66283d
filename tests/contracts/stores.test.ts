import { describe } from 'vitest';
import { articleStoreContract } from './article-store.contract.ts';
import { corpusCounterContract } from './corpus-counter.contract.ts';
import { deliveryStoreContract } from './delivery-store.contract.ts';
import { inboxStoreContract } from './inbox-store.contract.ts';
import { installationStoreContract } from './installation-store.contract.ts';
import { ledgerContract } from './ledger.contract.ts';
import { passageIndexContract } from './passage-index.contract.ts';
import { positionIndexContract } from './position-index.contract.ts';
import { readingStoreContract } from './reading-store.contract.ts';
import { replyStoreContract } from './reply-store.contract.ts';
import { reportStoreContract } from './report-store.contract.ts';
import { settingsStoreContract } from './settings-store.contract.ts';
import { sourceStoreContract } from './source-store.contract.ts';
import { STORE_IMPLEMENTATIONS } from './store-implementations.ts';
import { storyIndexContract } from './story-index.contract.ts';
import { tenantIsolationContract } from './tenant-isolation.contract.ts';
import { threadStoreContract } from './thread-store.contract.ts';
import { topicStoreContract } from './topic-store.contract.ts';

const CONTRACTS = [
  articleStoreContract,
  passageIndexContract,
  storyIndexContract,
  positionIndexContract,
  topicStoreContract,
  sourceStoreContract,
  replyStoreContract,
  readingStoreContract,
  ledgerContract,
  corpusCounterContract,
  inboxStoreContract,
  deliveryStoreContract,
  threadStoreContract,
  settingsStoreContract,
  reportStoreContract,
  installationStoreContract,
  tenantIsolationContract,
];

describe.each(STORE_IMPLEMENTATIONS)('$name', (implementation) => {
  for (const contract of CONTRACTS) contract(implementation);
});
