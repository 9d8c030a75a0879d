import { isPlainDate, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldKind, HoldRow, HoldScope } from '#shared/holds/contract.ts';
import { daysLeft } from '#shared/holds/hold-days.ts';
import { holdKindName } from '#shared/holds/kinds.ts';
import { normaliseText } from '#shared/imports/normalise-text.ts';
import { schoolsOf, schoolsParameter } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { liveHouseholdId } from '#main/dossier/household.ts';
import { isNotOver, isOfSchools } from './held-sql.ts';
import { openCentsOfHolds } from './open-cents.ts';

export type HoldsFilter = {
  readonly householdId?: number | undefined;
  readonly kind?: HoldKind | undefined;
  readonly scope?: HoldScope | undefined;
  readonly withEnded: boolean;
  readonly search: string;
  readonly limit: number;
};

type Row = Omit<HoldRow, 'freezesCosts' | 'daysLeft' | 'openCents'> & { readonly freezesCosts: 0 | 1 };

const conditions = `(@withEnded = 1 OR ${isNotOver}) AND (@kind IS NULL OR x.kind = @kind)
  AND (@scope IS NULL OR x.scope = @scope) AND (i.id IS NULL OR i.withdrawn_at IS NULL) AND ${isOfSchools}`;

/** What holds a household: itself, its payers and bills, and the schools of its pupils. */
const idsOfHousehold = `SELECT id FROM holds WHERE household_id = @householdId
  UNION SELECT x.id FROM payers y CROSS JOIN holds x ON x.payer_id = y.id WHERE y.household_id = @householdId
  UNION SELECT x.id FROM pupils u CROSS JOIN invoices i ON i.pupil_id = u.id CROSS JOIN holds x ON x.invoice_id = i.id
    WHERE u.household_id = @householdId
  UNION SELECT x.id FROM pupils u CROSS JOIN holds x ON x.school_id = u.school_id AND x.scope = 'school'
    WHERE u.household_id = @householdId`;

/** First what somebody must look at first; what cannot be read on top of all, what is open-ended last. */
const order = `(x.until_date IS NOT NULL AND date(x.until_date) IS NOT x.until_date) DESC,
  min(coalesce(x.until_date, '9999'), coalesce(x.review_date, '9999')), x.lifted_at IS NOT NULL, x.id DESC`;

/** The holds of the caller's schools, what ends first on top. */
export function listHolds(context: Context, filter: HoldsFilter): HoldRow[] {
  const { store, clock } = context;
  const today = clock.today();
  const schools = schoolsParameter(schoolsOf(context));
  const words = normaliseText(filter.search);
  const rows = store.sql
    .prepare<[object], Row>(
      `SELECT x.id AS holdId, x.kind, x.scope, x.school_id AS schoolId, s.name AS schoolName,
         h.id AS householdId, h.name AS householdName, y.id AS payerId,
         trim(y.first_name || ' ' || y.last_name) AS payerName, i.id AS invoiceId, i.number AS invoiceNumber,
         x.reason, x.from_date AS fromDate, x.until_date AS untilDate, x.review_date AS reviewDate,
         x.freezes_costs AS freezesCosts, x.author, x.created_at AS at, x.lifted_at AS liftedAt, x.lifted_by AS liftedBy
       FROM holds x LEFT JOIN schools s ON s.id = x.school_id
         LEFT JOIN invoices i ON i.id = x.invoice_id LEFT JOIN pupils p ON p.id = i.pupil_id
         LEFT JOIN payers y ON y.id = x.payer_id
         LEFT JOIN households h ON h.id = coalesce(x.household_id, y.household_id, p.household_id)
       WHERE ${conditions} ${filter.householdId === undefined ? '' : `AND x.id IN (${idsOfHousehold})`}
       ORDER BY ${order} LIMIT @limit`,
    )
    .all({
      today,
      schools,
      kind: filter.kind ?? null,
      scope: filter.scope ?? null,
      withEnded: filter.withEnded ? 1 : 0,
      ...(filter.householdId === undefined ? {} : { householdId: liveHouseholdId(store, filter.householdId) }),
      // What is searched in is compared without accents, so after reading.
      limit: words === '' ? filter.limit : -1,
    });
  const found = words === '' ? rows : rows.filter((row) => isFound(row, words)).slice(0, filter.limit);
  const openCents = openCentsOfHolds(
    store,
    found.map(({ holdId }) => holdId),
    schools,
  );
  return found.map((row) => toRow(row, openCents.get(row.holdId) ?? 0, today));
}

function toRow(row: Row, openCents: number, today: PlainDate): HoldRow {
  return {
    ...row,
    freezesCosts: row.freezesCosts === 1,
    reviewDate: row.reviewDate !== null && isPlainDate(row.reviewDate) ? row.reviewDate : null,
    daysLeft: daysLeft(row.untilDate, row.reviewDate, today),
    openCents,
  };
}

/** Every word stands somewhere in whom or what it holds, its kind or its reason. */
function isFound(row: Row, words: string): boolean {
  const text = normaliseText(
    [row.householdName, row.payerName, row.schoolName, row.invoiceNumber, holdKindName(row.kind), row.reason].join(' '),
  );
  return words.split(' ').every((word) => text.includes(word));
}
