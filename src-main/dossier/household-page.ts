import { daysBetween, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { HouseholdInvoice, HouseholdPage, HouseholdPayer, HouseholdPupil } from '#shared/dossier/contract.ts';
import { sumCents } from '#shared/money/cents.ts';
import { isInForceOn } from '#shared/people/liability-rules.ts';
import { owedShares } from '#shared/people/owed-share.ts';
import { schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { shownHoldOf } from '#main/holds/held-sql.ts';
import { attributedOf } from '#main/ledger/claims.ts';
import { pendingOf } from '#main/ledger/pending.ts';
import { liveHouseholdId } from './household.ts';
import {
  countClosedInvoices,
  documentRows,
  type InvoiceRow,
  invoiceRows,
  lastContact,
  type LiabilityRow,
  liabilityRows,
  openNextSteps,
  type PayerRow,
  payerRows,
  pupilRows,
} from './household-queries.ts';

/** The page of one household as far as the caller's schools go: a fixed number of queries, however many invoices. */
export function readHouseholdPage(context: Context, givenHouseholdId: number, withClosed: boolean): HouseholdPage {
  const { store } = context;
  const today = context.clock.today();
  const householdId = liveHouseholdId(store, givenHouseholdId);
  const name = store.sql.prepare('SELECT name FROM households WHERE id = ?').pluck().get(householdId) as string;
  const liabilities = liabilityRows(store, householdId);
  const schools = schoolsOf(context);
  const rows = invoiceRows(store, householdId, today, withClosed, schools);
  const invoices = rows.map((row) => toInvoice(row, today));
  const owed = owedPerPayer(rows, liabilities);
  return {
    householdId,
    name,
    pupils: pupilRows(store, householdId).map((pupil): HouseholdPupil => ({
      ...pupil,
      liabilities: inForce(liabilities, pupil.pupilId, today).map(({ payerId, kind, shareBp }) => ({
        payerId,
        kind,
        shareBp,
      })),
    })),
    payers: payerRows(store, householdId).map((payer) => toPayer(payer, owed.get(payer.payerId) ?? 0)),
    invoices,
    closedInvoices: countClosedInvoices(store, householdId, schools),
    totals: totalsOf(invoices),
    pending: pendingOf(context, { householdId }),
    lastContact: lastContact(store, householdId),
    nextSteps: openNextSteps(store, householdId),
    documents: documentRows(store, householdId),
  };
}

function toInvoice(
  { hold, givenUpCents, attributed: _attributed, ...row }: InvoiceRow,
  today: PlainDate,
): HouseholdInvoice {
  return {
    ...row,
    overdueDays: daysBetween(row.dueDate, today),
    // What was given up is not paid.
    paidCents: row.totalCents - row.openCents - givenUpCents,
    hold: shownHoldOf(hold),
  };
}

function toPayer({ emailBouncedAt, ...row }: PayerRow, openCents: number): HouseholdPayer {
  return { ...row, emailBounced: emailBouncedAt !== null, openCents };
}

function inForce(liabilities: readonly LiabilityRow[], pupilId: number, date: PlainDate): LiabilityRow[] {
  return liabilities.filter((row) => row.pupilId === pupilId && isInForceOn(row, date));
}

/** What is open per payer; a credit stands beside it, as in the totals of the household. */
function owedPerPayer(
  invoices: readonly InvoiceRow[],
  liabilities: readonly LiabilityRow[],
): ReadonlyMap<number, number> {
  const owed = new Map<number, number>();
  for (const { openCents, pupilId, issueDate, attributed } of invoices) {
    if (openCents <= 0) continue;
    const inForceThen = inForce(liabilities, pupilId, issueDate);
    for (const [payerId, cents] of owedShares(openCents, inForceThen, attributedOf(attributed))) {
      owed.set(payerId, (owed.get(payerId) ?? 0) + cents);
    }
  }
  return owed;
}

function totalsOf(invoices: readonly HouseholdInvoice[]): HouseholdPage['totals'] {
  const open = invoices.filter(({ openCents }) => openCents > 0);
  const overdue = open.filter(({ overdueDays }) => overdueDays > 0);
  const credits = invoices.filter(({ openCents }) => openCents < 0);
  return {
    openCents: sumCents(open.map(({ openCents }) => openCents)),
    overdueCents: sumCents(overdue.map(({ openCents }) => openCents)),
    creditCents: sumCents(credits.map(({ openCents }) => -openCents)),
    openInvoices: open.length,
    oldestOverdueDays: overdue.length > 0 ? Math.max(...overdue.map(({ overdueDays }) => overdueDays)) : null,
  };
}
