/** What a column of an export can mean. Synonyms live in `synonyms.ts`. */
export const invoiceFields = [
  'number',
  'externalNumber',
  'structuredReference',
  'studentNumber',
  'lastName',
  'firstName',
  'fullName',
  'birthDate',
  'className',
  'school',
  'site',
  'billingGroup',
  'costCategory',
  'description',
  'issueDate',
  'dueDate',
  'total',
  'paid',
  'open',
  'creditNote',
] as const;
export type InvoiceField = (typeof invoiceFields)[number];

export const payerSlots = [1, 2, 3, 4, 5, 6] as const;
const payerParts = [
  'Relation',
  'LastName',
  'FirstName',
  'FullName',
  'Email',
  'Phone',
  'Mobile',
  'Street',
  'HouseNumber',
  'Box',
  'PostalCode',
  'City',
  'Country',
  'Language',
] as const;
export type PayerPart = (typeof payerParts)[number];
export type PayerField = `payer${(typeof payerSlots)[number]}${PayerPart}`;

export const pupilFields = [
  'studentNumber',
  'lastName',
  'firstName',
  'fullName',
  'birthDate',
  'className',
  'school',
  'site',
  'leftOn',
  'street',
  'houseNumber',
  'box',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
] as const;

/** LPV1/LPV2 and the co-accounts 1–6 are the payer slots 1–6. */
export const payerFields: readonly PayerField[] = payerSlots.flatMap((slot) =>
  payerParts.map((part): PayerField => `payer${slot}${part}`),
);
export type PupilField = (typeof pupilFields)[number] | PayerField;
export type ImportField = InvoiceField | PupilField;
export const importFields: readonly ImportField[] = [
  ...new Set<ImportField>([...invoiceFields, ...pupilFields, ...payerFields]),
];
