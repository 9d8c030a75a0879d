import type { TimelineEntry } from '#shared/dossier/contract.ts';
import { toldCommands } from '#shared/dossier/change-sentence.ts';
import { messageStatus, type TimelineFacts, timelineSummary } from '#shared/dossier/timeline-summary.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from './household.ts';
import { maySeeSocialNotes } from './social-notes.ts';
import { timelineSql } from './timeline-sql.ts';

type TimelineRow = {
  readonly key: string;
  readonly at: string;
  readonly kind: TimelineEntry['kind'];
  /** JSON of TimelineFacts. */
  readonly facts: string;
  readonly status: string | null;
  readonly author: string | null;
  readonly messageId: number | null;
  readonly documentId: number | null;
  readonly total: number;
};

export type TimelinePage = { readonly householdId: number; readonly offset: number; readonly limit: number };

/** Everything that happened with a household, and with those merged into it, newest first; as far as the caller may see. */
export function readTimeline(context: Context, page: TimelinePage): { entries: TimelineEntry[]; total: number } {
  const { store } = context;
  const householdId = liveHouseholdId(store, page.householdId);
  const parameters = {
    householdId,
    commands: JSON.stringify(toldCommands),
    schools: schoolsParameter(schoolsOf(context)),
    withSocial: maySeeSocialNotes(context, householdId) ? 1 : 0,
  };
  const rows = store.sql
    .prepare<[object], TimelineRow>(
      `${timelineSql} SELECT *, count(*) OVER () AS total FROM entries ORDER BY at DESC, key DESC LIMIT @limit OFFSET @offset`,
    )
    .all({ ...parameters, limit: page.limit, offset: page.offset });
  const total =
    rows[0]?.total ??
    (store.sql.prepare(`${timelineSql} SELECT count(*) FROM entries`).pluck().get(parameters) as number);
  return { entries: rows.map(toEntry), total };
}

function toEntry({ total: _total, facts, ...row }: TimelineRow): TimelineEntry {
  const parsed = JSON.parse(facts) as TimelineFacts;
  const status =
    parsed.source === 'message' && row.status !== null ? messageStatus(parsed.channel, row.status) : row.status;
  const isSocial = parsed.source === 'note' && parsed.isSocial;
  return { ...row, status, isSocial, summary: timelineSummary(parsed) };
}
