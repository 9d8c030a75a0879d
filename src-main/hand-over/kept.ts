import { Problem } from '#shared/api/problem.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import type { HandOver } from '#shared/hand-over/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { asFiles } from './bundle-files.ts';
import { handOverById } from './list.ts';
import { thirdPartyOf } from './partners.ts';
import { restorePayer } from './redirect.ts';

/** Both files, byte for byte as they were handed over. */
export function keptBundle({ store }: Context, handOverId: number): { pdf: FileOut; csv: FileOut } {
  const rows = statement(
    store,
    'SELECT media_type AS mediaType, bytes FROM hand_over_files WHERE hand_over_id = ?',
  ).all(handOverId) as { mediaType: string; bytes: Buffer }[];
  const pdf = rows.find(({ mediaType }) => mediaType === 'application/pdf')?.bytes;
  const csv = rows.find(({ mediaType }) => mediaType === 'text/csv')?.bytes;
  if (!pdf || !csv) throw new Problem('NOT_FOUND', 'Van deze overdracht is geen dossier bewaard.');
  return asFiles({ pdf, csv }, `overdracht-${handOverId}`);
}

/** Under which number the partner knows it. The files that were handed over stay as they are. */
export function setReference(
  context: Context,
  { handOverId, reference }: { readonly handOverId: number; readonly reference: string },
): HandOver {
  return runCommand(context, () => {
    const { schoolId, householdId } = handOverById(context.store, handOverId);
    statement(context.store, 'UPDATE hand_overs SET reference = ? WHERE id = ?').run(reference, handOverId);
    return {
      result: handOverById(context.store, handOverId),
      audit: { command: 'handOver.setReference', schoolId, householdId, detail: { handOverId } },
    };
  });
}

/** Takes a file back: what is open can be reminded again, and letters go to whom they went before. */
export function takeBack(
  context: Context,
  { handOverId, reason }: { readonly handOverId: number; readonly reason: string },
): HandOver {
  const { store, clock, actor } = context;
  return runCommand(context, () => {
    const { schoolId, householdId, payerId, takenBackOn, openCents } = handOverById(store, handOverId);
    if (takenBackOn !== null) {
      throw new Problem('CONFLICT', 'Deze overdracht is al teruggenomen. Er is niets veranderd; vernieuw de lijst.');
    }
    statement(
      store,
      'UPDATE hand_overs SET taken_back_on = ?, taken_back_by = ?, take_back_reason = ? WHERE id = ?',
    ).run(clock.today(), actor, reason, handOverId);
    const { partnerId, previousId } = statement(
      store,
      'SELECT partner_id AS partnerId, previous_third_party_payer_id AS previousId FROM hand_overs WHERE id = ?',
    ).get(handOverId) as { partnerId: number; previousId: number | null };
    restorePayer(store, payerId, { thirdPartyPayerId: thirdPartyOf(store, partnerId), previousId });
    return {
      result: handOverById(store, handOverId),
      audit: { command: 'handOver.takeBack', schoolId, householdId, detail: { handOverId, amountCents: openCents } },
    };
  });
}
