import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** An instalment whose day is near, of a plan that announces them, and a payer who heard nothing of it yet. */
export type NearInstalmentRow = {
  readonly planId: number;
  readonly payerId: number;
  readonly number: number;
  readonly daysBefore: number;
};

/**
 * Announced once: a version that says the same of that day (a pause, another claim) announces it no second time. What was
 * cancelled before it left was not announced.
 */
export function nearInstalmentRows(store: Store, schools: Schools, today: PlainDate): NearInstalmentRow[] {
  return statement(
    store,
    `SELECT p.id AS planId, y.payer_id AS payerId, i.number, v.remind_days_before AS daysBefore
     FROM plans p CROSS JOIN plan_versions v ON v.plan_id = p.id
       CROSS JOIN plan_instalments i ON i.plan_version_id = v.id CROSS JOIN plan_payers y ON y.plan_id = p.id
     WHERE p.ended_on IS NULL AND v.remind_days_before IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM plan_versions n WHERE n.plan_id = p.id AND n.version > v.version)
       AND i.due_date BETWEEN @today AND date(@today, '+' || v.remind_days_before || ' days')
       AND (@schools IS NULL OR p.school_id IN (SELECT value FROM json_each(@schools)))
       AND NOT EXISTS (
         SELECT 1 FROM plan_versions o CROSS JOIN plan_messages x ON x.plan_version_id = o.id
           CROSS JOIN plan_instalments a ON a.plan_version_id = o.id AND a.number = x.number
           CROSS JOIN messages m ON m.id = x.message_id
           CROSS JOIN message_payers mp ON mp.message_id = m.id
         WHERE o.plan_id = p.id AND a.due_date = i.due_date AND mp.payer_id = y.payer_id AND m.status <> 'cancelled')
     ORDER BY i.due_date, p.id, i.number, y.payer_id`,
  ).all({ today, schools: schoolsParameter(schools) }) as NearInstalmentRow[];
}
