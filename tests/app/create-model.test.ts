import { describe, expect, it } from 'vitest';
import { planSpending } from '../../src/app/create-model.ts';
import { ConfigError, type ModelConfig, parseConfig } from '../../src/config.ts';

const INFINITE = Number.POSITIVE_INFINITY;

function modelOf(env: Readonly<Record<string, string>>): ModelConfig {
  const { model } = parseConfig({ OPENAI_API_KEY: 'sk-1', ...env });
  if (!model) throw new Error('no model');
  return model;
}

function problemsOf(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    planSpending(modelOf(env));
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ variable, message }) => `${variable}: ${message}`);
    throw error;
  }
  return [];
}

const UNPRICED = { OPENAI_MODEL: 'new-model' };

describe('what may be spent', () => {
  it('is limited in tokens as it comes, at the list price', () => {
    expect(planSpending(modelOf({}))).toEqual({
      price: { input: 0.125, output: 0.5 },
      limits: {
        tenant: { tokens: 2_000_000, microDollars: INFINITE },
        channel: { tokens: 1_000_000, microDollars: INFINITE },
        person: { tokens: 1_000_000, microDollars: INFINITE },
      },
    });
  });

  it('is limited in money where that is set, and 0 is no limit', () => {
    const env = { MODEL_DAILY_TOKENS: '0', MODEL_DAILY_COST: '2.5', MODEL_DAILY_COST_PERSON: '0.1' };
    const { limits } = planSpending(modelOf(env));
    expect(limits.tenant).toEqual({ tokens: INFINITE, microDollars: 2_500_000 });
    expect(limits.channel.microDollars).toBe(INFINITE);
    expect(limits.person.microDollars).toBe(100_000);
  });

  it('is at the operator’s price, where there is one', () => {
    const price = { MODEL_PRICE_INPUT: '3', MODEL_PRICE_OUTPUT: '15' };
    expect(planSpending(modelOf(price)).price).toEqual({ input: 3, output: 15 });
    expect(planSpending(modelOf({ ...UNPRICED, ...price, MODEL_DAILY_COST: '5' })).price).toEqual({ input: 3, output: 15 });
  });

  it('is counted in tokens alone for a model without a price', () => {
    expect(planSpending(modelOf(UNPRICED)).price).toBeNull();
  });

  it('is not limited in money that nobody can count: every such limit is named, with what to do', () => {
    const problems = problemsOf({ ...UNPRICED, MODEL_DAILY_COST: '5', MODEL_DAILY_COST_PERSON: '1' });
    expect(problems).toHaveLength(2);
    expect(problems[0]).toMatch(/^MODEL_DAILY_COST: set MODEL_PRICE_INPUT and MODEL_PRICE_OUTPUT/);
    expect(problems[1]).toMatch(/^MODEL_DAILY_COST_PERSON: set /);
  });
});
