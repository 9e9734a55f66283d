import type { Brief } from '../domain/brief.ts';
import type { LocalDate } from '../domain/local-date.ts';
import type { ReplyInput } from '../domain/reply-record.ts';
import type { ReplyStore } from '../ports/reply-store.ts';

/** What a brief knew: its articles, the days that it looked at, and the day it was made on. */
export interface Known {
  readonly inputs: readonly ReplyInput[];
  readonly period: Brief['period'];
  readonly writtenOn: LocalDate | null;
}

/** What a stored brief knew. */
export function knownTo({ record, period }: Brief): Known {
  return { inputs: record.inputs, period, writtenOn: record.writtenOn };
}

/**
 * True when a brief would have taken an article of this date, had it been held: its day lies in the period, or after it
 * where the period ended with the present or with the newest article. Undated ones are taken only where there are no others.
 */
export function looksAt({ inputs, period, writtenOn }: Known, { published }: Pick<ReplyInput, 'published'>): boolean {
  if (published === null) return inputs.length > 0 && inputs.every((input) => input.published === null);
  const endsNow = period.widened || (writtenOn !== null && period.to >= writtenOn);
  return published >= period.from && (published <= period.to || endsNow);
}

/** True when each has every article of the other on the days that both look at: the same content, under whatever id. */
function knowsTheSame(left: Known, right: Known): boolean {
  const holdsAll = (one: Known, other: Known): boolean => {
    const held = new Set(one.inputs.map(({ contentHash }) => contentHash));
    return other.inputs.every((input) => held.has(input.contentHash) || !looksAt(one, input));
  };
  return holdsAll(left, right) && holdsAll(right, left);
}

function isSample({ inputs }: Known): boolean {
  return inputs.some(({ sample }) => sample);
}

/**
 * True when a brief can say what changed since an earlier one. Not since one that knew nothing, looked at other days or was
 * made from the samples that have gone; and not since one of the same day that knew the same, so that whoever asks a
 * minute later is told the same "since".
 */
function isBaseline(now: Known, then: Known): boolean {
  if (then.inputs.length === 0 || isSample(now) !== isSample(then) || !now.inputs.some((input) => looksAt(then, input))) return false;
  return now.writtenOn !== then.writtenOn || !knowsTheSame(now, then);
}

/** Briefs read at a time, and how often: a topic that is asked for more often than this in a day has no earlier brief. */
const PAGE = 5;
const MOST_PAGES = 40;

/** The newest brief on a topic that this one can be compared with; null when there is none. */
export async function findBaseline(replies: Pick<ReplyStore, 'list'>, tenant: string, topic: string, now: Known): Promise<Brief | null> {
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const read = await replies.list(tenant, { topic, before, limit: PAGE });
    const found = read.find((reply): reply is Brief => reply.kind === 'brief' && isBaseline(now, knownTo(reply)));
    if (found) return found;
    before = read.at(-1)?.id;
    if (read.length < PAGE) return null;
  }
  return null;
}
