import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { formatIban } from '#shared/bank/iban.ts';
import type { BankAccount } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { Button } from '#renderer/ui/button.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';

/** A reminder after this many days may be about what was paid meanwhile. */
const freshDays = 10;
const shownAtFirst = 4;

/** Per account how fresh the bank is; the ones that are behind first. */
export function FreshnessStrip() {
  const freshness = useQuery(api.bank.freshness.queryOptions());
  const schoolId = useChosenSchool();
  const [all, setAll] = useState(false);
  if (!freshness.data) {
    return <ProblemAlert error={freshness.error} onRetry={() => void freshness.refetch()} />;
  }
  const accounts = freshness.data
    .filter((account) => schoolId === null || account.schoolId === schoolId)
    .toSorted((one, other) => age(other.daysOld) - age(one.daysOld));
  if (accounts.length === 0) return null;
  const shown = all ? accounts : accounts.slice(0, shownAtFirst);
  return (
    <ul className={classes['accounts']} aria-label={texts.freshness}>
      {shown.map((account) => {
        const stale = age(account.daysOld) > freshDays;
        return (
          <li key={account.bankAccountId} className={classes['account']} data-stale={stale || undefined}>
            <span className={classes['accountHead']} title={formatIban(account.iban)}>
              <span className={classes['accountName']}>{account.schoolName}</span>
              <span className={classes['accountNumber']}>{nameOf(account)}</span>
              {account.openLines > 0 ? <span>{texts.openLines(account.openLines)}</span> : null}
            </span>
            <span>
              <span className={stale ? classes['staleWord'] : undefined}>
                {stale ? <IconAlertTriangle size={13} stroke={2} aria-hidden className={classes['staleIcon']} /> : null}
                {account.newestClosingDate === null ? (
                  texts.never
                ) : (
                  <>
                    {texts.upTo} <PlainDate date={account.newestClosingDate} />
                    {account.daysOld === null ? null : `, ${texts.daysOld(account.daysOld)}`}
                  </>
                )}
              </span>
            </span>
          </li>
        );
      })}
      {accounts.length > shownAtFirst ? (
        <li>
          <Button size="xs" variant="subtle" onClick={() => setAll(!all)}>
            {all ? texts.fewerAccounts : texts.allAccounts(accounts.length)}
          </Button>
        </li>
      ) : null}
    </ul>
  );
}

/** Never read in is older than any date. */
function age(daysOld: number | null): number {
  return daysOld ?? Number.POSITIVE_INFINITY;
}

/** An account that only has the name of its school is told from the others by its last digits. */
function nameOf({ label, schoolName, iban }: BankAccount): string {
  return label === '' || label === schoolName ? `… ${iban.slice(-4)}` : label;
}
