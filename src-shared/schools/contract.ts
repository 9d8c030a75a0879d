import { z } from 'zod';
import { procedure } from '../api/procedure.ts';
import { base64, emailAddress, filledText, id, stored } from '../api/schemas.ts';
import { isIban } from '../bank/iban.ts';

const optionalText = (max: number) => z.string().trim().max(max).nullable();

/** What the office fills in about a school: the creditor as it stands on every message. */
export const schoolDetails = z.object({
  name: filledText(120),
  boardName: z.string().trim().max(120),
  level: z.enum(['primary', 'secondary']),
  /** KBO number; ten digits, dots allowed. */
  enterpriseNumber: z
    .string()
    .trim()
    .max(20)
    .regex(/^[01]\d{3}[. ]?\d{3}[. ]?\d{3}$/, 'Een KBO-nummer heeft tien cijfers, bv. 0123.456.749.')
    .nullable(),
  iban: z.string().trim().max(50).refine(isIban, 'Dit rekeningnummer klopt niet (controlecijfer).').nullable(),
  bic: optionalText(11),
  /** Beneficiary in the payment box; at most 70 characters because of the QR code. */
  accountHolder: optionalText(70),
  street: z.string().trim().max(120),
  postalCode: z.string().trim().max(12),
  city: z.string().trim().max(80),
  phone: optionalText(40),
  email: emailAddress.nullable(),
  contactName: optionalText(120),
  contactPhone: optionalText(40),
  contactEmail: emailAddress.nullable(),
  /** Days a payer gets in a message. */
  paymentTermDays: z.number().int().min(14, 'Geef ouders minstens 14 dagen.').max(120),
  /** Side of the envelope's window. */
  addressWindow: z.enum(['left', 'right']),
});
export type SchoolDetails = z.infer<typeof schoolDetails>;

export const named = z.object({ id, name: z.string() });

export const school = stored(schoolDetails).extend({
  id,
  /** data: URL of the logo, null when there is none. */
  logo: z.string().nullable(),
  sites: z.array(named),
  billingGroups: z.array(named),
});
export type School = z.infer<typeof school>;

export const schoolsContract = {
  list: procedure.output(z.array(school)),
  create: procedure.input(schoolDetails).output(school),
  update: procedure.input(z.object({ schoolId: id, details: schoolDetails })).output(school),
  /** PNG or JPEG of at most 1 MB; null removes it. */
  setLogo: procedure.input(z.object({ schoolId: id, contentBase64: base64.nullable() })).output(school),
};
