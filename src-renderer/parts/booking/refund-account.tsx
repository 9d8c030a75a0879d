import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatIban } from '#shared/bank/iban.ts';
import { api } from '#renderer/app/api.ts';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import classes from './booking.module.css';
import { refundTexts as texts } from './dialogs.nl.ts';
import type { Party } from './party-select.tsx';

const another = 'another';

/** The account for a transfer order: one that is known of whoever gets the money, or typed. */
export function RefundAccount({
  householdId,
  party,
  iban,
  holderName,
  onChange,
  error,
}: {
  readonly householdId: number;
  readonly party: Party | undefined;
  readonly iban: string | null;
  readonly holderName: string;
  readonly onChange: (iban: string | null, holderName: string) => void;
  readonly error: string | undefined;
}) {
  const [types, setTypes] = useState(false);
  const accounts = useQuery(api.bank.payerAccounts.queryOptions({ input: { householdId } }));
  const bodies = useQuery(api.people.thirdPartyPayers.queryOptions());
  const bodyIban = bodies.data?.find(({ id }) => id === party?.thirdPartyPayerId)?.iban ?? null;
  const known = [
    ...(accounts.data ?? []).filter(
      ({ payerId, thirdPartyPayerId }) =>
        party !== undefined && payerId === party.payerId && thirdPartyPayerId === party.thirdPartyPayerId,
    ),
    ...(bodyIban === null ? [] : [{ iban: bodyIban, holderName: party?.name ?? '' }]),
  ];
  const unique = known.filter((account, index) => known.findIndex((other) => other.iban === account.iban) === index);
  const typing = types || unique.length === 0;
  return (
    <>
      {unique.length > 0 ? (
        <Select
          label={texts.account}
          required
          withNames
          value={typing ? another : (unique.find((account) => account.iban === iban)?.iban ?? null)}
          error={typing ? undefined : error}
          onChange={(chosen) => {
            const account = unique.find((candidate) => candidate.iban === chosen);
            setTypes(account === undefined);
            onChange(account?.iban ?? null, account ? account.holderName : (party?.name ?? ''));
          }}
          options={[
            ...unique.map((account) => ({
              value: account.iban,
              label: texts.knownAccount(formatIban(account.iban), account.holderName),
            })),
            { value: another, label: texts.otherAccount },
          ]}
        />
      ) : null}
      {typing ? (
        <div className={classes['row']}>
          <div className={classes['grow']}>
            <TextInput
              label={texts.iban}
              required
              value={iban ?? ''}
              maxLength={50}
              error={error}
              onChange={(event) => onChange(event.currentTarget.value || null, holderName)}
            />
          </div>
          <div className={classes['grow']}>
            <TextInput
              label={texts.holder}
              value={holderName}
              maxLength={70}
              onChange={(event) => onChange(iban, event.currentTarget.value)}
            />
          </div>
        </div>
      ) : null}
    </>
  );
}
