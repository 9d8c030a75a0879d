import { Problem } from '#shared/api/problem.ts';
import type { ReferralPartner, ReferralPartnerDetails } from '#shared/referrals/contract.ts';
import { runCommand } from '#main/api/command.ts';
import type { Context } from '#main/api/context.ts';
import { statement } from '#main/store/statement.ts';
import { partnerRow } from './queries.ts';

export function partnerById({ store }: Context, referralPartnerId: number): ReferralPartner {
  const partner = partnerRow(store, referralPartnerId);
  if (!partner)
    throw new Problem('NOT_FOUND', 'Deze partner bestaat niet. Er is niets veranderd.', 'referralPartnerId');
  return partner;
}

/** Keeps a partner of our own; an example that is changed becomes our own. */
export function savePartner(
  context: Context,
  {
    referralPartnerId,
    details,
  }: { readonly referralPartnerId: number | null; readonly details: ReferralPartnerDetails },
): ReferralPartner {
  return runCommand(context, () => {
    const { store } = context;
    if (referralPartnerId !== null) partnerById(context, referralPartnerId);
    const id =
      referralPartnerId ??
      Number(
        statement(store, 'INSERT INTO referral_partners (name, kind) VALUES (?, ?)').run(details.name, details.kind)
          .lastInsertRowid,
      );
    statement(
      store,
      `UPDATE referral_partners SET name = @name, kind = @kind, offers = @offers, needs = @needs, contact_name = @contactName,
         phone = @phone, email = @email, website = @website, address = @address, shipped_key = NULL WHERE id = @id`,
    ).run({ ...details, id });
    return {
      result: partnerById(context, id),
      audit: { command: 'referrals.savePartner', detail: { referralPartnerId: id } },
    };
  });
}

/** Takes a partner off the list; referrals to it stay in the dossiers. */
export function removePartner(context: Context, referralPartnerId: number): ReferralPartner {
  return setRemoved(context, referralPartnerId, true);
}

/** Puts a partner back on the list, as it was. */
export function restorePartner(context: Context, referralPartnerId: number): ReferralPartner {
  return setRemoved(context, referralPartnerId, false);
}

function setRemoved(context: Context, referralPartnerId: number, removed: boolean): ReferralPartner {
  return runCommand(context, () => {
    const { isRemoved } = partnerById(context, referralPartnerId);
    if (isRemoved !== removed) {
      statement(context.store, 'UPDATE referral_partners SET removed_at = ? WHERE id = ?').run(
        removed ? context.clock.now() : null,
        referralPartnerId,
      );
    }
    return {
      result: partnerById(context, referralPartnerId),
      audit: {
        command: removed ? 'referrals.removePartner' : 'referrals.restorePartner',
        detail: { referralPartnerId },
      },
    };
  });
}
