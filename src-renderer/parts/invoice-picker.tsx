import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Select } from '#renderer/ui/select.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';

export type PickedInvoice = { readonly invoiceId: number; readonly number: string; readonly title: string };

/** Finds an invoice by its number, reference or pupil. Starts with those of one household. */
export function InvoicePicker({
  label,
  placeholder,
  nothingFound,
  householdId,
  exceptId,
  value,
  onChange,
  error,
}: {
  readonly label: string;
  readonly placeholder: string;
  readonly nothingFound: string;
  readonly householdId: number;
  readonly exceptId: number;
  readonly value: PickedInvoice | null;
  readonly onChange: (invoice: PickedInvoice | null) => void;
  readonly error?: ReactNode;
}) {
  const [typed, setTyped] = useState('');
  const text = useDebounced(typed, 150);
  const household = useQuery(api.dossier.page.queryOptions({ input: { householdId, withClosed: true } }));
  const found = useQuery(api.dossier.search.queryOptions({ input: { text, limit: 30 }, enabled: text.trim() !== '' }));
  const own = (household.data?.invoices ?? []).map(({ invoiceId, number, pupilName, billingGroup }) => ({
    invoiceId,
    number,
    title: [number, pupilName, billingGroup].join(' · '),
  }));
  const searched = (found.data ?? [])
    .filter(({ kind }) => kind === 'invoice')
    .map(({ entityId, title, subtitle }) => ({
      invoiceId: entityId,
      number: title,
      title: `${title} · ${subtitle}`,
    }));
  const offered = text.trim() === '' || text === value?.title ? own : searched;
  const invoices = new Map(
    [...(value ? [value] : []), ...offered]
      .filter(({ invoiceId }) => invoiceId !== exceptId)
      .map((invoice) => [invoice.invoiceId, invoice]),
  );
  return (
    <Select
      label={label}
      required
      placeholder={placeholder}
      nothingFound={nothingFound}
      searchable
      withNames
      onSearchChange={setTyped}
      filterLocally={false}
      value={value ? String(value.invoiceId) : null}
      options={[...invoices.values()].map(({ invoiceId, title }) => ({ value: String(invoiceId), label: title }))}
      onChange={(chosen) => onChange(chosen === null ? null : (invoices.get(Number(chosen)) ?? null))}
      error={error}
    />
  );
}
