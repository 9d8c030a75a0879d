import type { SearchHit } from '#shared/dossier/contract.ts';
import { searchedAmount, searchQuery } from '#shared/dossier/search-query.ts';
import { formatCents } from '#shared/money/cents.ts';
import { rankHits } from '#shared/dossier/search-rank.ts';
import { type Schools, schoolsOf } from '#main/access/caller.ts';
import type { Context } from '#main/api/context.ts';
import { claimsThatStandAt } from '#main/ledger/open-amount.ts';
import type { Store } from '#main/store/store.ts';

/** rowid = 4 * id + kind: the place in this list (store/migrations). */
const kinds = ['pupil', 'payer', 'invoice', 'household'] as const;
type Kind = (typeof kinds)[number];

/** "2026" finds every invoice of the year: enough matches to rank, not so many that typing waits. */
const mostMatches = 10_000;
const mostCandidates = 400;

/** What matches the typed text at the schools of the caller, best first. */
export function search(context: Context, text: string, limit: number): SearchHit[] {
  const { store } = context;
  const schools = schoolsOf(context);
  const withAmount = hitsWithAmount(context, text, limit);
  const query = searchQuery(text);
  if (query === null || withAmount.length === limit) return withAmount;
  const rowids = store.sql
    .prepare('SELECT rowid FROM search_index WHERE search_index MATCH ? ORDER BY rowid LIMIT ?')
    .pluck()
    .all(query, mostMatches) as number[];
  const hits = kinds.flatMap((kind, place) => {
    const found = rowids.filter((rowid) => rowid % 4 === place).map((rowid) => Math.floor(rowid / 4));
    const ids = keptWithin(store, kind, found, schools).slice(0, mostCandidates);
    return ids.length === 0 ? [] : readHits(store, kind, ids);
  });
  const known = new Set(withAmount.map(({ entityId }) => entityId));
  const others = hits.filter(({ kind, entityId }) => kind !== 'invoice' || !known.has(entityId));
  return [...withAmount, ...rankHits(others, text, limit - withAmount.length)];
}

/** The claims of which exactly the typed amount is open, or is a credit; the oldest first. */
function hitsWithAmount(context: Context, text: string, limit: number): SearchHit[] {
  const amountCents = searchedAmount(text);
  if (amountCents === null) return [];
  const ids = claimsThatStandAt(context, [amountCents, -amountCents], limit).map(({ invoiceId }) => invoiceId);
  if (ids.length === 0) return [];
  const amount = formatCents(amountCents);
  return readHits(context.store, 'invoice', ids).map((hit) => ({ ...hit, subtitle: `${amount} · ${hit.subtitle}` }));
}

/** Of what was found, what belongs to these schools; payers and households by their pupils. */
function keptWithin(store: Store, kind: Kind, ids: readonly number[], schools: Schools): readonly number[] {
  if (schools === 'all' || ids.length === 0) return ids;
  return store.sql
    .prepare(`SELECT j.value FROM json_each(@ids) j WHERE ${ownerSql[kind]} ORDER BY j.key`)
    .pluck()
    .all({ ids: JSON.stringify(ids), schools: JSON.stringify(schools) }) as number[];
}

const atSchool = 'school_id IN (SELECT value FROM json_each(@schools))';
const ownerSql: Readonly<Record<Kind, string>> = {
  pupil: `EXISTS (SELECT 1 FROM pupils x WHERE x.id = j.value AND x.${atSchool})`,
  payer: `EXISTS (SELECT 1 FROM payers y JOIN pupils x ON x.household_id = y.household_id
    WHERE y.id = j.value AND x.${atSchool})`,
  invoice: `EXISTS (SELECT 1 FROM invoices x WHERE x.id = j.value AND x.${atSchool})`,
  household: `EXISTS (SELECT 1 FROM pupils x WHERE x.household_id = j.value AND x.${atSchool})`,
};

type HitRow = {
  readonly entityId: number;
  readonly householdId: number;
  readonly title: string;
  readonly subtitle: string;
};

function readHits(store: Store, kind: Kind, ids: readonly number[]): SearchHit[] {
  const rows = store.sql.prepare<[string], HitRow>(hitSql[kind]).all(JSON.stringify(ids));
  return rows.map((row) => ({ kind, ...row }));
}

const fullName = (table: string): string =>
  `CASE WHEN ${table}.first_name = '' THEN ${table}.last_name ELSE ${table}.last_name || ', ' || ${table}.first_name END`;

const hitSql: Readonly<Record<Kind, string>> = {
  household: `
    SELECT h.id AS entityId, h.id AS householdId, h.name AS title,
      coalesce((SELECT group_concat(u.first_name || CASE WHEN u.class_name = '' THEN '' ELSE ' (' || u.class_name || ')' END, ', '
        ORDER BY u.first_name) FROM pupils u WHERE u.household_id = h.id), '') AS subtitle
    FROM json_each(?) j JOIN households h ON h.id = j.value WHERE h.merged_into_id IS NULL`,
  pupil: `
    SELECT u.id AS entityId, u.household_id AS householdId, ${fullName('u')} AS title,
      concat_ws(' · ', nullif(u.class_name, ''), s.name, h.name) AS subtitle
    FROM json_each(?) j JOIN pupils u ON u.id = j.value JOIN schools s ON s.id = u.school_id
    JOIN households h ON h.id = u.household_id`,
  payer: `
    SELECT p.id AS entityId, p.household_id AS householdId, ${fullName('p')} AS title,
      'Betaler · ' || h.name AS subtitle
    FROM json_each(?) j JOIN payers p ON p.id = j.value JOIN households h ON h.id = p.household_id
    WHERE p.removed_at IS NULL`,
  invoice: `
    SELECT i.id AS entityId, u.household_id AS householdId,
      CASE i.kind WHEN 'creditNote' THEN 'Creditnota ' WHEN 'credit' THEN 'Tegoed ' ELSE 'Factuur ' END || i.number AS title,
      concat_ws(' · ', ${fullName('u')}, b.name, s.name) AS subtitle
    FROM json_each(?) j JOIN invoices i ON i.id = j.value JOIN pupils u ON u.id = i.pupil_id
    JOIN billing_groups b ON b.id = i.billing_group_id JOIN schools s ON s.id = i.school_id
    WHERE i.withdrawn_at IS NULL`,
};
