import { useQuery } from '@tanstack/react-query';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Select } from '#renderer/ui/select.tsx';
import { bookingTexts as texts } from './booking.nl.ts';

/** Who can pay or get money back: a payer of the household, or a body in a payer's place. */
export type Party = {
  readonly key: string;
  readonly name: string;
  readonly payerId: number | null;
  readonly thirdPartyPayerId: number | null;
};

/** The payers of a household, then every body that can stand in for one. */
export function useParties(household: HouseholdPage | null): readonly Party[] {
  const bodies = useQuery(api.people.thirdPartyPayers.queryOptions());
  return [
    ...(household?.payers ?? []).map(({ payerId, firstName, lastName }) => ({
      key: `payer-${payerId}`,
      name: `${firstName} ${lastName}`.trim(),
      payerId,
      thirdPartyPayerId: null,
    })),
    ...(bodies.data ?? []).map(({ id, name }) => ({
      key: `body-${id}`,
      name,
      payerId: null,
      thirdPartyPayerId: id,
    })),
  ];
}

/** The party of a form, found by what it holds; undefined when it names nobody. */
export function findParty(
  parties: readonly Party[],
  held: { readonly payerId?: number | null; readonly thirdPartyPayerId?: number | null },
): Party | undefined {
  return parties.find(
    ({ payerId, thirdPartyPayerId }) =>
      payerId === (held.payerId ?? null) && thirdPartyPayerId === (held.thirdPartyPayerId ?? null),
  );
}

export function PartySelect({
  label,
  labelHidden = false,
  parties,
  value,
  onChange,
  required = false,
  disabled = false,
  placeholder,
  error,
}: {
  readonly label: string;
  /** In a grid the heading of the column says it. */
  readonly labelHidden?: boolean;
  readonly parties: readonly Party[];
  readonly value: Party | undefined;
  /** Null: nobody any more, when it is not required. */
  readonly onChange: (party: Party | null) => void;
  readonly required?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly error?: string | undefined;
}) {
  const options = (list: readonly Party[]) => list.map(({ key, name }) => ({ value: key, label: name }));
  const bodies = parties.filter(({ payerId }) => payerId === null);
  return (
    <Select
      {...(labelHidden ? { 'aria-label': label } : { label })}
      {...(placeholder === undefined ? {} : { placeholder })}
      required={required}
      clearable={!required}
      disabled={disabled}
      searchable
      withNames
      value={value?.key ?? null}
      error={error}
      onChange={(key) => onChange(parties.find((candidate) => candidate.key === key) ?? null)}
      options={[
        { group: texts.payers, items: options(parties.filter(({ payerId }) => payerId !== null)) },
        ...(bodies.length > 0 ? [{ group: texts.thirdParties, items: options(bodies) }] : []),
      ]}
    />
  );
}
