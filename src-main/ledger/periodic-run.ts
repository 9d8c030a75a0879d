import { Problem } from '#shared/api/problem.ts';
import { formatPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import type { PeriodicCharge } from '#shared/ledger/booking-shapes.ts';
import { isChargedIn, nextPeriod, periodicChargeReference } from '#shared/ledger/periodic-charge.ts';
import { sumCents } from '#shared/money/cents.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { joinNewClaims } from '#main/plans/new-claims.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { writeEntry } from './journal.ts';
import { listPeriodicCharges } from './periodic-charges.ts';

type Month = { readonly schoolId: number; readonly period: string };
type RunRequest = Month & { readonly dueDate: PlainDate };

/** What the run of a month would charge, and how many charges have that month already. */
export function previewPeriodicCharges(
  context: Context,
  month: Month,
): { rows: PeriodicCharge[]; totalCents: number; alreadyCharged: number } {
  const leftOn = leavingDates(context.store, month.schoolId);
  const charged = chargedIn(context.store, month);
  const due = listPeriodicCharges(context, { schoolId: month.schoolId }).filter((charge) =>
    isChargedIn({ ...charge, leftOn: leftOn.get(charge.pupilId) ?? null }, month.period),
  );
  const rows = due.filter((charge) => !charged.has(charge.periodicChargeId));
  return {
    rows,
    totalCents: sumCents(rows.map(({ amountCents }) => amountCents)),
    alreadyCharged: charged.size,
  };
}

/** Charges a month: for each charge an invoice of its own with its own reference, and each month once. */
export function runPeriodicCharges(
  context: Context,
  request: RunRequest,
): { invoiceIds: number[]; totalCents: number } {
  const { schoolId, period, dueDate } = request;
  const today = context.clock.today();
  if (period > nextPeriod(today.slice(0, 7))) {
    throw new Problem(
      'REFUSED',
      'Die maand ligt nog te ver. Er is niets aangerekend; een maand kan aangerekend worden vanaf de maand ervoor.',
      'period',
    );
  }
  if (dueDate < today) {
    throw new Problem(
      'INVALID',
      `${formatPlainDate(dueDate)} is al voorbij. Er is niets aangerekend; kies een vervaldag vanaf vandaag.`,
      'dueDate',
    );
  }
  return runCommand(context, () => {
    const { rows, totalCents } = previewPeriodicCharges(context, request);
    if (rows.length === 0) {
      throw new Problem(
        'REFUSED',
        'Voor deze maand is er niets (meer) aan te rekenen. Er is niets geboekt; kijk in de lijst wat al aangerekend is.',
        'period',
      );
    }
    const invoiceIds = rows.map((charge) => chargeMonth(context, charge, request));
    joinNewClaims(context, invoiceIds);
    return {
      result: { invoiceIds, totalCents },
      audit: {
        command: 'ledger.runPeriodicCharges',
        schoolId,
        detail: { period, dueDate, count: invoiceIds.length, totalCents, firstInvoiceId: invoiceIds[0] ?? null },
      },
    };
  });
}

function chargeMonth(context: Context, charge: PeriodicCharge, { period, dueDate }: RunRequest): number {
  const { store, clock } = context;
  const { periodicChargeId, schoolId, amountCents } = charge;
  const today = clock.today();
  const description = `${charge.description} ${period.slice(5)}/${period.slice(0, 4)}`;
  const { lastInsertRowid } = statement(
    store,
    `INSERT INTO invoices (school_id, pupil_id, billing_group_id, number, structured_reference, description, school_year,
       issue_date, due_date, created_at)
     SELECT school_id, pupil_id, billing_group_id, @number, @reference, @description, @schoolYear, @today, @dueDate, @at
     FROM periodic_charges WHERE id = @periodicChargeId`,
  ).run({
    periodicChargeId,
    number: freeNumber(store, schoolId, `P${period}-${periodicChargeId}`),
    reference: freeReference(store, periodicChargeId, period),
    description,
    schoolYear: schoolYearOf(`${period}-01`),
    today,
    dueDate,
    at: clock.now(),
  });
  const invoiceId = Number(lastInsertRowid);
  writeEntry(
    context,
    { schoolId, householdId: charge.householdId, kind: 'periodicCharge', amountCents, valueDate: today, description },
    [{ invoiceId, kind: 'periodicCharge', amountCents }],
  );
  statement(
    store,
    'INSERT INTO periodic_charge_periods (periodic_charge_id, period, school_id, invoice_id) VALUES (?, ?, ?, ?)',
  ).run(periodicChargeId, period, schoolId, invoiceId);
  return invoiceId;
}

/** A reference that no invoice, payer or plan ever had, withdrawn invoices included. */
function freeReference(store: Store, periodicChargeId: number, period: string): string {
  const taken = statement(
    store,
    `SELECT EXISTS (SELECT 1 FROM invoices WHERE structured_reference = @reference)
       OR EXISTS (SELECT 1 FROM payer_references WHERE structured_reference = @reference)
       OR EXISTS (SELECT 1 FROM plans WHERE structured_reference = @reference)`,
  ).pluck();
  for (let attempt = 0; ; attempt += 1) {
    const reference = periodicChargeReference(periodicChargeId, period, attempt);
    if (taken.get({ reference }) === 0) return reference;
  }
}

/** The number, with a letter more when an export brought an invoice of that number. */
function freeNumber(store: Store, schoolId: number, number: string): string {
  const taken = statement(
    store,
    'SELECT EXISTS (SELECT 1 FROM invoices WHERE school_id = ? AND number = ? AND withdrawn_at IS NULL)',
  ).pluck();
  let free = number;
  while (taken.get(schoolId, free) !== 0) free += 'a';
  return free;
}

function chargedIn(store: Store, { schoolId, period }: Month): Set<number> {
  const ids = store.sql
    .prepare('SELECT periodic_charge_id FROM periodic_charge_periods WHERE school_id = ? AND period = ?')
    .pluck()
    .all(schoolId, period) as number[];
  return new Set(ids);
}

function leavingDates(store: Store, schoolId: number): Map<number, PlainDate> {
  const rows = store.sql
    .prepare('SELECT id, left_on AS leftOn FROM pupils WHERE school_id = ? AND left_on IS NOT NULL')
    .all(schoolId) as { readonly id: number; readonly leftOn: PlainDate }[];
  return new Map(rows.map(({ id, leftOn }) => [id, leftOn]));
}
