import { describe } from 'vitest';
import { chatDeliveryContract } from './chat-delivery.contract.ts';
import { DELIVERY_IMPLEMENTATIONS } from './delivery-implementations.ts';

describe.each(DELIVERY_IMPLEMENTATIONS)('$name', (implementation) => {
  chatDeliveryContract(implementation);
});
