import { useMutation, useQuery } from '@tanstack/react-query';
import { formatIban } from '#shared/bank/iban.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './bank.module.css';
import { lineTexts as texts } from './bank-line.nl.ts';

/** The accounts from which somebody of a household is known to pay; each can be forgotten, and that taken back. */
export function KnownAccounts({ householdId }: { readonly householdId: number }) {
  const accounts = useQuery(api.bank.payerAccounts.queryOptions({ input: { householdId } }));
  const restore = useMutation(api.bank.restorePayerAccount.mutationOptions({ onError: notifyProblem }));
  const forget = useMutation(api.bank.forgetPayerAccount.mutationOptions({ onError: notifyProblem }));
  function forgetOne(payerAccountId: number, iban: string): void {
    const takeBack = (): void =>
      restore.mutate({ payerAccountId }, { onSuccess: () => notifyDone(texts.restored(iban)) });
    forget.mutate({ payerAccountId }, { onSuccess: () => notifyDone(texts.forgotten(iban), takeBack) });
  }
  return (
    <Card title={texts.knownAccounts}>
      <ProblemAlert error={accounts.error} onRetry={() => void accounts.refetch()} />
      {accounts.data?.length === 0 ? <Text muted>{texts.noKnownAccounts}</Text> : null}
      {accounts.data && accounts.data.length > 0 ? (
        <ul className={classes['known']}>
          {accounts.data.map((account) => {
            const iban = formatIban(account.iban);
            return (
              <li key={account.payerAccountId}>
                <span>
                  <PersonName>{iban}</PersonName> · <PersonName strong>{account.name}</PersonName>
                  <Text small muted>
                    {texts.learnedBy(account.origin, account.author)}
                  </Text>
                </span>
                <Button
                  size="xs"
                  aria-label={texts.forgetOf(iban)}
                  onClick={() => forgetOne(account.payerAccountId, iban)}
                >
                  {texts.forget}
                </Button>
              </li>
            );
          })}
        </ul>
      ) : null}
    </Card>
  );
}
