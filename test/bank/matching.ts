import { makeStructuredReference } from '#shared/bank/structured-reference.ts';
import type { BankMovement } from '#shared/bank/statement.ts';
import type {
  AccountHolder,
  MatchClaim,
  MatchKnowledge,
  MatchLine,
  MatchOrder,
  MatchPerson,
  MatchPlan,
  MatchReceipt,
} from '#shared/bank/match/knowledge.ts';
import { numberKey } from '#shared/bank/match/knowledge.ts';
import { nameWords } from '#shared/bank/match/names.ts';

/** A household as a matching test names it. */
export type KnownHousehold = {
  readonly id: number;
  readonly name?: string;
  readonly payers?: readonly {
    readonly id: number;
    readonly firstName: string;
    readonly lastName: string;
    readonly thirdPartyPayerId?: number;
  }[];
  readonly pupils?: readonly { readonly firstName: string; readonly lastName: string }[];
  readonly claims?: readonly KnownClaim[];
};

export type KnownClaim = {
  readonly id: number;
  readonly number?: string;
  readonly openCents: number;
  readonly dueDate?: string;
  readonly schoolId?: number;
  readonly pupilName?: string;
  /** Payer and cents of those who owe a share; left out: all payers owe all of it. */
  readonly shares?: Readonly<Record<number, number>>;
};

export type Known = {
  readonly households: readonly KnownHousehold[];
  readonly plans?: readonly (readonly [string, MatchPlan])[];
  readonly payerReferences?: Readonly<Record<string, number>>;
  readonly accounts?: Readonly<Record<string, readonly Partial<AccountHolder>[]>>;
  readonly commonLastNames?: readonly string[];
  readonly ownAccounts?: readonly string[];
  readonly thirdParties?: readonly { readonly id: number; readonly name: string }[];
  readonly receipts?: readonly (Partial<MatchReceipt> & { readonly entryId: number; readonly amountCents: number })[];
  readonly orders?: readonly (Partial<MatchOrder> & {
    readonly paymentOrderId: number;
    readonly amountCents: number;
  })[];
};

/** The OGM of an invoice of these tests. */
export const ogm = (invoiceId: number): string => makeStructuredReference(`2026${invoiceId}`);

/** The indexes as the store makes them, of what a test knows. */
export function knowing(known: Known): MatchKnowledge {
  const people = known.households.flatMap((household) => [
    ...(household.payers ?? []).map((payer) => person(household, payer, payer.id)),
    ...(household.pupils ?? []).map((pupil) => person(household, pupil, null)),
  ]);
  const claims = known.households.flatMap((household) => (household.claims ?? []).map((one) => claim(household, one)));
  const payers = people.filter(({ payerId }) => payerId !== null);
  return {
    claimsByReference: new Map(claims.map((one) => [one.structuredReference ?? '', one])),
    sharedReferences: new Set(),
    claimsByNumber: new Map(claims.map((one) => [numberKey(one.schoolId, one.number), one])),
    payersByReference: new Map(
      Object.entries(known.payerReferences ?? {}).map(([reference, payerId]) => [reference, { payerId, schoolId: 1 }]),
    ),
    plansByReference: new Map(known.plans ?? []),
    openByHousehold: Map.groupBy(
      claims.filter(({ openCents }) => openCents > 0).toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1)),
      ({ householdId }) => householdId,
    ),
    payers: Map.groupBy(payers, ({ payerId }) => payerId ?? 0),
    payersByHousehold: Map.groupBy(payers, ({ householdId }) => householdId),
    peopleByLastName: Map.groupBy(people, ({ lastWords }) => lastWords.join(' ')),
    commonLastNames: new Set(known.commonLastNames ?? []),
    accounts: new Map(
      Object.entries(known.accounts ?? {}).map(([iban, holders]) => [
        iban,
        holders.map((holder) => ({ payerId: null, thirdPartyPayerId: null, ...holder })),
      ]),
    ),
    ownAccounts: new Set(known.ownAccounts ?? []),
    thirdParties: known.thirdParties ?? [],
    householdsOfThirdParty: thirdPartyHouseholds(payers),
    receipts: (known.receipts ?? []).map((receipt) => ({
      schoolId: 1,
      householdId: 1,
      householdName: 'Gezin 1',
      payerId: null,
      bookingDate: '2026-11-01',
      endToEndId: null,
      mandateId: null,
      structuredReference: null,
      counterpartyAccount: null,
      invoices: [],
      blockedBy: null,
      ...receipt,
    })),
    orders: (known.orders ?? []).map((order) => ({
      entryId: order.paymentOrderId + 1000,
      schoolId: 1,
      householdId: 1,
      householdName: 'Gezin 1',
      endToEndId: `TB-${order.paymentOrderId}`,
      iban: 'BE68539007547034',
      beneficiaryName: 'An Abeel',
      status: 'exported',
      ...order,
    })),
  };
}

/** A line with a movement of so many cents; money in is an ordinary transfer. */
export function line(id: number, amountCents: number, movement: Partial<BankMovement> = {}): MatchLine {
  return {
    id,
    accountSchoolIds: [1],
    movement: {
      line: id,
      key: `key ${id}`,
      amountCents,
      bookingDate: '2026-11-20',
      valueDate: '2026-11-20',
      kind: amountCents > 0 ? 'payment' : 'outgoing',
      transactionCode: '00150000',
      counterpartyName: null,
      counterpartyAccount: null,
      ultimateName: null,
      structuredReference: null,
      creditorReference: null,
      referenceSource: movement.structuredReference ? 'structured' : null,
      communication: '',
      endToEndId: null,
      mandateId: null,
      returned: null,
      batchKey: null,
      ...movement,
    },
  };
}

function person(
  household: KnownHousehold,
  { firstName, lastName, thirdPartyPayerId }: { firstName: string; lastName: string; thirdPartyPayerId?: number },
  payerId: number | null,
): MatchPerson {
  const householdName = household.name ?? `Gezin ${household.id}`;
  return {
    householdId: household.id,
    householdName,
    payerId,
    firstName,
    lastName,
    firstWords: nameWords(firstName),
    lastWords: nameWords(lastName),
    thirdPartyPayerId: thirdPartyPayerId ?? null,
  };
}

function claim(household: KnownHousehold, one: KnownClaim): MatchClaim {
  const payers = household.payers ?? [];
  return {
    invoiceId: one.id,
    schoolId: one.schoolId ?? 1,
    schoolName: `School ${one.schoolId ?? 1}`,
    number: one.number ?? `F${one.id}`,
    kind: one.openCents < 0 ? 'creditNote' : 'invoice',
    structuredReference: ogm(one.id),
    householdId: household.id,
    householdName: household.name ?? `Gezin ${household.id}`,
    pupilName: one.pupilName ?? 'Noor',
    dueDate: one.dueDate ?? '2026-10-15',
    issueDate: '2026-10-01',
    openCents: one.openCents,
    owed: payers.map(({ id }) => ({
      payerId: id,
      isSplit: one.shares !== undefined,
      owedCents: one.shares === undefined ? one.openCents : (one.shares[id] ?? 0),
    })),
  };
}

function thirdPartyHouseholds(payers: readonly MatchPerson[]): Map<number, number[]> {
  const households = new Map<number, number[]>();
  for (const { thirdPartyPayerId, householdId } of payers)
    if (thirdPartyPayerId !== null)
      households.set(thirdPartyPayerId, [...(households.get(thirdPartyPayerId) ?? []), householdId]);
  return households;
}
