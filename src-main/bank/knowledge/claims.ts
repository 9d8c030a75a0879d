import type { MatchClaim } from '#shared/bank/match/knowledge.ts';
import type { Liability } from '#shared/people/contract.ts';
import { isInForceOn } from '#shared/people/liability-rules.ts';
import { owedShares } from '#shared/people/owed-share.ts';
import { attributedJson, attributedOf } from '#main/ledger/claims.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

/** Read as arrays: a common name brings tens of thousands of claims. In the order of `columns`. */
type ClaimRow = readonly [
  invoiceId: number,
  schoolId: number,
  number: string,
  kind: MatchClaim['kind'],
  structuredReference: string | null,
  householdId: number,
  pupilFirstName: string,
  pupilLastName: string,
  dueDate: string,
  issueDate: string,
  openCents: number,
  pupilId: number,
  attributed: string | null,
];
type LiabilityRow = Liability & {
  readonly pupilId: number;
  readonly fromDate: string;
  readonly untilDate: string | null;
};

const columns = `i.id, i.school_id, i.number, i.kind, i.structured_reference, p.household_id, p.first_name, p.last_name,
  i.due_date, i.issue_date, i.balance_cents, i.pupil_id, ${attributedJson('i')}`;

/** Every claim that has one of these references, paid or not. */
export function claimsByReference(store: Store, references: readonly string[]): MatchClaim[] {
  return read(
    store,
    `SELECT ${columns} FROM json_each(?) k
     CROSS JOIN invoices i INDEXED BY invoices_reference ON i.structured_reference = k.value
     CROSS JOIN pupils p ON p.id = i.pupil_id WHERE i.withdrawn_at IS NULL`,
    references,
  );
}

/** These claims, paid or not. */
export function claimsByIds(store: Store, invoiceIds: readonly number[]): MatchClaim[] {
  return read(
    store,
    `SELECT ${columns} FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value CROSS JOIN pupils p ON p.id = i.pupil_id
     WHERE i.withdrawn_at IS NULL`,
    invoiceIds,
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
     CROSS JOIN pupils p ON p.id = i.pupil_id WHERE i.kind = 'invoice'`,
    wanted,
  );
}

/** What is owed in these households, the oldest first. */
export function openClaims(store: Store, householdIds: readonly number[]): MatchClaim[] {
  return read(
    store,
    `SELECT ${columns} FROM json_each(?) k
     CROSS JOIN pupils p INDEXED BY pupils_household ON p.household_id = k.value
     CROSS JOIN invoices i INDEXED BY invoices_open_pupil ON i.pupil_id = p.id
     WHERE i.balance_cents > 0 AND i.balance_cents <> 0 AND i.withdrawn_at IS NULL AND i.kind = 'invoice'`,
    householdIds,
  ).sort(byDueDate);
}

function byDueDate(a: MatchClaim, b: MatchClaim): number {
  if (a.dueDate !== b.dueDate) return a.dueDate < b.dueDate ? -1 : 1;
  if (a.issueDate !== b.issueDate) return a.issueDate < b.issueDate ? -1 : 1;
  return a.invoiceId - b.invoiceId;
}

function read(store: Store, sql: string, keys: readonly unknown[]): MatchClaim[] {
  if (keys.length === 0) return [];
  const rows = statement(store, sql).raw().all(JSON.stringify(keys)) as ClaimRow[];
  const liabilities = liabilitiesOf(store, new Set(rows.map((row) => row[11])));
  const households = namesOf(store, 'households', new Set(rows.map((row) => row[5])));
  const schools = namesOf(store, 'schools', new Set(rows.map((row) => row[1])));
  return rows.map((row) => {
    const [invoiceId, schoolId, number, kind, structuredReference, householdId, firstName, lastName] = row;
    const [, , , , , , , , dueDate, issueDate, openCents, pupilId, attributed] = row;
    return {
      invoiceId,
      schoolId,
      schoolName: schools.get(schoolId) ?? '',
      number,
      kind,
      structuredReference,
      householdId,
      householdName: households.get(householdId) ?? '',
      pupilName: `${firstName} ${lastName}`.trim(),
      dueDate,
      issueDate,
      openCents,
      owed: owedOf({ issueDate, openCents }, liabilities.get(pupilId) ?? [], attributed),
    };
  });
}

function namesOf(store: Store, table: 'households' | 'schools', ids: ReadonlySet<number>): Map<number, string> {
  const rows = statement(store, `SELECT r.id, r.name FROM json_each(?) k CROSS JOIN ${table} r ON r.id = k.value`)
    .raw()
    .all(JSON.stringify([...ids])) as [number, string][];
  return new Map(rows);
}

function liabilitiesOf(store: Store, pupilIds: ReadonlySet<number>): Map<number, LiabilityRow[]> {
  const rows = statement(
    store,
    `SELECT l.pupil_id AS pupilId, l.payer_id AS payerId, l.kind, l.share_bp AS shareBp, l.from_date AS fromDate,
       l.until_date AS untilDate
     FROM json_each(?) k CROSS JOIN liabilities l INDEXED BY liabilities_once ON l.pupil_id = k.value`,
  ).all(JSON.stringify([...pupilIds])) as LiabilityRow[];
  return Map.groupBy(rows, ({ pupilId }) => pupilId);
}

function owedOf(
  claim: Pick<MatchClaim, 'issueDate' | 'openCents'>,
  liabilities: readonly LiabilityRow[],
  attributed: string | null,
): MatchClaim['owed'] {
  const { issueDate, openCents } = claim;
  const inForce = liabilities.filter((one) => isInForceOn(one, issueDate));
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
