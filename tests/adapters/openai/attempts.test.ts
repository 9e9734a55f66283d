import { afterEach, describe, expect, test, vi } from 'vitest';
import { withinDeadline } from '../../../adapters/openai/within-deadline.ts';
import { createFakeOpenAi, failsWith, hangs, isCutOff, isUnreachable, type Script, says } from '../../support/fake-openai.ts';
import { FITTING, FITTING_TEXT, makeModel, makeRequest } from './ask-model.ts';

afterEach(() => {
  vi.useRealTimers();
});

describe.each(['responses', 'chat'] as const)('over %s', (api) => {
  const make = (...scripts: Script[]) => {
    const fake = createFakeOpenAi(...scripts);
    return { fake, model: makeModel(fake, { api }) };
  };

  test.each([429, 500, 502, 503, 408])('%i is tried again, and the tries are one call', async (status) => {
    const { fake, model } = make(failsWith(status), failsWith(status), says(FITTING_TEXT));
    expect(await model.generate(makeRequest())).toMatchObject({ kind: 'value', value: FITTING, usage: { calls: 1, inputTokens: 100 } });
    expect(fake.requests).toHaveLength(3);
  });

  test.each([429, 500, 503])('%i three times is unavailable for now', async (status) => {
    const { fake, model } = make(failsWith(status), failsWith(status), failsWith(status), says(FITTING_TEXT));
    expect(await model.generate(makeRequest())).toMatchObject({ kind: 'unavailable', reason: `HTTP ${status}`, retryable: true });
    expect(fake.requests).toHaveLength(3);
  });

  test('a server that says when to come back is not asked earlier', async () => {
    vi.useFakeTimers();
    const { fake, model } = make(failsWith(429, undefined, { 'retry-after': '7' }), says(FITTING_TEXT));
    const outcome = model.generate(makeRequest());
    await vi.advanceTimersByTimeAsync(6_990);
    expect(fake.requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(20);
    expect(await outcome).toMatchObject({ kind: 'value' });
  });

  test('one that wants more patience than there is time is unavailable when the time is up', async () => {
    vi.useFakeTimers();
    const { fake, model } = make(failsWith(429, undefined, { 'retry-after': '50' }), says(FITTING_TEXT));
    const outcome = model.generate(makeRequest());
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await outcome).toMatchObject({ kind: 'unavailable', reason: 'no reply within 10000 ms', retryable: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(fake.requests).toHaveLength(1);
  });

  test('a connection that cannot be made is tried again, then unavailable for now', async () => {
    vi.useFakeTimers();
    const { fake, model } = make(isUnreachable(), isUnreachable(), isUnreachable());
    const outcome = model.generate(makeRequest());
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await outcome).toMatchObject({ kind: 'unavailable', reason: 'no connection', retryable: true, usage: { calls: 1 } });
    expect(fake.requests).toHaveLength(3);
  });

  test('a reply that is cut off on the way is unavailable for now', async () => {
    const { model } = make(isCutOff());
    expect(await model.generate(makeRequest())).toMatchObject({
      kind: 'unavailable',
      reason: 'the reply could not be read',
      retryable: true,
    });
  });

  test.each([{ deaf: false }, { deaf: true }])('a server that never answers costs the time given and no more: %j', async (how) => {
    const { fake, model } = make(hangs(how));
    expect(await model.generate(makeRequest({ withinMs: 20 }))).toEqual({
      kind: 'unavailable',
      reason: 'no reply within 20 ms',
      retryable: true,
      usage: { calls: 1, inputTokens: 0, outputTokens: 0 },
    });
    expect(fake.requests).toHaveLength(1);
  });

  test('a repair has what is left of the time, and what was spent is told', async () => {
    const { model } = make(says('{'), hangs());
    expect(await model.generate(makeRequest({ withinMs: 40 }))).toMatchObject({
      kind: 'unavailable',
      usage: { calls: 2, inputTokens: 100, outputTokens: 20 },
    });
  });

  test.each([0, -1, Number.NaN])('%d ms is no time, and no rejection', async (withinMs) => {
    const { model } = make(hangs());
    expect(await model.generate(makeRequest({ withinMs }))).toMatchObject({ kind: 'unavailable', retryable: true });
  });
});

describe('withinDeadline', () => {
  test('gives what comes in time, and raises the signal after it', async () => {
    const signals: AbortSignal[] = [];
    const outcome = await withinDeadline<boolean | 'late'>(
      1_000,
      async (signal) => {
        signals.push(signal);
        return signal.aborted;
      },
      'late',
    );
    expect([outcome, signals[0]?.aborted]).toEqual([false, true]);
  });

  test('does not take a very long time for none', async () => {
    vi.useFakeTimers();
    const outcome = withinDeadline(
      Number.MAX_SAFE_INTEGER,
      () => new Promise<string>((resolve) => setTimeout(resolve, 5_000, 'in time')),
      'late',
    );
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await outcome).toBe('in time');
  });
});
