import { teamOfEvent } from './inbound-of-event.ts';
import type { Body } from './payloads.ts';

/** The workspace that the bot was taken out of, where the payload says so; otherwise null. */
export function goneTeam(body: Body): string | null {
  if (!('event' in body)) return null;
  const { type, tokens } = body.event;
  const isGone = type === 'app_uninstalled' || (type === 'tokens_revoked' && (tokens?.bot ?? []).length > 0);
  return isGone ? (body.team_id ?? teamOfEvent(body)) : null;
}
