import { formatStructuredReference } from '../bank/structured-reference.ts';
import { formatPlainDate } from '../calendar/plain-date.ts';

/** The fields of a known invoice that a file may change. */
type ComparedField =
  | 'externalNumber'
  | 'structuredReference'
  | 'description'
  | 'issueDate'
  | 'dueDate'
  | 'billingGroup';

const asIs = (text: string): string => text;
export const comparedFields: readonly {
  readonly field: ComparedField;
  readonly label: string;
  readonly show: (value: string) => string;
}[] = [
  { field: 'dueDate', label: 'vervaldatum', show: formatPlainDate },
  { field: 'issueDate', label: 'factuurdatum', show: formatPlainDate },
  { field: 'billingGroup', label: 'notagroep', show: asIs },
  { field: 'description', label: 'omschrijving', show: asIs },
  { field: 'structuredReference', label: 'gestructureerde mededeling', show: formatStructuredReference },
  { field: 'externalNumber', label: 'extern nummer', show: asIs },
];

/** Capitals of a billing group do not count. */
export function isSame(field: ComparedField, fresh: string, current: string | null): boolean {
  if (fresh === current) return true;
  return field === 'billingGroup' && fresh.toLocaleLowerCase('nl') === current?.toLocaleLowerCase('nl');
}
