/** Payloads as Slack sends them, with what it puts there that nobody reads. */

type Fields = Readonly<Record<string, unknown>>;

const AUTHORIZATIONS = [{ enterprise_id: null, team_id: 'T1', user_id: 'UBOT', is_bot: true, is_enterprise_install: false }];

let events = 0;

/** An event in its envelope; each has an id of its own. */
export function eventBody(event: Fields): Fields {
  events += 1;
  return {
    token: 'verification',
    team_id: 'T1',
    api_app_id: 'A1',
    event,
    type: 'event_callback',
    event_id: `Ev${events}`,
    event_time: 1_732_500_000,
    authorizations: AUTHORIZATIONS,
    is_ext_shared_channel: false,
    event_context: '4-eyJldCI6Im1lc3NhZ2UifQ',
  };
}

/** Something said in channel C1 by UMEMBER. */
export function message(text: string, fields: Fields = {}): Fields {
  return eventBody({
    type: 'message',
    user: 'UMEMBER',
    ts: '1732500000.000100',
    client_msg_id: '8d7b6b2e-8d5a-4d9b-9d8c-2f0e3ad6b1c7',
    text,
    team: 'T1',
    channel: 'C1',
    event_ts: '1732500000.000100',
    channel_type: 'channel',
    ...fields,
  });
}

/** The other event that Slack makes of a message with a mention, which says nothing of the kind of channel. */
export function appMention(text: string, fields: Fields = {}): Fields {
  return eventBody({
    type: 'app_mention',
    user: 'UMEMBER',
    ts: '1732500000.000100',
    text,
    team: 'T1',
    channel: 'C1',
    event_ts: '1732500000.000100',
    ...fields,
  });
}

export function directMessage(text: string, fields: Fields = {}): Fields {
  return message(text, { channel: 'D1', channel_type: 'im', ...fields });
}

export function homeOpened(tab: 'home' | 'messages', fields: Fields = {}): Fields {
  return eventBody({ type: 'app_home_opened', user: 'UMEMBER', channel: 'D1', tab, event_ts: '1732500000.000200', ...fields });
}

export function slashCommand(command: string, text: string, fields: Fields = {}): Fields {
  return {
    token: 'verification',
    team_id: 'T1',
    team_domain: 'fake',
    channel_id: 'C1',
    channel_name: 'policy',
    user_id: 'UMEMBER',
    user_name: 'umember',
    command,
    text,
    api_app_id: 'A1',
    is_enterprise_install: 'false',
    response_url: 'https://hooks.slack.test/commands/T1/1/secret',
    trigger_id: '13345224609.738474920.8088930838d88f008e0',
    ...fields,
  };
}

const USER = { id: 'UMEMBER', username: 'umember', name: 'umember', team_id: 'T1' };
const TEAM = { id: 'T1', domain: 'fake' };

/** A press in a message of the bot in channel C1. */
export function blockAction(action: Fields, fields: Fields = {}): Fields {
  return {
    type: 'block_actions',
    user: USER,
    api_app_id: 'A1',
    token: 'verification',
    container: { type: 'message', message_ts: '1732500000.000900', channel_id: 'C1', is_ephemeral: false },
    trigger_id: '1.2.action',
    team: TEAM,
    enterprise: null,
    is_enterprise_install: false,
    channel: { id: 'C1', name: 'policy' },
    message: { type: 'message', user: 'UBOT', bot_id: 'BBOT', ts: '1732500000.000900', text: 'A brief', blocks: [] },
    state: { values: {} },
    response_url: 'https://hooks.slack.test/actions/T1/2/secret',
    actions: [{ block_id: 'b1', type: 'button', action_ts: '1732500001.123456', ...action }],
    ...fields,
  };
}

/** The same in a private message: Slack sends none of it along. */
export function ephemeralAction(action: Fields, fields: Fields = {}): Fields {
  const { message: _message, ...body } = blockAction(action, fields);
  return { ...body, container: { type: 'message', message_ts: '1732500000.001000', channel_id: 'C1', is_ephemeral: true } };
}

/** The same on the person's own page. */
export function homeAction(action: Fields): Fields {
  const { message: _message, channel: _channel, response_url: _url, ...body } = blockAction(action);
  return { ...body, container: { type: 'view', view_id: 'VHOME' }, view: { id: 'VHOME', type: 'home' } };
}

export function viewSubmission(view: Fields): Fields {
  return {
    type: 'view_submission',
    team: TEAM,
    user: USER,
    api_app_id: 'A1',
    token: 'verification',
    trigger_id: '1.2.view',
    view: { id: 'V1', team_id: 'T1', type: 'modal', hash: '1732500000.abc', app_installed_team_id: 'T1', ...view },
    response_urls: [],
    is_enterprise_install: false,
    enterprise: null,
  };
}

/** A shortcut on a message of UOWNER in channel C1. */
export function messageShortcut(callback: string, fields: Fields = {}): Fields {
  return {
    type: 'message_action',
    token: 'verification',
    action_ts: '1732500002.000000',
    team: TEAM,
    user: USER,
    channel: { id: 'C1', name: 'policy' },
    is_enterprise_install: false,
    enterprise: null,
    callback_id: callback,
    trigger_id: '1.2.shortcut',
    response_url: 'https://hooks.slack.test/app/T1/3/secret',
    message_ts: '1732500000.000300',
    message: { type: 'message', user: 'UOWNER', ts: '1732500000.000300', text: 'Read this', ...fields },
  };
}
