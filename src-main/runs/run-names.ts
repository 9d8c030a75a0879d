import type { NamedExclusion, NamedProposal } from '#shared/dunning/contract.ts';
import type { Exclusion, Proposal } from '#shared/dunning/decision.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';

type Named = { readonly id: number; readonly name: string };
type NameOf = (id: number) => string;

/** Gives proposals the names that a screen shows, in a handful of statements. */
export function nameProposals<Row extends Proposal>(store: Store, proposals: readonly Row[]): (Row & NamedProposal)[] {
  const { payer, household, school } = peopleOf(store, proposals);
  const thirdParty = namesOf(
    store,
    'SELECT id, name FROM third_party_payers',
    proposals.flatMap(({ thirdPartyPayerId }) => (thirdPartyPayerId === null ? [] : [thirdPartyPayerId])),
  );
  const pupils = pupilsOfInvoices(
    store,
    proposals.flatMap(({ items, upcoming }) => [...items, ...upcoming].map(({ invoiceId }) => invoiceId)),
  );
  return proposals.map((proposal) => ({
    ...proposal,
    payerName: payer(proposal.payerId),
    householdName: household(proposal.householdId),
    schoolName: school(proposal.schoolId),
    thirdPartyPayerName: proposal.thirdPartyPayerId === null ? null : thirdParty(proposal.thirdPartyPayerId),
    pupils: [...new Set(proposal.items.flatMap(({ invoiceId }) => pupils.get(invoiceId) ?? []))],
  }));
}

/** The same for who gets nothing. */
export function nameExclusions(store: Store, exclusions: readonly Exclusion[]): NamedExclusion[] {
  const { payer, household, school } = peopleOf(store, exclusions);
  return exclusions.map((exclusion) => ({
    ...exclusion,
    payerName: exclusion.payerId === null ? null : payer(exclusion.payerId),
    householdName: household(exclusion.householdId),
    schoolName: school(exclusion.schoolId),
  }));
}

/** School names by id. */
export function schoolNames(store: Store, schoolIds: readonly number[]): NameOf {
  return namesOf(store, 'SELECT id, name FROM schools', schoolIds);
}

type Concerned = Pick<Exclusion, 'payerId' | 'householdId' | 'schoolId'>;

function peopleOf(store: Store, rows: readonly Concerned[]): { payer: NameOf; household: NameOf; school: NameOf } {
  return {
    payer: namesOf(
      store,
      "SELECT id, trim(first_name || ' ' || last_name) AS name FROM payers",
      rows.flatMap(({ payerId }) => (payerId === null ? [] : [payerId])),
    ),
    household: namesOf(
      store,
      'SELECT id, name FROM households',
      rows.map(({ householdId }) => householdId),
    ),
    school: schoolNames(
      store,
      rows.map(({ schoolId }) => schoolId),
    ),
  };
}

/** What does not exist has an empty name. */
function namesOf(store: Store, select: string, ids: readonly number[]): NameOf {
  const rows = statement(store, `${select} WHERE id IN (SELECT value FROM json_each(?))`).all(
    JSON.stringify([...new Set(ids)]),
  ) as Named[];
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? '';
}

function pupilsOfInvoices(store: Store, invoiceIds: readonly number[]): ReadonlyMap<number, string> {
  const rows = statement(
    store,
    `SELECT i.id, trim(p.first_name || ' ' || p.last_name) AS name
     FROM json_each(?) k CROSS JOIN invoices i ON i.id = k.value CROSS JOIN pupils p ON p.id = i.pupil_id`,
  ).all(JSON.stringify([...new Set(invoiceIds)])) as Named[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
