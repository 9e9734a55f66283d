import { Document, isScalar, isSeq } from 'yaml';
import { slackManifest } from '../../adapters/slack/manifest.ts';
import { SCOPES } from '../../adapters/slack/scopes.ts';

const HEAD = ` Attaché as a Slack app: paste this at https://api.slack.com/apps, "Create New App", "From a manifest".
 docs/slack.md has the whole way. Made by \`npm run manifest\`; what is changed here is overwritten.
`;

const SOCKET_MODE = `${HEAD} This is for Socket Mode, where Slack needs no address. For HTTP, use what this prints:
   npm run -s manifest -- https://attache.example.org`;

/** The manifest as YAML: for Socket Mode, or for HTTP at a public address. Each scope has its reason above it. */
export function renderManifest(publicUrl: string | null): string {
  const document = new Document(slackManifest(publicUrl));
  document.commentBefore = publicUrl === null ? SOCKET_MODE : `${HEAD} This is for HTTP at ${publicUrl}.`;
  const scopes = document.getIn(['oauth_config', 'scopes', 'bot']);
  for (const item of isSeq(scopes) ? scopes.items : []) {
    const reason = SCOPES.find(({ scope }) => isScalar(item) && item.value === scope)?.reason;
    if (isScalar(item) && reason !== undefined) item.commentBefore = ` ${reason}`;
  }
  return document.toString({ lineWidth: 0 });
}
