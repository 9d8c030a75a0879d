import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import type { Language } from '#shared/api/schemas.ts';
import type { MessageEdit, Selection } from '#shared/correspondence/contract.ts';
import type { PlanInput } from '#shared/correspondence/plan-input.ts';
import type { Schools } from '#main/access/caller.ts';
import { termDaysOn } from '#main/law/term.ts';
import type { Store } from '#main/store/store.ts';
import {
  householdsOfPupils,
  heldPayerIds,
  householdNames,
  liabilitiesOfPupils,
  openInvoicesOf,
  payersOf,
  pupilsOfHouseholds,
  recentContactsOf,
  schoolsById,
  selectedPupils,
  thirdPartiesById,
} from './facts-queries.ts';
import { payerReferencesFor } from './payer-references.ts';

/** Which debts, of whom, and for whom. */
export type Scope = {
  readonly pupilIds: readonly number[];
  /** Only these payers; null: everyone who is liable. */
  readonly payerIds: readonly number[] | null;
  readonly householdIds: readonly number[];
  /** Pupils at other schools are left out, with everything that is open there. */
  readonly schools: Schools;
};

export type FactsOptions = {
  /** What counts as due. */
  readonly asOf: PlainDate;
  /** What counts as held. */
  readonly today: PlainDate;
  readonly textLanguages: readonly Language[];
  readonly edits: readonly MessageEdit[];
  /** Whether the text asks for money. */
  readonly asksPayment: boolean;
};

/** How many days back a message counts as recent. */
const recentDays = 7;

/** What a selection on the screen stands for: pupils, payers and households. */
export function scopeOf(store: Store, selection: Selection, schools: Schools): Scope {
  const keys = [...new Set(selection.keys)];
  const pupilIds = selectedPupils(store, { ...selection, keys });
  return {
    pupilIds,
    payerIds: selection.grouping === 'payer' ? keys : null,
    householdIds: selection.grouping === 'household' ? keys : householdsOfPupils(store, pupilIds),
    schools,
  };
}

/**
 * Gathers everything the plan is decided from, for any number of households in the same handful of statements. Call it
 * inside a transaction when what it reads must hold together with what is written.
 */
export function gatherFacts(store: Store, scope: Scope, options: FactsOptions): PlanInput {
  const householdIds = [...new Set([...householdsOfPupils(store, scope.pupilIds), ...scope.householdIds])];
  const pupils = pupilsOfHouseholds(store, householdIds, scope.schools);
  const pupilIds = pupils.map((pupil) => pupil.pupilId);
  const liabilities = liabilitiesOfPupils(store, pupilIds);
  const payers = payersOf(store, householdIds, [...new Set(liabilities.map((liability) => liability.payerId))]);
  const payerIds = payers.map((payer) => payer.payerId);
  const invoices = openInvoicesOf(store, pupilIds, options.today);
  const schoolIds = [...new Set([...invoices, ...pupils].map((row) => row.schoolId))];
  const schoolsOfPupil = Map.groupBy(invoices, (invoice) => invoice.pupilId);
  const pairs = liabilities.flatMap(({ payerId, pupilId }) =>
    (schoolsOfPupil.get(pupilId) ?? []).map(({ schoolId }) => ({ payerId, schoolId })),
  );
  return {
    asOf: options.asOf,
    selectedPupilIds: new Set(scope.pupilIds),
    selectedPayerIds: scope.payerIds === null ? null : new Set(scope.payerIds),
    selectedHouseholdIds: new Set(scope.householdIds),
    households: householdNames(store, [...new Set([...householdIds, ...payers.map((payer) => payer.householdId)])]),
    schools: schoolsById(store, schoolIds),
    pupils,
    payers,
    heldPayerIds: heldPayerIds(store, payerIds, options.today),
    thirdParties: thirdPartiesById(store, [
      ...new Set(payers.flatMap((payer) => (payer.thirdPartyPayerId === null ? [] : [payer.thirdPartyPayerId]))),
    ]),
    liabilities,
    invoices,
    recentContacts: recentContactsOf(store, payerIds, addDays(options.today, -recentDays)),
    payerReferences: payerReferencesFor(store, pairs),
    lawTermDays: termDaysOn(store, options.asOf),
    textLanguages: options.textLanguages,
    edits: options.edits,
    asksPayment: options.asksPayment,
  };
}
