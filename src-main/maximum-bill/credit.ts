import { sumCents } from '#shared/money/cents.ts';
import { schoolsOf } from '#main/access/caller.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { insertApproval } from '#main/approvals/request.ts';
import { needsSecondPerson } from '#main/approvals/submit.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { correctionCommand, type CorrectionRequest } from './correction-command.ts';
import { type Reckoned, reckonMaximumBill } from './reckon.ts';

type Credited = { readonly entries: number[]; readonly creditedCents: number; readonly skipped: string[] };
type PupilOutcome = { readonly entryId: number; readonly amountCents: number } | { readonly skipped: string };

/**
 * Credits what is too much for each of these pupils, as it is proposed at this moment: one entry per pupil, so that each can be
 * taken back. What cannot be done now is told per pupil and holds nobody else up.
 */
export function creditMaximumBill(
  context: Context,
  { pupilIds, schoolYear }: { readonly pupilIds: readonly number[]; readonly schoolYear: string },
): Credited {
  return runCommand(context, () => {
    const asked = [...new Set(pupilIds)];
    const rows = reckonMaximumBill(context, { schoolYear, schools: schoolsOf(context), pupilIds: asked });
    const perPupil = Map.groupBy(rows, ({ pupilId }) => pupilId);
    const outcomes = asked.map((pupilId) => creditPupil(context, { pupilId, schoolYear }, perPupil.get(pupilId) ?? []));
    const booked = outcomes.flatMap((outcome) => ('entryId' in outcome ? [outcome] : []));
    const result = {
      entries: booked.map(({ entryId }) => entryId),
      creditedCents: sumCents(booked.map(({ amountCents }) => amountCents)),
      skipped: outcomes.flatMap((outcome) => ('skipped' in outcome ? [outcome.skipped] : [])),
    };
    return {
      result,
      audit: {
        command: 'maximumBill.credit',
        ...ofOne(rows),
        detail: {
          schoolYear,
          pupilIds: asked,
          entries: result.entries,
          creditedCents: result.creditedCents,
          skipped: result.skipped.length,
        },
      },
    };
  });
}

function creditPupil(context: Context, request: CorrectionRequest, rows: readonly Reckoned[]): PupilOutcome {
  const name = rows[0]?.pupilName ?? 'Een leerling';
  if (isWaiting(context.store, request)) return { skipped: `${name}: er wacht al een creditering op goedkeuring.` };
  if (rows.every(({ proposal }) => proposal.length === 0)) {
    const blockedBy = rows.find((row) => row.blockedBy !== null)?.blockedBy;
    return { skipped: `${name}: ${blockedBy ?? 'er is niets meer te crediteren.'}` };
  }
  const plan = correctionCommand.plan(context, request);
  if (needsSecondPerson(context, correctionCommand, plan)) {
    insertApproval(context, correctionCommand, request, plan, null);
    return { skipped: `${name}: wacht op goedkeuring door iemand anders.` };
  }
  const entryId = correctionCommand.book(context, request, null);
  if (entryId === null) throw new Error('A correction makes an entry');
  return { entryId, amountCents: plan.amountCents ?? 0 };
}

function isWaiting(store: Store, { pupilId, schoolYear }: CorrectionRequest): boolean {
  return (
    statement(
      store,
      `SELECT EXISTS (SELECT 1 FROM approvals WHERE kind = 'correction' AND status = 'waiting'
         AND request ->> 'pupilId' = @pupilId AND request ->> 'schoolYear' = @schoolYear)`,
    )
      .pluck()
      .get({ pupilId, schoolYear }) === 1
  );
}

/** The school and the family of the line in the trail, when all of it is of one. */
function ofOne(rows: readonly Reckoned[]): { readonly schoolId?: number; readonly householdId?: number } {
  const schools = new Set(rows.map(({ schoolId }) => schoolId));
  const households = new Set(rows.map(({ householdId }) => householdId));
  const [row] = rows;
  if (!row) return {};
  return {
    ...(schools.size === 1 ? { schoolId: row.schoolId } : {}),
    ...(households.size === 1 ? { householdId: row.householdId } : {}),
  };
}
