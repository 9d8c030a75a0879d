import type { MatchClaim } from '#shared/bank/match/knowledge.ts';
import type { Liability } from '#shared/people/contract.ts';
import { owedShares } from '#shared/people/owed-share.ts';
import { attributedJson, attributedOf } from '#main/ledger/claims.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type ClaimRow = Omit<MatchClaim, 'owed'> & { readonly pupilId: number; readonly attributed: string | null };
type LiabilityRow = Liability & {
  readonly pupilId: number;
  readonly fromDate: string;
  readonly untilDate: string | null;
};

const columns = `i.id AS invoiceId, i.school_id AS schoolId, s.name AS schoolName, i.number, i.kind,
  i.structured_reference AS structuredReference, p.household_id AS householdId, h.name AS householdName,
  trim(p.first_name || ' ' || p.last_name) AS pupilName, i.due_date AS dueDate, i.issue_date AS issueDate,
  i.balance_cents AS openCents, i.pupil_id AS pupilId, ${attributedJson('i')} AS attributed`;
const others = `JOIN households h ON h.id = p.household_id JOIN schools s ON s.id = i.school_id`;

/** Every claim that has one of these references, paid or not. */
export function claimsByReference(store: Store, references: readonly string[]): MatchClaim[] {
  return read(
    store,
    `SELECT ${columns} FROM json_each(?) k
     CROSS JOIN invoices i INDEXED BY invoices_reference ON i.structured_reference = k.value
     CROSS JOIN pupils p ON p.id = i.pupil_id ${others} WHERE i.withdrawn_at IS NULL`,
    references,
  );
}

/** Every claim of these schools that has one of these numbers. */
export function claimsByNumber(
  store: Store,
  wanted: readonly { readonly schoolId: number; readonly number: string }[],
): MatchClaim[] {
  return read(
    store,
    `SELECT ${columns} FROM json_each(?) k
     CROSS JOIN invoices i INDEXED BY invoices_number
       ON i.school_id = k.value ->> 'schoolId' AND i.number = k.value ->> 'number' AND i.withdrawn_at IS NULL
     CROSS JOIN pupils p ON p.id = i.pupil_id ${others} WHERE i.kind = 'invoice'`,
    wanted,
  );
}

/** What is owed in these households, the oldest first. */
export function openClaims(store: Store, householdIds: readonly number[]): MatchClaim[] {
  return read(
    store,
    `SELECT ${columns} FROM json_each(?) k
     CROSS JOIN pupils p INDEXED BY pupils_household ON p.household_id = k.value
     CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = p.id ${others}
     WHERE i.balance_cents > 0 AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL AND i.kind = 'invoice'
     ORDER BY i.due_date, i.issue_date, i.id`,
    householdIds,
  );
}

function read(store: Store, sql: string, keys: readonly unknown[]): MatchClaim[] {
  if (keys.length === 0) return [];
  const rows = statement(store, sql).all(JSON.stringify(keys)) as ClaimRow[];
  const liabilities = liabilitiesOf(
    store,
    rows.map(({ pupilId }) => pupilId),
  );
  return rows.map(({ pupilId, attributed, ...claim }) => ({
    ...claim,
    owed: owedOf(claim, liabilities.get(pupilId) ?? [], attributed),
  }));
}

function liabilitiesOf(store: Store, pupilIds: readonly number[]): Map<number, LiabilityRow[]> {
  const rows = statement(
    store,
    `SELECT l.pupil_id AS pupilId, l.payer_id AS payerId, l.kind, l.share_bp AS shareBp, l.from_date AS fromDate,
       l.until_date AS untilDate
     FROM json_each(?) k CROSS JOIN liabilities l INDEXED BY liabilities_once ON l.pupil_id = k.value`,
  ).all(JSON.stringify([...new Set(pupilIds)])) as LiabilityRow[];
  return Map.groupBy(rows, ({ pupilId }) => pupilId);
}

function owedOf(
  claim: Omit<MatchClaim, 'owed'>,
  liabilities: readonly LiabilityRow[],
  attributed: string | null,
): MatchClaim['owed'] {
  const { issueDate, openCents } = claim;
  const inForce = liabilities.filter(
    ({ fromDate, untilDate }) => fromDate <= issueDate && (untilDate === null || untilDate >= issueDate),
  );
  // Nearly always everybody owes all of it: no shares to work out.
  if (inForce.every(({ kind }) => kind === 'joint'))
    return inForce.map(({ payerId }) => ({ payerId, isSplit: false, owedCents: openCents }));
  const owed = owedShares(openCents, inForce, attributedOf(attributed));
  return inForce.map(({ payerId, kind }) => ({
    payerId,
    isSplit: kind === 'split',
    owedCents: Math.max(0, owed.get(payerId) ?? 0),
  }));
}
