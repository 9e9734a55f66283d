import type { Inbound } from '../../src/domain/inbound.ts';
import { inboundOfAction } from './inbound-of-action.ts';
import { inboundOfCommand } from './inbound-of-command.ts';
import { inboundOfEvent } from './inbound-of-event.ts';
import { inboundOfShortcut } from './inbound-of-shortcut.ts';
import { inboundOfView } from './inbound-of-view.ts';
import type { Body } from './payloads.ts';
import type { Surroundings } from './surroundings.ts';

/** What Slack sent as an act of a person; null when it is none, or one that only opens a modal. */
export function inboundOfBody(body: Body, surroundings: Surroundings): Inbound | null {
  if ('event' in body) return inboundOfEvent(body, surroundings);
  if ('command' in body) return inboundOfCommand(body, surroundings);
  switch (body.type) {
    case 'block_actions':
      return inboundOfAction(body, surroundings);
    case 'view_submission':
      return inboundOfView(body, surroundings);
    case 'message_action':
      return inboundOfShortcut(body, surroundings);
    default:
      // Slack adds kinds of payloads: one that is not known here is no act.
      body satisfies never;
      return null;
  }
}
