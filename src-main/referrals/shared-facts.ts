import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { payerOpenShare } from '#main/ledger/payer-share.ts';
import { isInForce } from '#main/ledger/sql.ts';
import { statement } from '#main/store/statement.ts';

/** What a payer owes at each school of the caller. */
export function openOfPayer(
  context: Context,
  payerId: number,
): { readonly schoolName: string; readonly openCents: number }[] {
  return statement(
    context.store,
    `SELECT schoolName, sum(cents) AS openCents FROM (
       SELECT s.name AS schoolName, ${payerOpenShare} AS cents
       FROM liabilities l CROSS JOIN invoices i ON i.pupil_id = l.pupil_id JOIN schools s ON s.id = i.school_id
       WHERE l.payer_id = @payerId AND ${isInForce} AND i.balance_cents > 0 AND i.withdrawn_at IS NULL AND i.kind = 'invoice'
         AND (@schools IS NULL OR i.school_id IN (SELECT value FROM json_each(@schools))))
     WHERE cents > 0 GROUP BY schoolName ORDER BY schoolName`,
  ).all({ payerId, schools: schoolsParameter(schoolsOf(context)) }) as { schoolName: string; openCents: number }[];
}

/** Each plan of a payer that was not stopped, in one sentence. */
export function plansOfPayer(context: Context, payerId: number): string[] {
  const rows = statement(
    context.store,
    `SELECT v.total_cents AS totalCents, v.starts_on AS startsOn, count(i.number) AS instalments
     FROM plan_payers y JOIN plans p ON p.id = y.plan_id AND p.ended_on IS NULL
       JOIN plan_versions v ON v.plan_id = p.id AND v.version = (SELECT max(w.version) FROM plan_versions w WHERE w.plan_id = p.id)
       JOIN plan_instalments i ON i.plan_version_id = v.id
     WHERE y.payer_id = ? GROUP BY p.id ORDER BY p.id`,
  ).all(payerId) as { readonly totalCents: number; readonly startsOn: PlainDate; readonly instalments: number }[];
  return rows.map(
    ({ totalCents, startsOn, instalments }) =>
      `${formatCents(totalCents)} in ${instalments} keer, sinds ${formatPlainDate(startsOn)}`,
  );
}
