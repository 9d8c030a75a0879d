import type { PlainDate } from '../calendar/plain-date.ts';
import type { Language } from '../api/schemas.ts';
import type { LiabilityKind, Relation } from '../people/contract.ts';
import type { RowPreview } from './contract.ts';
import type { KnownPupil, PupilIndex } from './find-pupil.ts';
import type { SchoolIndex } from './find-school.ts';

/** The fields of a pupil that an import fills in and may change later. */
export type PupilValues = {
  readonly studentNumber: string | null;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: PlainDate | null;
  readonly className: string;
  readonly leftOn: PlainDate | null;
  readonly site: string | null;
};

/** The fields of a payer that an import fills in and may change later. */
export type PayerValues = {
  readonly relation: Relation;
  readonly firstName: string;
  readonly lastName: string;
  readonly language: Language;
  readonly email: string | null;
  readonly phone: string | null;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly country: string;
};

export type StoredPupil = KnownPupil & PupilValues;
export type StoredPayer = PayerValues & {
  readonly id: number;
  readonly householdId: number;
  readonly removed: boolean;
};
export type StoredHousehold = { readonly id: number; readonly name: string };
export type StoredLiability = { readonly pupilId: number; readonly payerId: number; readonly kind: LiabilityKind };

/** What earlier imports last wrote, so that a correction by hand is recognised and kept. */
export type EarlierImports = {
  /** Undefined when no import ever wrote this field. */
  readonly value: (table: 'pupils' | 'payers', id: number, field: string) => string | null | undefined;
  /** True when an import once made this payer liable for this pupil. */
  readonly liability: (pupilId: number, payerId: number) => boolean;
};

export type PupilKnowledge = {
  readonly schools: SchoolIndex;
  readonly pupils: PupilIndex<StoredPupil>;
  readonly households: readonly StoredHousehold[];
  readonly payers: readonly StoredPayer[];
  readonly liabilities: readonly StoredLiability[];
  readonly earlier: EarlierImports;
};

/** A payer as it will stand after the import; `id` is null until it is written. */
export type PlannedPayer = {
  readonly id: number | null;
  readonly householdKey: string;
  readonly removed: boolean;
  /** Its values once every row of the file has spoken. */
  values: PayerValues;
  /** Fields that a row of this file has already decided. */
  readonly decided: Set<keyof PayerValues>;
};

export type FieldChange<Values> = { readonly before: Partial<Values>; readonly after: Partial<Values> };

export type PupilDecision =
  | (RowPreview & { readonly outcome: 'rejected' })
  | (RowPreview & { readonly outcome: 'unchanged'; readonly pupilId: number })
  | (RowPreview & {
      readonly outcome: 'new';
      readonly schoolId: number;
      readonly pupil: PupilValues;
      readonly household: PlannedHousehold;
      readonly newPayers: readonly PlannedPayer[];
      readonly payerChanges: readonly PayerChange[];
      readonly liablePayers: readonly PlannedPayer[];
    })
  | (RowPreview & {
      readonly outcome: 'changed';
      readonly schoolId: number;
      readonly pupilId: number;
      readonly pupil: FieldChange<PupilValues>;
      readonly household: PlannedHousehold;
      readonly newPayers: readonly PlannedPayer[];
      readonly payerChanges: readonly PayerChange[];
      readonly liablePayers: readonly PlannedPayer[];
    });

export type PlannedHousehold = { readonly key: string; readonly id: number | null; readonly name: string };
export type PayerChange = FieldChange<PayerValues> & { readonly payerId: number };

/** The key of a household that stands in the store. */
export function householdKey(householdId: number): string {
  return `household ${householdId}`;
}
