import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatIban } from '#shared/bank/iban.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';

/** From which account the chosen refunds leave, and when. */
export function PaymentFileForm({
  schoolId,
  words,
  making,
  onMake,
}: {
  readonly schoolId: number;
  readonly words: string;
  readonly making: boolean;
  readonly onMake: (bankAccountId: number, executionDate: string) => void;
}) {
  const accounts = useQuery(api.bank.accounts.queryOptions());
  const today = useToday() ?? null;
  const own = (accounts.data ?? []).filter((account) => account.schoolId === schoolId);
  const [account, setAccount] = useState<number | null>(null);
  const [date, setDate] = useState<string | null>(null);
  const from = account ?? own[0]?.bankAccountId ?? null;
  const when = date ?? today;
  if (accounts.data && own.length === 0) return <Alert tone="warning">{texts.noAccount}</Alert>;
  return (
    <div className={classes['fileBar']}>
      <Select
        label={texts.fromAccount}
        width={280}
        value={from === null ? null : String(from)}
        options={own.map(({ bankAccountId, iban, label }) => ({
          value: String(bankAccountId),
          label: [formatIban(iban), label].filter(Boolean).join(' · '),
        }))}
        onChange={(value) => setAccount(value === null ? null : Number(value))}
      />
      <DateInput
        label={texts.executionDate}
        width={160}
        clearable={false}
        value={when}
        onChange={setDate}
        {...(today === null ? {} : { minDate: today })}
      />
      <Button
        variant="primary"
        loading={making}
        disabled={from === null || when === null}
        onClick={() => (from === null || when === null ? undefined : onMake(from, when))}
      >
        {texts.makeFile}
      </Button>
      <Text muted>{words}</Text>
    </div>
  );
}
