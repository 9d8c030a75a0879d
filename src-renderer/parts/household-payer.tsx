import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { HouseholdPicker, type PickedHousehold } from './household-picker.tsx';

const texts = {
  household: 'Gezin',
  placeholder: 'Zoek op naam, klas of factuur',
  nothingFound: 'Geen gezin gevonden',
};

type HouseholdPayerState = {
  readonly picked: PickedHousehold | null;
  /** Null until it is read. */
  readonly page: HouseholdPage | null;
  readonly error: unknown;
  readonly payerId: number | null;
  readonly pick: (household: PickedHousehold | null) => void;
  readonly choose: (payerId: number | null) => void;
};

/** A household and one payer of it; the only payer needs no choice. `onPick`: another household was taken. */
export function useHouseholdPayer(onPick?: () => void): HouseholdPayerState {
  const [picked, setPicked] = useState<PickedHousehold | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const page = useQuery(
    api.dossier.page.queryOptions({
      input: { householdId: picked?.householdId ?? 0, withClosed: false },
      enabled: picked !== null,
    }),
  );
  const payers = page.data?.payers ?? [];
  return {
    picked,
    page: page.data ?? null,
    error: page.error,
    payerId: chosen ?? (payers.length === 1 ? (payers[0]?.payerId ?? null) : null),
    pick: (household) => {
      setPicked(household);
      setChosen(null);
      onPick?.();
    },
    choose: setChosen,
  };
}

/** First the household, then who of it. */
export function HouseholdPayer({
  state: { picked, page, error, payerId, pick, choose },
  label,
  description,
}: {
  readonly state: HouseholdPayerState;
  /** Of the payer. */
  readonly label: string;
  readonly description: string;
}) {
  return (
    <>
      <HouseholdPicker
        label={texts.household}
        placeholder={texts.placeholder}
        nothingFound={texts.nothingFound}
        value={picked}
        onChange={pick}
      />
      <Select
        label={label}
        description={description}
        withNames
        disabled={picked === null}
        value={payerId === null ? null : String(payerId)}
        options={(page?.payers ?? []).map((payer) => ({
          value: String(payer.payerId),
          label: `${payer.firstName} ${payer.lastName}`.trim(),
        }))}
        onChange={(value) => choose(value === null ? null : Number(value))}
      />
      <ProblemAlert error={error} />
    </>
  );
}
