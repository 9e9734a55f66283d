import type { Report, ReportState } from '../domain/report.ts';

/** Keeps what people said is wrong. */
export interface ReportStore {
  save(tenant: string, report: Report): Promise<void>;
  /** Newest first; all states unless one is named. */
  list(tenant: string, states: readonly ReportState[]): Promise<readonly Report[]>;
  /** False when there is no such report. */
  decide(tenant: string, id: string, state: ReportState): Promise<boolean>;
}
