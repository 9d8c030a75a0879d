import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { Select } from '#renderer/ui/select.tsx';
import { lineTexts as texts } from './bank-line.nl.ts';
import { type Candidate, type Paid, unknownPayer } from './division.ts';

const unknown = 'unknown';

/** Who paid: a payer of the household, a body that pays in one's place, or somebody else. */
export function PaidBy({
  household,
  value,
  onChange,
}: {
  readonly household: Candidate;
  readonly value: Paid;
  readonly onChange: (paid: Paid) => void;
}) {
  const parties = useQuery(api.people.thirdPartyPayers.queryOptions());
  const groups = [
    { group: texts.unknownPayer, items: [{ value: unknown, label: texts.unknownPayer }] },
    {
      group: texts.payers,
      items: household.payers.map(({ payerId, name }) => ({ value: `payer ${payerId}`, label: name })),
    },
    {
      group: texts.thirdParties,
      items: (parties.data ?? []).map(({ id, name }) => ({ value: `party ${id}`, label: name })),
    },
  ];
  return (
    <Select
      label={texts.paidBy}
      withNames
      searchable
      options={groups.filter(({ items }) => items.length > 0)}
      value={
        value.payerId !== null
          ? `payer ${value.payerId}`
          : value.thirdPartyPayerId !== null
            ? `party ${value.thirdPartyPayerId}`
            : unknown
      }
      onChange={(chosen) => onChange(paidOf(chosen))}
    />
  );
}

function paidOf(chosen: string | null): Paid {
  const [kind, id] = (chosen ?? unknown).split(' ');
  if (kind === 'payer') return { payerId: Number(id), thirdPartyPayerId: null };
  return kind === 'party' ? { payerId: null, thirdPartyPayerId: Number(id) } : unknownPayer;
}

/** The name of who paid, null when it is nobody we know. */
export function usePaidByName(household: Candidate, paid: Paid): string | null {
  const parties = useQuery(api.people.thirdPartyPayers.queryOptions());
  if (paid.payerId !== null) return household.payers.find(({ payerId }) => payerId === paid.payerId)?.name ?? null;
  return parties.data?.find(({ id }) => id === paid.thirdPartyPayerId)?.name ?? null;
}
