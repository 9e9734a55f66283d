import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { SHORTCUTS } from '../../../adapters/slack/controls.ts';
import { slackManifest } from '../../../adapters/slack/manifest.ts';
import { compareScopes, SCOPES } from '../../../adapters/slack/scopes.ts';
import { renderManifest } from '../../../scripts/manifest/render-manifest.ts';

const FILE = join(import.meta.dirname, '..', '..', '..', 'manifest.yaml');

function text(most: number) {
  return z.string().min(1).max(most);
}

/** Slack's limits, from its reference of manifests. */
const MANIFEST = z.strictObject({
  display_information: z.strictObject({ name: text(35), description: text(140), long_description: z.string().min(174).max(4000) }),
  features: z.strictObject({
    agent_view: z.strictObject({
      agent_description: text(300),
      suggested_prompts: z.array(z.strictObject({ title: text(75), message: text(300) })).max(4),
    }),
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: z.string().regex(/^[a-z0-9._-]{1,80}$/), always_online: z.boolean() }),
    shortcuts: z
      .array(z.strictObject({ name: text(24), type: z.literal('message'), callback_id: text(255), description: text(150) }))
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z-]{1,31}$/),
          description: text(2000),
          usage_hint: text(1000),
          should_escape: z.literal(true),
          url: z.url({ protocol: /^https$/ }).optional(),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(z.url()).max(1000).optional(),
    scopes: z.strictObject({ bot: z.array(z.string().regex(/^[a-z_]+(?::[a-z]+)?$/)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: z.url().optional(), bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true), request_url: z.url().optional() }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.literal(false),
  }),
});

/** The scope without which Slack does not send an event. */
const NEEDS: Readonly<Record<string, string | null>> = {
  app_home_opened: null,
  app_mention: 'app_mentions:read',
  app_uninstalled: null,
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  tokens_revoked: null,
};

describe('manifest.yaml', () => {
  test('is what the generator makes (otherwise: npm run manifest)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(renderManifest(null));
  });

  test('says what the manifest says', () => {
    expect(parse(renderManifest(null))).toEqual(slackManifest(null));
  });

  test('gives the reason of every scope', () => {
    const lines = renderManifest(null).split('\n');
    for (const { scope, reason } of SCOPES) {
      const at = lines.indexOf(`      - ${scope}`);
      expect(lines[at - 1]).toBe(`      # ${reason}`);
    }
  });
});

describe.each([null, 'https://attache.example.org/'])('the manifest for %s', (publicUrl) => {
  const manifest = slackManifest(publicUrl);

  test('is within what Slack takes', () => {
    expect(MANIFEST.safeParse(manifest).error?.issues ?? []).toEqual([]);
  });

  test('asks for the scope of every event, and for none that posts uninvited', () => {
    const { bot } = manifest.oauth_config.scopes;
    for (const event of manifest.settings.event_subscriptions.bot_events) {
      const scope = NEEDS[event];
      expect(scope).toBeDefined();
      if (typeof scope === 'string') expect(bot).toContain(scope);
    }
    expect(bot).not.toContain('chat:write.public');
    expect(new Set(bot).size).toBe(bot.length);
  });

  test('has the shortcuts that are listened to', () => {
    expect(manifest.features.shortcuts.map(({ callback_id: id }) => id).toSorted()).toEqual(Object.values(SHORTCUTS).toSorted());
  });
});

test('with an address, Slack sends everything there', () => {
  const { features, settings, oauth_config: oauth } = slackManifest('https://attache.example.org/');

  expect(settings).toMatchObject({
    socket_mode_enabled: false,
    event_subscriptions: { request_url: 'https://attache.example.org/slack/events' },
    interactivity: { request_url: 'https://attache.example.org/slack/events' },
  });
  expect(oauth).toMatchObject({ redirect_urls: ['https://attache.example.org/slack/oauth_redirect'] });
  expect(features.slash_commands.every((command) => 'url' in command && command.url === 'https://attache.example.org/slack/events')).toBe(
    true,
  );
});

test('the limits are looked at (the control)', () => {
  const manifest = slackManifest(null);
  const long = {
    ...manifest,
    features: { ...manifest.features, agent_view: { agent_description: 'x'.repeat(301), suggested_prompts: [] } },
  };

  expect(MANIFEST.safeParse(long).success).toBe(false);
});

test('scopes are compared both ways', () => {
  const all = SCOPES.map(({ scope }): string => scope);

  expect(compareScopes(all)).toEqual({ missing: [], needless: [] });
  expect(compareScopes([...all.slice(1), 'admin'])).toEqual({ missing: [all[0]], needless: ['admin'] });
});
