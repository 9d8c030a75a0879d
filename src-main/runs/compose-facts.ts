import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { ItemFacts, SenderFacts, ThirdPartyFacts } from '#shared/correspondence/message-facts.ts';
import type { PlanPayer, PlanPupil, RecentContact } from '#shared/correspondence/plan-input.ts';
import type { CostSettings } from '#shared/costs/contract.ts';
import { lumpSumThatMayFollow } from '#shared/costs/reckon-costs.ts';
import type { Proposal, ProposalItem } from '#shared/dunning/decision.ts';
import {
  householdNames,
  payersOf,
  recentContactsOf,
  schoolsById,
  thirdPartiesById,
} from '#main/correspondence/facts-queries.ts';
import { payerReferencesFor } from '#main/correspondence/payer-references.ts';
import { costSettingsOf } from '#main/costs/settings.ts';
import { lawTables } from '#main/law/tables.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type InvoiceRow = Pick<
  ItemFacts,
  'invoiceId' | 'pupilId' | 'billingGroup' | 'issueDate' | 'openCents' | 'structuredReference'
>;

/** Whatever the messages of these proposals are filled in from, each thing by its id. */
export type ComposeFacts = {
  readonly payer: (payerId: number) => PlanPayer;
  readonly thirdParty: (thirdPartyPayerId: number | null) => ThirdPartyFacts | null;
  readonly school: (schoolId: number) => SenderFacts;
  readonly householdName: (householdId: number) => string;
  /** Everything a proposal lists, as it concerns this payer. */
  readonly items: (proposal: Proposal) => ItemFacts[];
  readonly pupils: (items: readonly ItemFacts[]) => PlanPupil[];
  readonly payerReferences: ReadonlyMap<string, string>;
  readonly recent: (payerId: number, schoolId: number) => readonly RecentContact[];
  /** The lump sum that a first reminder for these items must name; null: none will follow. */
  readonly lumpSum: (proposal: Proposal, items: readonly ItemFacts[]) => number | null;
};

/** How many days back a message counts as recent. */
const recentDays = 7;

/** Reads all of it in a handful of statements, whatever the number of proposals. */
export function composeFacts(store: Store, proposals: readonly Proposal[], asOf: PlainDate): ComposeFacts {
  const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];
  const payers = payersOf(store, [], unique(proposals.map(({ payerId }) => payerId)));
  const payerIds = payers.map(({ payerId }) => payerId);
  const bodies = payers.flatMap(({ thirdPartyPayerId }) => (thirdPartyPayerId === null ? [] : [thirdPartyPayerId]));
  const invoices = invoiceRows(store, unique(proposals.flatMap(listed).map(({ invoiceId }) => invoiceId)));
  const pupils = pupilRows(store, unique(invoices.map(({ pupilId }) => pupilId)));
  const payer = byId(payers, ({ payerId }) => payerId);
  const thirdParty = byId(thirdPartiesById(store, unique(bodies)), ({ thirdPartyPayerId }) => thirdPartyPayerId);
  const invoice = byId(invoices, ({ invoiceId }) => invoiceId);
  const pupil = byId(pupils, ({ pupilId }) => pupilId);
  const names = householdNames(store, unique(payers.map(({ householdId }) => householdId)));
  const household = byId(names, ({ householdId }) => householdId);
  const school = byId(
    schoolsById(store, unique(proposals.map(({ schoolId }) => schoolId))),
    ({ schoolId }) => schoolId,
  );
  const recent = Map.groupBy(recentContactsOf(store, payerIds, addDays(asOf, -recentDays)), ({ payerId }) => payerId);
  return {
    payer,
    thirdParty: (id) => (id === null ? null : thirdParty(id)),
    school,
    householdName: (householdId) => household(householdId).name,
    items: (proposal) => listed(proposal).map((item) => itemFacts(item, invoice(item.invoiceId))),
    pupils: (items) => unique(items.map(({ pupilId }) => pupilId)).map(pupil),
    payerReferences: payerReferencesFor(store, proposals),
    lumpSum: announcedLumpSums(store, asOf),
    recent: (payerId, schoolId) => (recent.get(payerId) ?? []).filter((contact) => contact.schoolId === schoolId),
  };
}

/** Only the first reminder names what may follow; later ones say what is asked. */
function announcedLumpSums(store: Store, asOf: PlainDate): ComposeFacts['lumpSum'] {
  const settings = new Map<number, CostSettings>();
  const tables = lawTables(store);
  return ({ schoolId, stage, items: asked }, items) => {
    if (stage !== 1) return null;
    const known = settings.get(schoolId) ?? costSettingsOf(store, schoolId);
    settings.set(schoolId, known);
    const bills = new Set(asked.filter(({ kind }) => kind === 'invoice').map(({ invoiceId }) => invoiceId));
    const dues = items.filter(({ invoiceId }) => bills.has(invoiceId));
    return lumpSumThatMayFollow(
      known,
      dues.map(({ amountCents, issueDate }) => ({ dueCents: amountCents, issueDate })),
      asOf,
      tables,
    );
  };
}

function listed({ items, upcoming, credits }: Proposal): ProposalItem[] {
  return [...items, ...upcoming, ...credits];
}

function itemFacts(
  { number, dueDate, overdueDays, amountCents }: ProposalItem,
  { billingGroup, issueDate, invoiceId, openCents, pupilId, structuredReference }: InvoiceRow,
): ItemFacts {
  return {
    invoiceId,
    pupilId,
    number,
    billingGroup,
    issueDate,
    dueDate,
    overdueDays,
    openCents,
    amountCents,
    structuredReference,
  };
}

function invoiceRows(store: Store, invoiceIds: readonly number[]): InvoiceRow[] {
  return statement(
    store,
    `SELECT i.id AS invoiceId, i.pupil_id AS pupilId, g.name AS billingGroup, i.issue_date AS issueDate,
       i.balance_cents AS openCents, i.structured_reference AS structuredReference
     FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value CROSS JOIN billing_groups g ON g.id = i.billing_group_id`,
  ).all(JSON.stringify(invoiceIds)) as InvoiceRow[];
}

function pupilRows(store: Store, pupilIds: readonly number[]): PlanPupil[] {
  return statement(
    store,
    `SELECT p.id AS pupilId, household_id AS householdId, school_id AS schoolId, first_name AS firstName,
       last_name AS lastName, class_name AS className
     FROM json_each(?) k CROSS JOIN pupils p ON p.id = k.value`,
  ).all(JSON.stringify(pupilIds)) as PlanPupil[];
}

/** Throws for an id that was not read: a foreign key made sure that it is there. */
function byId<Row>(rows: readonly Row[], idOf: (row: Row) => number): (id: number) => Row {
  const found = new Map(rows.map((row) => [idOf(row), row]));
  return (id) => {
    const row = found.get(id);
    if (row === undefined) throw new Error(`A proposal names ${id}, which is not in the store`);
    return row;
  };
}
