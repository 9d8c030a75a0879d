import type { HoldKind } from '../holds/contract.ts';
import type { Channel, Language } from '../api/schemas.ts';
import type { PlainDate } from '../calendar/plain-date.ts';
import type { LiabilityKind, Relation } from '../people/contract.ts';
import type { SchoolDetails } from '../schools/contract.ts';

/**
 * An invented school group as plain data. Ids count from 1 within their list; amounts are cents; dates are ISO; nothing
 * in it depends on a clock.
 */
export type DemoGroup = {
  readonly boardName: string;
  readonly asOf: PlainDate;
  readonly schools: readonly DemoSchool[];
  readonly thirdPartyPayers: readonly DemoThirdPartyPayer[];
  readonly households: readonly DemoHousehold[];
  readonly pupils: readonly DemoPupil[];
  readonly payers: readonly DemoPayer[];
  readonly liabilities: readonly DemoLiability[];
  readonly invoices: readonly DemoInvoice[];
  readonly holds: readonly DemoHold[];
  readonly infoNotes: readonly DemoInfoNote[];
  readonly notes: readonly DemoNote[];
  readonly nextSteps: readonly DemoNextStep[];
};

export const billingGroupNames = ['maandrekening', 'opvang', 'weekverblijf', 'boeken'] as const;
export type BillingGroupName = (typeof billingGroupNames)[number];

export type DemoSchool = {
  readonly id: number;
  readonly details: SchoolDetails;
  readonly sites: readonly string[];
};

export type DemoThirdPartyPayer = {
  readonly id: number;
  readonly name: string;
  readonly contactName: string;
  readonly email: string;
  readonly phone: string;
  readonly channel: Channel;
  readonly address: DemoAddress;
};

/** The kinds of family of the demo; the first households of a group show every kind once. */
export const familyKinds = ['couple', 'single', 'separatedJoint', 'separatedSplit', 'guardian', 'ocmw'] as const;
export type FamilyKind = (typeof familyKinds)[number];

/** How a household pays: `steady` on time, `late` after the due date, `troubled` often not at all. */
export type PayingHabit = 'steady' | 'late' | 'troubled';

export type DemoHousehold = {
  readonly id: number;
  readonly name: string;
  readonly kind: FamilyKind;
  readonly habit: PayingHabit;
};

export type DemoPupil = {
  readonly id: number;
  readonly householdId: number;
  readonly schoolId: number;
  /** Name of one of the sites of the school, null when the school has one address only. */
  readonly site: string | null;
  readonly studentNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: PlainDate;
  readonly className: string;
  /** Year of the school: 0 is the first kindergarten year or the first secondary year. */
  readonly grade: number;
  /** Year in which the school year of that grade began: this one, or the one before for a pupil who left. */
  readonly lastYear: number;
  readonly enteredOn: PlainDate;
  readonly leftOn: PlainDate | null;
  readonly childcare: boolean;
  readonly boarding: boolean;
};

export type DemoAddress = {
  readonly street: string;
  readonly houseNumber: string;
  readonly box: string;
  readonly postalCode: string;
  readonly city: string;
};

export type DemoPayer = {
  readonly id: number;
  readonly householdId: number;
  readonly relation: Relation;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
  readonly salutation: 'madam' | 'sir' | 'neutral';
  readonly email: string | null;
  readonly emailBouncedOn: PlainDate | null;
  readonly phone: string | null;
  readonly channel: Channel;
  readonly address: DemoAddress;
  readonly thirdPartyPayerId: number | null;
};

export type DemoLiability = {
  readonly pupilId: number;
  readonly payerId: number;
  readonly kind: LiabilityKind;
  /** 10000 for each jointly liable payer; split shares of one pupil add up to 10000. */
  readonly shareBp: number;
};

/** Money that came in (positive), or a credit note that was used: negative on the credit note, positive on the invoice. */
export type DemoPayment = {
  readonly date: PlainDate;
  readonly amountCents: number;
  readonly description: string;
};

export type DemoInvoice = {
  readonly id: number;
  readonly schoolId: number;
  readonly pupilId: number;
  readonly billingGroup: BillingGroupName;
  readonly kind: 'invoice' | 'creditNote';
  readonly number: string;
  readonly externalNumber: string;
  /** 12 digits; a credit note has none. */
  readonly structuredReference: string | null;
  readonly description: string;
  readonly schoolYear: string;
  readonly issueDate: PlainDate;
  readonly dueDate: PlainDate;
  /** Negative for a credit note. */
  readonly amountCents: number;
  readonly payments: readonly DemoPayment[];
};

export type DemoHold = {
  readonly invoiceId: number;
  readonly kind: HoldKind;
  readonly reason: string;
  readonly untilDate: PlainDate | null;
};
export type DemoInfoNote = { readonly pupilId: number; readonly body: string };
export type DemoNote = {
  readonly householdId: number;
  readonly kind: 'note' | 'call' | 'talk';
  readonly body: string;
  readonly date: PlainDate;
};
export type DemoNextStep = { readonly householdId: number; readonly what: string; readonly dueDate: PlainDate };

/** What is still open on an invoice, in cents; negative is a credit. */
export function openCents(invoice: DemoInvoice): number {
  return invoice.payments.reduce((open, payment) => open - payment.amountCents, invoice.amountCents);
}
