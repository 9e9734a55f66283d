import { existsSync } from 'node:fs';
import { createOpenAiModel } from '../../adapters/openai/create-openai-model.ts';
import { planSpending } from '../../src/app/create-model.ts';
import type { App } from '../../src/app/open-app.ts';
import { type ModelSession, openSession } from '../../src/briefing/model/model-session.ts';
import { ConfigError, type ModelConfig } from '../../src/config.ts';
import { consoleCaller } from '../../src/domain/caller.ts';

const OURS = /^(?:OPENAI|MODEL)_/;

/** What the environment, or `.env`, says of a model. Nothing else of it is taken: the store is always a fresh one. */
export function readModelEnvironment(): Readonly<Record<string, string | undefined>> {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => OURS.test(name)));
}

/** @throws ConfigError with what to set, when no model is configured. */
export function requireModel(model: ModelConfig | null): ModelConfig {
  if (model) return model;
  const message = 'set it, or OPENAI_BASE_URL and OPENAI_MODEL, for --model (docs/models.md)';
  throw new ConfigError([{ variable: 'OPENAI_API_KEY', message }]);
}

/** Opens an account for one question to the same model, on the same day's tokens as the bot's own. */
export function createJudgeSessions({ stores, clock, logger }: App, settings: ModelConfig): () => ModelSession {
  const { apiKey, baseUrl, name, api, timeoutMs } = settings;
  const model = createOpenAiModel({ apiKey, baseUrl, model: name, api, logger });
  const options = { model, ledger: stores.ledger, clock, logger, ...planSpending(settings), withinMs: timeoutMs };
  return () => openSession(options, consoleCaller('main', 'judge'));
}
