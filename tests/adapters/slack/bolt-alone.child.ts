import { SocketModeReceiver } from '@slack/bolt';

// Bolt's receiver as it comes, for the control of socket-connection.test.ts: it reconnects by itself, soon.
const [, , slackApiUrl = '', appToken = ''] = process.argv;
const receiver = new SocketModeReceiver({ appToken, clientPingTimeout: 300, installerOptions: { clientOptions: { slackApiUrl } } });
await receiver.start();
