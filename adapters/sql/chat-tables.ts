import type { GeneratedAlways } from 'kysely';
import type { PartState } from '../../src/domain/delivery.ts';
import type { ReportState } from '../../src/domain/report.ts';

/** What people did on platforms. Times are milliseconds since 1970. */
export interface InboxTable {
  /** Given by the database; rises in the order in which entries came. */
  readonly number: GeneratedAlways<number>;
  readonly tenant: string;
  readonly adapter: string;
  readonly key: string;
  readonly lane: string;
  /** Who took it last; null when nobody did, when it was let go, and once it is finished. */
  readonly owner: string | null;
  /** Nobody holds it from then on, and it may be taken; 0 when it was never taken. */
  readonly lease_until: number;
  readonly attempt: number;
  readonly finished_at: number | null;
  /** The whole act as JSON; empty once it is finished, because it holds a secret. */
  readonly body: string;
}

/** The messages of replies. */
export interface PartsTable {
  readonly key: string;
  /** The group that it is a part of. */
  readonly delivery: string;
  readonly number: number;
  readonly state: PartState;
  readonly attempt: number;
  /** Milliseconds since 1970. */
  readonly started_at: number | null;
  readonly message_id: string | null;
  readonly reason: string | null;
  /** The place's token, a secret; null once the part is posted or dead. */
  readonly token: string | null;
  /** The place as JSON, without its token. */
  readonly place: string;
  readonly payload: string;
}

/** Conversations. */
export interface ThreadsTable {
  readonly tenant: string;
  readonly adapter: string;
  readonly channel: string;
  /** As JSON, so that no thread can be taken for the channel itself, which is `null`. */
  readonly thread: string;
  /** Milliseconds since 1970. */
  readonly written_at: number;
  /** The whole conversation as JSON. */
  readonly body: string;
}

/** What is set for tenants, as JSON. */
export interface TenantSettingsTable {
  readonly tenant: string;
  readonly body: string;
}

/** What is set for channels, as JSON. */
export interface ChannelSettingsTable {
  readonly tenant: string;
  readonly adapter: string;
  readonly channel: string;
  readonly body: string;
}

/** What people said is wrong. */
export interface ReportsTable {
  /** Given by the database; rises in the order in which reports came. */
  readonly number: GeneratedAlways<number>;
  readonly tenant: string;
  readonly id: string;
  readonly state: ReportState;
  readonly reported_at: string;
  /** The report as it was saved, as JSON; its state is in the column. */
  readonly body: string;
}

/** What platforms gave the bot, sealed by their adapters. */
export interface InstallationsTable {
  readonly adapter: string;
  readonly id: string;
  readonly sealed: string;
}

/** The tables that talking on platforms needs. */
export interface ChatTables {
  readonly inbox: InboxTable;
  readonly parts: PartsTable;
  readonly threads: ThreadsTable;
  readonly tenant_settings: TenantSettingsTable;
  readonly channel_settings: ChannelSettingsTable;
  readonly reports: ReportsTable;
  readonly installations: InstallationsTable;
}
