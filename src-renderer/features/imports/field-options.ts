import type { ImportKind } from '#shared/imports/contract.ts';
import { fieldLabel } from '#shared/imports/field-labels.ts';
import {
  type ImportField,
  type InvoiceField,
  payerFields,
  payerSlots,
  pupilFields,
  type PupilField,
} from '#shared/imports/fields.ts';
import type { SelectGroup } from '#renderer/ui/select.tsx';
import { importTexts } from './imports.nl.ts';

const groups = importTexts.groups;

const invoiceGroups: readonly (readonly [string, readonly InvoiceField[]])[] = [
  [
    groups.invoice,
    [
      'number',
      'externalNumber',
      'structuredReference',
      'billingGroup',
      'costCategory',
      'description',
      'issueDate',
      'dueDate',
      'creditNote',
    ],
  ],
  [groups.amounts, ['open', 'total', 'paid']],
  [groups.pupil, ['studentNumber', 'fullName', 'lastName', 'firstName', 'birthDate', 'className']],
  [groups.school, ['school', 'site']],
];

const addressFields: readonly (typeof pupilFields)[number][] = [
  'street',
  'houseNumber',
  'box',
  'postalCode',
  'city',
  'country',
  'email',
  'phone',
];
const schoolFields: readonly (typeof pupilFields)[number][] = ['school', 'site'];

const pupilGroups: readonly (readonly [string, readonly PupilField[]])[] = [
  [groups.pupil, pupilFields.filter((field) => !addressFields.includes(field) && !schoolFields.includes(field))],
  [groups.school, schoolFields],
  ...payerSlots.map(
    (slot) => [groups.payer(slot), payerFields.filter((field) => field.startsWith(`payer${slot}`))] as const,
  ),
  [groups.address, addressFields],
];

/** What a column of such a list can mean, grouped, with Dutch names. */
export function fieldOptions(kind: ImportKind): readonly SelectGroup<ImportField>[] {
  return (kind === 'invoices' ? invoiceGroups : pupilGroups).map(([group, fields]) => ({
    group,
    items: fields.map((field) => ({ value: field, label: fieldLabel(field) })),
  }));
}
