import type { Caller } from '../domain/caller.ts';
import type { Command } from '../domain/command.ts';
import { UserError } from '../domain/errors.ts';
import type { Place } from '../domain/inbound.ts';
import type { Reply } from '../domain/reply.ts';
import type { Report, ReportState } from '../domain/report.ts';
import type { Clock } from '../ports/clock.ts';
import type { Ids } from '../ports/ids.ts';
import type { Logger } from '../ports/logger.ts';
import type { Stores } from '../ports/stores.ts';
import { quoteOf, readReply } from './reply-commands.ts';

/** What a person may write about what is wrong. In characters. */
const MOST_WORDS = 500;

export interface ReportTools {
  readonly stores: Pick<Stores, 'replies' | 'reports' | 'settings'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
  /** Says something to a place that nobody has asked from. */
  readonly announce: (place: Place, reply: Reply) => Promise<boolean>;
}

/** Tells whoever looks after the corpus; where nobody is set, the log says so. */
async function tellOwner({ stores, logger, announce }: ReportTools, tenant: string, report: Report): Promise<string> {
  const { owner } = await stores.settings.ofTenant(tenant);
  const place = owner && {
    channel: { tenant, adapter: owner.adapter, id: owner.channel },
    thread: null,
    audience: 'everyone' as const,
    person: owner.person ?? '',
    token: null,
  };
  if (place && (await announce(place, { kind: 'reports', reports: [report] }))) return 'Whoever looks after the corpus is told.';
  logger.warn('a claim was reported and nobody can be told: "settings owner me" sets who is', { tenant, report: report.id });
  return 'Whoever may manage sees it under "reports".';
}

/** Digits of a digest that name a report: as many bits as a random id has. */
const DIGITS = 15;

/**
 * Names a report by who reported which quote, and how often that was dismissed before: an act that is handled twice, even at
 * the same time, makes one report. Null when the person's report is there and still holds the claim back.
 */
async function idForReport({ stores, ids }: ReportTools, tenant: string, by: string, replyId: string, mark: number) {
  const reports = new Map((await stores.reports.list(tenant, [])).map((report) => [report.id, report]));
  for (let dismissed = 0; ; dismissed += 1) {
    const id = `report-${ids.digest(JSON.stringify([by, replyId, mark, dismissed])).slice(0, DIGITS)}`;
    const known = reports.get(id);
    if (!known) return id;
    if (known.state !== 'dismissed') return null;
  }
}

/**
 * `wrong ID MARK [why]`: keeps the report, holds the claim back and tells the owner. The same again from the same person
 * changes nothing while the claim is held back.
 */
export async function reportWrong(tools: ReportTools, tenant: string, { args }: Command, { channel, person }: Caller): Promise<Reply> {
  const reply = await readReply(tools.stores, tenant, args['id'] ?? '');
  const { quote, claim } = quoteOf(reply, args['mark'] ?? '');
  const by = `${channel.adapter} ${person.id}`;
  const id = await idForReport(tools, tenant, by, reply.id, quote.mark);
  if (id === null) return { kind: 'notice', text: `You have reported that already: the claim on quote [${quote.mark}] is held back.` };
  const report: Report = {
    id,
    replyId: reply.id,
    claim,
    why: (args['why'] ?? '').slice(0, MOST_WORDS),
    by,
    reportedAt: new Date(tools.clock.now()).toISOString(),
    state: 'open',
  };
  await tools.stores.reports.save(tenant, report);
  const told = await tellOwner(tools, tenant, report);
  return { kind: 'notice', text: `Thank you. The claim on quote [${quote.mark}] is held back until somebody has looked at it. ${told}` };
}

const DECISIONS: Readonly<Record<string, ReportState>> = { uphold: 'upheld', dismiss: 'dismissed' };

/** `reports`, `reports uphold|dismiss ID`. */
export async function runReports({ stores: { reports } }: Pick<ReportTools, 'stores'>, tenant: string, { args }: Command): Promise<Reply> {
  const decision = DECISIONS[args['action'] ?? ''];
  const id = args['id'] ?? '';
  if (decision === undefined) return { kind: 'reports', reports: await reports.list(tenant, ['open', 'upheld']) };
  if (!(await reports.decide(tenant, id, decision)))
    throw new UserError(`There is no report "${id.slice(0, 60)}"; "reports" lists those there are.`);
  const text = decision === 'upheld' ? 'The claim stays out of what is written from now on.' : 'The claim may be shown again.';
  return { kind: 'notice', text };
}
