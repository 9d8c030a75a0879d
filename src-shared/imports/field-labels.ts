import type { ImportKind } from './contract.ts';
import type { ImportField } from './fields.ts';

const labels: Readonly<Partial<Record<ImportField, string>>> = {
  number: 'factuurnummer',
  externalNumber: 'extern nummer',
  structuredReference: 'gestructureerde mededeling',
  studentNumber: 'leerlingnummer',
  lastName: 'naam',
  firstName: 'voornaam',
  fullName: 'volledige naam',
  birthDate: 'geboortedatum',
  className: 'klas',
  school: 'school',
  site: 'vestiging',
  billingGroup: 'notagroep',
  costCategory: 'kostenrubriek',
  description: 'omschrijving',
  issueDate: 'factuurdatum',
  dueDate: 'vervaldatum',
  total: 'totaalbedrag',
  paid: 'betaald',
  open: 'openstaand',
  creditNote: 'creditnota',
  leftOn: 'uitgeschreven op',
  street: 'straat',
  houseNumber: 'huisnummer',
  box: 'bus',
  postalCode: 'postcode',
  city: 'gemeente',
  country: 'land',
  email: 'e-mail',
  phone: 'telefoon',
};

const partLabels: Readonly<Record<string, string>> = {
  Relation: 'relatie',
  LastName: 'naam',
  FirstName: 'voornaam',
  FullName: 'volledige naam',
  Email: 'e-mail',
  Phone: 'telefoon',
  Mobile: 'gsm',
  Street: 'straat',
  HouseNumber: 'huisnummer',
  Box: 'bus',
  PostalCode: 'postcode',
  City: 'gemeente',
  Country: 'land',
  Language: 'taal',
};

/** The Dutch name of a field, as it stands on screen: "vervaldatum", "betaler 1: e-mail". */
export function fieldLabel(field: ImportField): string {
  const own = labels[field];
  if (own !== undefined) return own;
  const payer = /^payer(\d)(\w+)$/.exec(field);
  return payer ? `betaler ${payer[1]}: ${partLabels[payer[2] ?? ''] ?? payer[2]}` : field;
}

/**
 * What must be pointed out before a file can be read, as Dutch names; empty when enough is mapped. Invoices need a
 * number, an amount and a way to find the pupil; pupils need a name.
 */
export function missingFields(kind: ImportKind, columns: readonly (ImportField | null)[]): string[] {
  const has = (...fields: ImportField[]): boolean => fields.some((field) => columns.includes(field));
  const missing: string[] = [];
  if (kind === 'invoices') {
    if (!has('number', 'externalNumber', 'structuredReference')) missing.push('factuurnummer');
    if (!has('open', 'total')) missing.push('openstaand bedrag of totaalbedrag');
    if (!has('studentNumber', 'fullName', 'lastName')) missing.push('leerling (nummer of naam)');
  } else if (!has('fullName', 'lastName')) missing.push('naam van de leerling');
  return missing;
}

/** Fields that more than one column claims to be, as Dutch names. */
export function doubleFields(columns: readonly (ImportField | null)[]): string[] {
  const seen = new Set<ImportField>();
  const double = new Set<ImportField>();
  for (const field of columns) {
    if (field === null) continue;
    if (seen.has(field)) double.add(field);
    seen.add(field);
  }
  return [...double].map(fieldLabel);
}
