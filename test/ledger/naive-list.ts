import { daysBetween } from '#shared/calendar/plain-date.ts';
import type { Grouping, OpenItemsFilter } from '#shared/ledger/contract.ts';
import { sumCents } from '#shared/money/cents.ts';
import { owedShares } from '#shared/people/owed-share.ts';
import type { LiabilityKind } from '#shared/people/contract.ts';
import type { Store } from '#main/store/store.ts';
import { today } from './random-ledger.ts';

type Row = Readonly<Record<string, string | number | null>>;

/** One open invoice with everything a filter can ask, gathered by reading whole tables. */
export type NaiveItem = {
  readonly id: number;
  readonly schoolId: number;
  readonly siteId: number | null;
  readonly pupilId: number;
  readonly householdId: number;
  readonly className: string;
  readonly billingGroup: string;
  readonly schoolYear: string;
  readonly dueDate: string;
  readonly openCents: number;
  readonly totalCents: number;
  /** Asked from nobody: itself, its household, its school or everybody who owes it is held. */
  readonly held: boolean;
  readonly heldPayers: ReadonlySet<number>;
  readonly hasEmail: boolean;
  readonly lastContactAt: string | null;
  /** The texts of everything that can be searched on. */
  readonly texts: readonly string[];
  /** Who owes it, or whose money it is. */
  readonly liable: readonly number[];
  /** What each payer owes of it; who paid the own share has no part any more. */
  readonly owed: ReadonlyMap<number, number>;
};

/** Adds up, joins and filters in the simplest way there is; the list must say the same. */
export function naiveItems(store: Store): NaiveItem[] {
  const table = (name: string): Row[] => store.sql.prepare(`SELECT * FROM ${name}`).all() as Row[];
  const pupils = new Map(table('pupils').map((row) => [row['id'], row]));
  const households = new Map(table('households').map((row) => [row['id'], row]));
  const groups = new Map(table('billing_groups').map((row) => [row['id'], row['name'] as string]));
  const payers = table('payers');
  const liabilities = table('liabilities');
  const holds = table('holds').filter(
    (row) =>
      row['lifted_at'] === null &&
      (row['from_date'] as string) <= today &&
      (row['until_date'] === null || (row['until_date'] as string) >= today),
  );
  const heldPayers = new Set(holds.map((row) => row['payer_id'] as number));
  const postings = table('postings');
  return table('invoices').flatMap((invoice): NaiveItem[] => {
    const own = postings.filter((posting) => posting['invoice_id'] === invoice['id']);
    const openCents = sumCents(own.map((posting) => posting['amount_cents'] as number));
    if (openCents === 0 || invoice['withdrawn_at'] !== null) return [];
    const pupil = pupils.get(invoice['pupil_id'] ?? 0) ?? {};
    const household = households.get(pupil['household_id'] ?? 0) ?? {};
    const issued = invoice['issue_date'] as string;
    const inForce = liabilities
      .filter((row) => row['pupil_id'] === pupil['id'])
      .filter((row) => (row['from_date'] as string) <= issued)
      .filter((row) => row['until_date'] === null || (row['until_date'] as string) >= issued);
    const family = payers.filter((payer) => payer['household_id'] === household['id']);
    const liable = inForce
      .map((row) => row['payer_id'] as number)
      .filter((payerId) => invoice['payer_id'] === null || invoice['payer_id'] === payerId);
    return [
      {
        id: invoice['id'] as number,
        schoolId: invoice['school_id'] as number,
        siteId: pupil['site_id'] as number | null,
        pupilId: pupil['id'] as number,
        householdId: household['id'] as number,
        className: pupil['class_name'] as string,
        billingGroup: groups.get(invoice['billing_group_id'] ?? 0) ?? '',
        schoolYear: invoice['school_year'] as string,
        dueDate: invoice['due_date'] as string,
        openCents,
        totalCents: sumCents(
          own
            .filter((row) => ['charge', 'credit'].includes(row['kind'] as string))
            .map((row) => row['amount_cents'] as number),
        ),
        held:
          holds.some(
            (row) =>
              row['invoice_id'] === invoice['id'] ||
              row['household_id'] === household['id'] ||
              (row['scope'] === 'school' && row['school_id'] === invoice['school_id']),
          ) ||
          (liable.length > 0 && liable.every((payerId) => heldPayers.has(payerId))),
        heldPayers,
        hasEmail: family.some((payer) => payer['email'] !== null && payer['email_bounced_at'] === null),
        lastContactAt: household['last_contact_at'] as string | null,
        texts: [
          ...[pupil, ...family].map((row) =>
            [row['first_name'], row['last_name'], row['class_name'], row['email']].join(' '),
          ),
          household['name'] as string,
          invoice['number'] as string,
        ],
        liable,
        owed: owedOf(invoice, openCents, inForce, own),
      },
    ];
  });
}

function owedOf(
  invoice: Row,
  openCents: number,
  inForce: readonly Row[],
  postings: readonly Row[],
): ReadonlyMap<number, number> {
  const liabilities = inForce.map((row) => ({
    payerId: row['payer_id'] as number,
    kind: row['kind'] as LiabilityKind,
    shareBp: row['share_bp'] as number,
  }));
  const owner = invoice['payer_id'];
  if (typeof owner === 'number') {
    return new Map(liabilities.some(({ payerId }) => payerId === owner) ? [[owner, openCents]] : []);
  }
  const own = new Map<number, number>();
  for (const { payer_id: payerId, amount_cents: cents } of postings) {
    if (typeof payerId === 'number') own.set(payerId, (own.get(payerId) ?? 0) + Number(cents));
  }
  const owed = owedShares(openCents, liabilities, own);
  if (sumCents(own.values()) === 0) return owed;
  return new Map([...owed].filter(([, cents]) => cents !== 0));
}

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function hasWord(item: NaiveItem, word: string): boolean {
  return item.texts.some((text) =>
    plain(text)
      .split(/[^a-z0-9]+/)
      .some((token) => token.startsWith(plain(word))),
  );
}

export function naiveFilter(items: readonly NaiveItem[], filter: OpenItemsFilter): NaiveItem[] {
  const is = <Value>(wanted: Value | undefined, value: Value): boolean => wanted === undefined || wanted === value;
  return items.filter((item) => {
    const overdueDays = daysBetween(item.dueDate, today);
    return (
      is(filter.schoolId, item.schoolId) &&
      (filter.siteId === undefined || filter.siteId === item.siteId) &&
      is(filter.className, item.className) &&
      is(filter.billingGroup, item.billingGroup) &&
      is(filter.schoolYear, item.schoolYear) &&
      is(filter.householdId, item.householdId) &&
      is(filter.held, item.held) &&
      is(filter.noEmail, !item.hasEmail) &&
      is(filter.credit, item.openCents < 0) &&
      (!filter.minOverdueDays || overdueDays >= filter.minOverdueDays) &&
      (filter.maxOverdueDays === undefined || overdueDays <= filter.maxOverdueDays) &&
      item.openCents >= (filter.minCents ?? Number.NEGATIVE_INFINITY) &&
      item.openCents <= (filter.maxCents ?? Number.POSITIVE_INFINITY) &&
      isContacted(item, filter.lastContact) &&
      (filter.search ?? '').split(' ').every((word) => word === '' || hasWord(item, word))
    );
  });
}

function isContacted(item: NaiveItem, lastContact: string | undefined): boolean {
  if (lastContact === undefined || item.lastContactAt === null) return true;
  return lastContact !== 'never' && item.lastContactAt < lastContact;
}

export type NaiveGroup = {
  readonly key: number;
  readonly openCents: number;
  readonly count: number;
  readonly heldCount: number;
  readonly dueDate: string;
};

/** Groups by pupil, household or payer; a payer's group holds the shares. By key. */
export function naiveGroups(items: readonly NaiveItem[], grouping: Exclude<Grouping, 'invoice'>): NaiveGroup[] {
  const groups = new Map<number, { item: NaiveItem; cents: number }[]>();
  for (const item of items) {
    const parts: Iterable<readonly [number, number]> =
      grouping === 'payer'
        ? item.owed
        : [[grouping === 'pupil' ? item.pupilId : item.householdId, item.openCents] as const];
    for (const [key, cents] of parts) groups.set(key, [...(groups.get(key) ?? []), { item, cents }]);
  }
  return [...groups]
    .map(([key, parts]) => ({
      key,
      openCents: sumCents(parts.map(({ cents }) => cents)),
      count: parts.length,
      heldCount: parts.filter(({ item }) => item.held || (grouping === 'payer' && item.heldPayers.has(key))).length,
      dueDate: parts.map(({ item }) => item.dueDate).toSorted()[0] ?? '',
    }))
    .toSorted((a, b) => a.key - b.key);
}

export function naiveTotals(items: readonly NaiveItem[]): Readonly<Record<string, number>> {
  return {
    invoices: items.length,
    pupils: new Set(items.map(({ pupilId }) => pupilId)).size,
    households: new Set(items.map(({ householdId }) => householdId)).size,
    openCents: sumCents(items.map(({ openCents }) => openCents)),
    overdueCents: sumCents(
      items.filter(({ dueDate, openCents }) => dueDate < today && openCents > 0).map(({ openCents }) => openCents),
    ),
  };
}

/** Oldest due date first, then the lowest id. */
export function byDueDate(a: NaiveItem, b: NaiveItem): number {
  return a.dueDate === b.dueDate ? a.id - b.id : a.dueDate < b.dueDate ? -1 : 1;
}
