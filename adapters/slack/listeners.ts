import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { ACTIONS } from './controls.ts';
import { pressedOf } from './inbound-of-action.ts';
import { lineOfCommand } from './inbound-of-command.ts';
import { originOf } from './modal-origin.ts';
import { askModal, quotesOf, wrongModal } from './modals.ts';
import type { ActionBody, CommandBody } from './payloads.ts';
import { SUGGESTED_PROMPTS } from './suggested-prompts.ts';

/** What is said at once to a slash command. Only plain words of the person are repeated: nothing in it can be markup. */
export function takenNotice(body: CommandBody): string {
  const [name = '', ...rest] = lineOfCommand(body).split(' ');
  const words = rest.join(' ');
  if (name !== 'brief') return 'Just a moment …';
  return /^[\p{L}\p{N} -]{1,60}$/u.test(words) ? `Briefing ${words} …` : 'Briefing …';
}

/** The modal that a control opens; null for one that opens none. */
export function modalOf(body: ActionBody): ModalView | null {
  const [action] = body.actions ?? [];
  const pressed = pressedOf(body);
  const reply = action?.value ?? '';
  if (action === undefined || pressed === null || reply === '') return null;
  const origin = originOf(reply, pressed, body.response_url ?? null);
  if (action.action_id === ACTIONS.ask) return askModal(origin);
  if (action.action_id === ACTIONS.wrong) return wrongModal(origin, quotesOf(body));
  return null;
}

/**
 * What Bolt does with an act that is already kept: acknowledge it, and open the modals, which Slack wants within three
 * seconds. Everything is acknowledged, links too, or Slack shows a warning.
 */
export function addListeners(app: App): void {
  app.command(/.*/, async ({ ack, body }) => ack(takenNotice(body)));
  app.view(/.*/, async ({ ack }) => ack());
  app.shortcut(/.*/, async ({ ack }) => ack());
  app.action(/.*/, async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions') return;
    const view = modalOf(body);
    if (view !== null) await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'messages') return;
    const prompts = SUGGESTED_PROMPTS.map((prompt) => ({ ...prompt }));
    await client.assistant.threads.setSuggestedPrompts({ channel_id: event.channel, title: 'Try one of these', prompts });
  });
}
