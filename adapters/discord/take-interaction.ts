import { InteractionResponseType } from 'discord.js';
import type { Receive, Suggesting } from '../../src/ports/chat-lifecycle.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { answerInteraction, type InteractionAnswer, type InteractionResponse } from './answer-interaction.ts';
import { describe, statusOf } from './discord-errors.ts';
import { LIMITS } from './interaction-limits.ts';
import type { InteractionPayload } from './payloads.ts';
import type { Surroundings } from './surroundings.ts';

interface TakeOptions {
  readonly surroundings: Surroundings;
  readonly receive: Receive;
  readonly suggesting: Suggesting;
  readonly logger: Logger;
  /** Tries once, within a second, to tell Discord how an interaction is answered. */
  readonly respond: (body: InteractionPayload, response: InteractionResponse) => Promise<void>;
}

type Suggest = Extract<InteractionAnswer, { readonly kind: 'suggest' }>;

/** Nothing is suggested rather than too late. */
async function suggest({ guild, typed }: Suggest, { suggesting, surroundings, logger }: TakeOptions): Promise<InteractionResponse> {
  try {
    const topics = typed === null ? [] : await suggesting.topics(surroundings.tenantOf(guild), typed);
    const choices = topics
      .filter(({ slug }) => slug.length <= LIMITS.choice)
      .slice(0, LIMITS.choices)
      .map(({ slug, title }) => ({ name: title.slice(0, LIMITS.choice).toWellFormed() || slug, value: slug }));
    return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices } };
  } catch (error) {
    logger.warn('topics could not be suggested', { reason: describe(error) });
    return { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } };
  }
}

const MOST_TRIES = 3;

/** Tells Discord what it waits for three seconds for. It takes the first and refuses all others, so trying again is safe. */
async function respondSurely(body: InteractionPayload, response: InteractionResponse, { respond }: TakeOptions): Promise<void> {
  for (let tries = 1; ; tries += 1)
    try {
      await respond(body, response);
      return;
    } catch (error) {
      const status = statusOf(error);
      if (tries >= MOST_TRIES || (status !== null && status < 500)) throw error;
    }
}

/**
 * Takes an interaction in. What asks for something is kept first, and only then is Discord told that it arrived: what could
 * not be kept shows as failed to the person, who does it again. What arrived is not told twice.
 */
export async function takeInteraction(body: InteractionPayload, options: TakeOptions): Promise<void> {
  const answer = answerInteraction(body, options.surroundings);
  if (answer === null) return;
  if (answer.kind === 'act') await options.receive(answer.inbound);
  const response = answer.kind === 'suggest' ? await suggest(answer, options) : answer.response;
  try {
    await respondSurely(body, response, options);
  } catch (error) {
    // Too late, or the same interaction came twice: what was kept is answered nevertheless.
    options.logger.debug('Discord did not take the first answer to an interaction', { reason: describe(error) });
  }
}
