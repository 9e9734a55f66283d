import type { ChatDelivery } from '../../src/ports/chat-delivery.ts';
import { parseToken } from './interaction-token.ts';

/** A delivery that posts no answer to an interaction before that was acknowledged: Discord would take it for a dead one. */
export function afterAcknowledging(delivery: ChatDelivery, acknowledged: (interactionId: string) => Promise<void>): ChatDelivery {
  return {
    ...delivery,
    async post(place, payload, key, under) {
      const token = parseToken(place.token);
      if (token !== null) await acknowledged(token.id);
      return delivery.post(place, payload, key, under);
    },
  };
}
