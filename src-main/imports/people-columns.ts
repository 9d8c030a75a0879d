import type { PayerValues, PupilValues } from '#shared/imports/pupil-plan.ts';

/** In which column a field of a payer is kept; the bounce goes back with the address it belongs to. */
export const payerColumns: Readonly<Record<keyof PayerValues | 'emailBouncedAt', string>> = {
  relation: 'relation',
  firstName: 'first_name',
  lastName: 'last_name',
  language: 'language',
  email: 'email',
  phone: 'phone',
  street: 'street',
  postalCode: 'postal_code',
  city: 'city',
  country: 'country',
  emailBouncedAt: 'email_bounced_at',
};

/** In which column a field of a pupil is kept; a site is kept by its id. */
export const pupilColumns: Readonly<Record<keyof PupilValues, string>> = {
  studentNumber: 'student_number',
  firstName: 'first_name',
  lastName: 'last_name',
  birthDate: 'birth_date',
  className: 'class_name',
  leftOn: 'left_on',
  site: 'site_id',
};
