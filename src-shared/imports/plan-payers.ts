import { mergeField } from './merge-field.ts';
import { nameKey, normaliseText } from './normalise-text.ts';
import { phoneKey } from './propose-households.ts';
import type { EarlierImports, PayerChange, PayerValues, PlannedPayer } from './pupil-plan.ts';
import { shownName } from './read-invoice-row.ts';
import type { PayerRow } from './read-pupil-row.ts';

export type ShownChange = { readonly field: string; readonly before: string; readonly after: string };

/** What the payers of one row do: who is new, who changes, and who they are. */
export type PayerPlan = {
  readonly payers: readonly PlannedPayer[];
  readonly newPayers: readonly PlannedPayer[];
  readonly changes: readonly PayerChange[];
  readonly shown: readonly ShownChange[];
  readonly notes: readonly string[];
};

type PayerTextField = keyof PayerValues;

const labels: Readonly<Record<PayerTextField, string>> = {
  relation: 'relatie',
  firstName: 'voornaam',
  lastName: 'naam',
  language: 'taal',
  email: 'e-mail',
  phone: 'telefoon',
  street: 'straat',
  postalCode: 'postcode',
  city: 'gemeente',
  country: 'land',
};

const addressFields: ReadonlySet<PayerTextField> = new Set<PayerTextField>(['street', 'postalCode', 'city', 'country']);

const sameText = (a: string, b: string): boolean => normaliseText(a) === normaliseText(b);
const sameEmail = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const samePhone = (a: string, b: string): boolean => phoneKey(a) !== '' && phoneKey(a) === phoneKey(b);

/**
 * Lays the payers of a row beside those of its household: found by name, else by e-mail or phone of someone with the same
 * relation; the others are new. Within one file the first row that fills a field decides it. A payer whom a person has
 * removed is not put back.
 */
export function planPayers(
  rows: readonly PayerRow[],
  candidates: readonly PlannedPayer[],
  householdKey: string,
  earlier: EarlierImports,
): PayerPlan {
  const taken = new Set<PlannedPayer>();
  const matches = new Map<PayerRow, PlannedPayer>();
  const match = (test: (row: PayerRow, payer: PlannedPayer) => boolean): void => {
    for (const row of rows) {
      if (matches.has(row)) continue;
      const found = candidates.find((payer) => !taken.has(payer) && test(row, payer));
      if (!found) continue;
      matches.set(row, found);
      taken.add(found);
    }
  };
  match((row, { values }) => nameKey(row.lastName, row.firstName) === nameKey(values.lastName, values.firstName));
  match(({ email, phone, relation }, { values }) => {
    if (relation !== values.relation) return false;
    return (
      (email !== null && values.email !== null && sameEmail(email, values.email)) ||
      (phone !== null && values.phone !== null && samePhone(phone, values.phone))
    );
  });
  const plan = {
    payers: [] as PlannedPayer[],
    newPayers: [] as PlannedPayer[],
    changes: [] as PayerChange[],
    shown: [] as ShownChange[],
    notes: [] as string[],
  };
  for (const row of rows) {
    const found = matches.get(row);
    if (!found) {
      const payer = newPayer(row, householdKey);
      plan.newPayers.push(payer);
      plan.payers.push(payer);
    } else if (found.removed) {
      plan.notes.push(`${shownName(row.lastName, row.firstName)} werd bij ons verwijderd als betaler en blijft dat`);
    } else {
      plan.payers.push(found);
      const change = updatePayer(row, found, earlier, plan);
      if (change) plan.changes.push(change);
    }
  }
  return plan;
}

function newPayer(row: PayerRow, householdKey: string): PlannedPayer {
  const { relation, firstName, lastName, email, phone, street, postalCode, city, country } = row;
  const values = {
    relation,
    firstName,
    lastName,
    language: row.language ?? 'nl',
    email,
    phone,
    street,
    postalCode,
    city,
    country,
  };
  return { id: null, householdKey, removed: false, values, decided: new Set(filledFields(row)) };
}

function filledFields(row: PayerRow): PayerTextField[] {
  return (Object.keys(labels) as PayerTextField[]).filter((field) => row[field] !== null && row[field] !== '');
}

function updatePayer(
  row: PayerRow,
  payer: PlannedPayer,
  earlier: EarlierImports,
  plan: { readonly shown: ShownChange[]; readonly notes: string[] },
): PayerChange | undefined {
  const before: Record<string, string | null> = {};
  const after: Record<string, string | null> = {};
  const who = shownName(payer.values.lastName, payer.values.firstName);
  const sameName = nameKey(row.lastName, row.firstName) === nameKey(payer.values.lastName, payer.values.firstName);
  const sameAddress = sameText(row.street, payer.values.street) && sameText(row.postalCode, payer.values.postalCode);
  const hadAddress = payer.values.street !== '';
  for (const field of filledFields(row)) {
    if (payer.decided.has(field)) continue;
    // A relation that the file only guesses ("ouder") says less than what we have, and a name is not turned around.
    if (field === 'relation' && row.relation === 'parent') continue;
    if (sameName && (field === 'firstName' || field === 'lastName')) continue;
    if (field === 'country' && (sameAddress || row.street === '')) continue;
    // The pupil's address is only a guess for a payer: it fills an empty one and changes none.
    if (addressFields.has(field) && !row.addressIsOwn && hadAddress) continue;
    payer.decided.add(field);
    const ours = payer.values[field];
    const file = row[field];
    const { id } = payer;
    const imported = (): string | null | undefined => (id === null ? undefined : earlier.value('payers', id, field));
    const isSame = field === 'phone' ? samePhone : field === 'email' ? sameEmail : sameText;
    const result = mergeField(ours, file, imported, isSame);
    if (result === 'keptByHand') {
      plan.notes.push(`${labels[field]} van ${who} is bij ons met de hand aangepast en blijft (bestand: ${file})`);
    }
    if (result !== 'take') continue;
    payer.values = { ...payer.values, [field]: file };
    if (payer.id === null) continue;
    before[field] = ours;
    after[field] = file;
    plan.shown.push({ field: `${labels[field]} van ${who}`, before: ours ?? '', after: file ?? '' });
  }
  return payer.id !== null && Object.keys(after).length > 0 ? { payerId: payer.id, before, after } : undefined;
}
