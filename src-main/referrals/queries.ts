import type { Referral, ReferralPartner, Shareable } from '#shared/referrals/contract.ts';
import { type Schools, schoolsParameter } from '#main/access/caller.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

const partnerSql = `SELECT id AS referralPartnerId, name, kind, offers, needs, contact_name AS contactName, phone, email, website, address,
    shipped_key IS NULL AS isOwn, removed_at IS NOT NULL AS isRemoved FROM referral_partners`;

type PartnerRow = Omit<ReferralPartner, 'isOwn' | 'isRemoved'> & { readonly isOwn: 0 | 1; readonly isRemoved: 0 | 1 };
const toPartner = ({ isOwn, isRemoved, ...row }: PartnerRow): ReferralPartner => ({
  ...row,
  isOwn: isOwn === 1,
  isRemoved: isRemoved === 1,
});

/** By name, what was removed last. */
export function partnerRows(store: Store, { withRemoved }: { readonly withRemoved: boolean }): ReferralPartner[] {
  const rows = statement(
    store,
    `${partnerSql} WHERE (? OR removed_at IS NULL) ORDER BY removed_at IS NOT NULL, name`,
  ).all(withRemoved ? 1 : 0) as PartnerRow[];
  return rows.map(toPartner);
}

export function partnerRow(store: Store, referralPartnerId: number): ReferralPartner | undefined {
  const row = statement(store, `${partnerSql} WHERE id = ?`).get(referralPartnerId) as PartnerRow | undefined;
  return row && toPartner(row);
}

export type ReferralRow = Omit<Referral, 'shared' | 'permissionEnded'> & {
  readonly permitted: readonly Shareable[];
  readonly permissionWithdrawnAt: string | null;
};

/** Those to look at first on top; a household is where the payer is now. */
export function referralRows(
  store: Store,
  filter: {
    readonly schools: Schools;
    readonly schoolId?: number | undefined;
    readonly householdId?: number | undefined;
    readonly referralId?: number | undefined;
    readonly withClosed: boolean;
  },
): ReferralRow[] {
  const rows = statement(
    store,
    `SELECT r.id AS referralId, h.id AS householdId, h.name AS householdName, y.id AS payerId,
       trim(y.first_name || ' ' || y.last_name) AS payerName, r.referral_partner_id AS referralPartnerId, p.name AS partnerName,
       r.permission_on AS permissionOn, r.permission_document_id AS permissionDocumentId, r.permitted,
       r.permission_withdrawn_at AS permissionWithdrawnAt, r.shared_on AS sharedOn, r.follow_up_on AS followUpOn, r.outcome,
       r.outcome_note AS outcomeNote, r.closed_on AS closedOn, r.author, r.created_at AS at
     FROM referrals r JOIN payers y ON y.id = r.payer_id JOIN households h ON h.id = y.household_id
       JOIN referral_partners p ON p.id = r.referral_partner_id
     WHERE (@referralId IS NULL OR r.id = @referralId) AND (@householdId IS NULL OR h.id = @householdId)
       AND (@withClosed OR r.closed_on IS NULL)
       AND (@schools IS NULL OR EXISTS (SELECT 1 FROM pupils u WHERE u.household_id = h.id
         AND u.school_id IN (SELECT value FROM json_each(@schools))))
       AND (@schoolId IS NULL OR EXISTS (SELECT 1 FROM pupils u WHERE u.household_id = h.id AND u.school_id = @schoolId))
     ORDER BY r.closed_on IS NOT NULL, r.follow_up_on, r.id`,
  ).all({
    referralId: filter.referralId ?? null,
    householdId: filter.householdId ?? null,
    schoolId: filter.schoolId ?? null,
    withClosed: filter.withClosed ? 1 : 0,
    schools: schoolsParameter(filter.schools),
  }) as (Omit<ReferralRow, 'permitted'> & { readonly permitted: string })[];
  return rows.map((row) => ({ ...row, permitted: JSON.parse(row.permitted) as Shareable[] }));
}
