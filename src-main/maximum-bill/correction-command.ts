import { z } from 'zod';
import { id } from '#shared/api/schemas.ts';
import { Problem } from '#shared/api/problem.ts';
import { balanceLine, stateOf } from '#shared/ledger/money-claim.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { Approvable } from '#main/approvals/approvable.ts';
import type { Context } from '#main/api/context.ts';
import { writeEntry } from '#main/ledger/journal.ts';
import { moneyClaims } from '#main/ledger/money-claims.ts';
import { statement } from '#main/store/statement.ts';
import { reckonMaximumBill } from './reckon.ts';

export type CorrectionRequest = { readonly pupilId: number; readonly schoolYear: string };

/** What was billed to one pupil above the maximum bill of a school year, taken off the bills as it is proposed at that moment. */
export const correctionCommand: Approvable<CorrectionRequest> = {
  kind: 'correction',
  command: 'maximumBill.credit',
  input: z.object({ pupilId: id, schoolYear: z.string().max(9) }),
  plan: (context, request) => {
    const { items, schoolId, householdId } = decide(context, request);
    const claims = moneyClaims(
      context.store,
      items.map(({ invoiceId }) => invoiceId),
    );
    const amountCents = sumCents(items.map((item) => item.amountCents));
    const [first] = items;
    const where = items.length === 1 ? first?.number : `${items.length} facturen`;
    return {
      schoolId,
      householdId,
      amountCents,
      alwaysAsked: false,
      summary: `${formatCents(amountCents)} crediteren op ${where}`,
      reason: reasonOf(request),
      difference: items.flatMap((item) => {
        const claim = claims.get(item.invoiceId);
        return claim ? [balanceLine(claim, -item.amountCents)] : [];
      }),
      state: { ...request, items, claims: [...claims.values()].map(stateOf) },
      items: items.map((item) => ({ invoiceId: item.invoiceId, amountCents: item.amountCents })),
    };
  },
  book: (context, request, approvalId) => {
    const { parts, items, schoolId, householdId } = decide(context, request);
    const { store, clock } = context;
    const entryId = writeEntry(
      context,
      {
        schoolId,
        householdId,
        kind: 'correction',
        amountCents: sumCents(items.map((item) => item.amountCents)),
        valueDate: clock.today(),
        description: reasonOf(request),
        approvalId,
      },
      items.map(({ invoiceId, amountCents }) => ({ invoiceId, amountCents, kind: 'credit' })),
    );
    const keep = statement(
      store,
      `INSERT INTO maximum_bill_credits (entry_id, invoice_id, cap, pupil_id, school_id, school_year, amount_cents)
       VALUES (@entryId, @invoiceId, @cap, @pupilId, @schoolId, @schoolYear, @amountCents)`,
    );
    for (const { invoiceId, cap, amountCents } of parts) {
      keep.run({ entryId, invoiceId, cap, amountCents, schoolId, ...request });
    }
    return entryId;
  },
};

/** As it stands on the bill: what the amount is, and nothing about the family. */
function reasonOf({ schoolYear }: CorrectionRequest): string {
  return `Boven de maximumfactuur ${schoolYear}`;
}

/** What is proposed now: per bill and cap, and per bill. REFUSED when nothing is too much. */
function decide(context: Context, { pupilId, schoolYear }: CorrectionRequest) {
  const rows = reckonMaximumBill(context, { schoolYear, schools: 'all', pupilIds: [pupilId] });
  const parts = rows.flatMap(({ cap, proposal }) => proposal.map((line) => ({ ...line, cap })));
  const [row] = rows;
  if (!row || parts.length === 0) {
    throw new Problem(
      'REFUSED',
      'Boven de maximumfactuur is er voor deze leerling niets meer te crediteren. Er is niets geboekt; open de lijst opnieuw.',
    );
  }
  const perBill = Map.groupBy(parts, ({ invoiceId }) => invoiceId);
  const items = [...perBill].map(([invoiceId, own]) => ({
    invoiceId,
    number: own[0]?.number ?? '',
    amountCents: sumCents(own.map(({ amountCents }) => amountCents)),
  }));
  return { parts, items, schoolId: row.schoolId, householdId: row.householdId };
}
