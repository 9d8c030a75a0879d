import type {
  ItemFacts,
  MessageFacts,
  PayerFacts,
  PupilFacts,
  SenderFacts,
} from '#shared/correspondence/message-facts.ts';

/** An invented school; every field filled in. */
export const deWilg: SenderFacts = {
  schoolId: 1,
  name: 'Basisschool De Wilg',
  boardName: 'Scholengroep Wilg en Linde vzw',
  level: 'primary',
  enterpriseNumber: '0123456749',
  iban: 'BE49999000000171',
  bic: null,
  accountHolder: 'Voorbeeldschool vzw',
  street: 'Wilgenlaan 1',
  postalCode: '9000',
  city: 'Gent',
  country: 'BE',
  phone: '09 123 45 67',
  email: 'secretariaat@dewilg.example',
  contactName: 'Els Maes',
  contactPhone: '09 123 45 68',
  contactEmail: 'els.maes@dewilg.example',
  paymentTermDays: 14,
  addressWindow: 'right',
};

export const sofie: PayerFacts = {
  payerId: 10,
  relation: 'mother',
  salutation: 'madam',
  firstName: 'Sofie',
  lastName: 'Abeel',
  language: 'nl',
  email: 'sofie@gezin.example',
  emailBounced: false,
  channel: 'email',
  street: 'Kerkstraat 12 bus 3',
  postalCode: '9050',
  city: 'Gentbrugge',
  country: 'BE',
};

export const noor: PupilFacts = { pupilId: 100, firstName: 'Noor', lastName: 'Abeel', className: '3A' };
export const lou: PupilFacts = { pupilId: 101, firstName: 'Lou', lastName: 'Abeel', className: 'K2' };

let nextId = 1000;

/** One invoice of Noor, due on 30/09/2026, 51 days ago; owed in full. */
export function item(change: Partial<ItemFacts> = {}): ItemFacts {
  const openCents = change.openCents ?? 4500;
  nextId += 1;
  return {
    invoiceId: nextId,
    pupilId: noor.pupilId,
    number: `2026-${nextId}`,
    billingGroup: 'Maandrekening',
    issueDate: '2026-09-01',
    dueDate: '2026-09-30',
    overdueDays: 51,
    openCents,
    amountCents: openCents,
    structuredReference: null,
    ...change,
  };
}

/** A message to Sofie about one invoice of Noor, on 20 November 2026. */
export function facts(change: Partial<MessageFacts> = {}): MessageFacts {
  return {
    asOf: '2026-11-20',
    sender: deWilg,
    household: { householdId: 5, name: 'Abeel' },
    payers: [sofie],
    thirdParty: null,
    pupils: [noor],
    items: [item()],
    structuredReference: '123456789002',
    payBefore: '2026-12-04',
    ...change,
  };
}

/** What a message about a payment plan knows more: 90.00 in two parts, of which the first is announced. */
export const agreed: Partial<MessageFacts> = {
  plan: {
    claims: [
      {
        invoiceId: 999,
        number: '2026-0999',
        pupil: 'Noor Abeel',
        className: '3A',
        schoolName: 'Basisschool De Wilg',
        billingGroup: 'Maandrekening',
        issueDate: '2026-09-01',
        dueDate: '2026-09-30',
        amountCents: 90_00,
      },
    ],
    instalments: [
      { number: 1, dueDate: '2026-12-05', amountCents: 45_00 },
      { number: 2, dueDate: '2027-01-05', amountCents: 45_00 },
    ],
    toleranceDays: 5,
    interest: null,
    note: '',
    isShared: false,
    paidBy: null,
  },
  instalment: { number: 1, count: 2, dueDate: '2026-12-05', amountCents: 45_00 },
};
