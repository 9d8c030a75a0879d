import type { PlanInput, PlanInvoice, PlanLiability, PlanPayer } from '#shared/correspondence/plan-input.ts';

export const asOf = '2026-11-20';
export const dueLongAgo = '2026-10-11';
export const school = {
  schoolId: 1,
  name: 'Basisschool De Wilg',
  boardName: '',
  level: 'primary' as const,
  enterpriseNumber: null,
  iban: 'BE68539007547034',
  bic: null,
  accountHolder: null,
  street: '',
  postalCode: '',
  city: '',
  country: 'BE',
  phone: null,
  email: null,
  contactName: null,
  contactPhone: null,
  contactEmail: null,
  paymentTermDays: 14,
  addressWindow: 'right' as const,
};

export function payer(payerId: number, change: Partial<PlanPayer> = {}): PlanPayer {
  return {
    payerId,
    householdId: 1,
    relation: 'parent',
    salutation: 'neutral',
    firstName: `Ouder ${payerId}`,
    lastName: 'Abeel',
    language: 'nl',
    email: `ouder${payerId}@voorbeeld.be`,
    emailBounced: false,
    channel: 'email',
    street: `Straat ${payerId}`,
    postalCode: '9000',
    city: 'Gent',
    country: 'BE',
    removed: false,
    thirdPartyPayerId: null,
    ...change,
  };
}

let nextInvoice = 1;
export function invoice(openCents: number, change: Partial<PlanInvoice> = {}): PlanInvoice {
  const invoiceId = nextInvoice++;
  return {
    invoiceId,
    schoolId: 1,
    pupilId: 1,
    number: `F-${invoiceId}`,
    billingGroup: 'maandrekening',
    issueDate: '2026-09-11',
    dueDate: dueLongAgo,
    openCents,
    structuredReference: null,
    attributed: new Map(),
    creditOfPayerId: null,
    held: false,
    ...change,
  };
}

export function joint(payerId: number, pupilId = 1): PlanLiability {
  return { pupilId, payerId, kind: 'joint', shareBp: 10_000, fromDate: '0001-01-01', untilDate: null };
}
export function split(payerId: number, shareBp: number, pupilId = 1): PlanLiability {
  return { pupilId, payerId, kind: 'split', shareBp, fromDate: '0001-01-01', untilDate: null };
}

export function family(change: Partial<PlanInput>): PlanInput {
  const pupilIds = [...new Set(change.invoices?.map((one) => one.pupilId) ?? [1])];
  return {
    asOf,
    selectedPupilIds: new Set(pupilIds),
    selectedPayerIds: null,
    selectedHouseholdIds: new Set([1]),
    households: [{ householdId: 1, name: 'Gezin Abeel' }],
    schools: [school],
    pupils: [1, 2, 3].map((pupilId) => ({
      pupilId,
      householdId: 1,
      schoolId: 1,
      firstName: `Kind ${pupilId}`,
      lastName: 'Abeel',
      className: '3A',
    })),
    payers: [payer(1)],
    heldPayerIds: new Set(),
    thirdParties: [],
    liabilities: [1, 2, 3].map((pupilId) => joint(1, pupilId)),
    invoices: [],
    recentContacts: [],
    payerReferences: new Map([
      ['1-1', '900000100133'],
      ['2-1', '900000200166'],
    ]),
    textLanguages: ['nl', 'fr'],
    edits: [],
    asksPayment: true,
    ...change,
  };
}
