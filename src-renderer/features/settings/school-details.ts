import { z } from 'zod';
import { stored } from '#shared/api/schemas.ts';
import { type School, type SchoolDetails, schoolDetails } from '#shared/schools/contract.ts';

type OptionalField = {
  [Key in keyof SchoolDetails]: null extends SchoolDetails[Key] ? Key : never;
}[keyof SchoolDetails];

const optionalFields: readonly OptionalField[] = [
  'enterpriseNumber',
  'iban',
  'bic',
  'accountHolder',
  'phone',
  'email',
  'contactName',
  'contactPhone',
  'contactEmail',
];

/** The details as a form holds them: every field a text, an empty one instead of null. */
export type SchoolFields = { [Key in keyof SchoolDetails]: NonNullable<SchoolDetails[Key]> };

/** The contract's own schema over form fields: what was left empty becomes null first. */
export const schoolFieldsSchema = z
  .custom<SchoolFields>((value) => typeof value === 'object')
  .transform((fields): unknown => {
    const details: Record<string, unknown> = { ...fields };
    for (const key of optionalFields) {
      if (String(details[key] ?? '').trim() === '') details[key] = null;
    }
    return details;
  })
  .pipe(schoolDetails as unknown as z.ZodType<SchoolDetails, unknown>) as unknown as z.ZodType<
  SchoolDetails,
  SchoolFields
>;

export function toFields(school: School): SchoolFields {
  const details = stored(schoolDetails).parse(school);
  for (const key of optionalFields) details[key] ??= '';
  return details as SchoolFields;
}

/** A new school of the same board: what the schools of one board share is filled in already. */
export function fieldsLike(school: School | undefined): SchoolFields {
  return {
    name: '',
    boardName: school?.boardName ?? '',
    level: school?.level ?? 'primary',
    enterpriseNumber: school?.enterpriseNumber ?? '',
    iban: '',
    bic: '',
    accountHolder: '',
    street: '',
    postalCode: '',
    city: '',
    phone: '',
    email: '',
    contactName: '',
    contactPhone: '',
    contactEmail: '',
    paymentTermDays: school?.paymentTermDays ?? 14,
    addressWindow: school?.addressWindow ?? 'right',
  };
}

export function isSchoolField(name: string): name is keyof SchoolDetails {
  return name in schoolDetails.shape;
}
