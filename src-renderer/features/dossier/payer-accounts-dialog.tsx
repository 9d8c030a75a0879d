import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatIban } from '#shared/bank/iban.ts';
import type { PayerAccount } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { kitTexts } from '#renderer/ui/kit.nl.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './people.module.css';
import { PayerAccountForm } from './payer-account-form.tsx';
import { PayerAccountRow } from './payer-account-row.tsx';
import { accountTexts as texts } from './payer-accounts.nl.ts';

/** The accounts from which a payer is known to pay: see where they come from, add, replace, forget. */
export function PayerAccountsDialog({
  householdId,
  payerId,
  schoolIds,
  name,
  onClose,
}: {
  readonly householdId: number;
  readonly payerId: number;
  readonly schoolIds: readonly number[];
  readonly name: string;
  readonly onClose: () => void;
}) {
  const refused = useRefused();
  const accounts = useQuery(api.bank.payerAccounts.queryOptions({ input: { householdId } }));
  /** Forgotten in this dialog: they stay in sight, so that it can be taken back at the same place. */
  const [forgotten, setForgotten] = useState<readonly PayerAccount[]>([]);
  const [replacing, setReplacing] = useState<PayerAccount | null>(null);
  const [told, setTold] = useState<{ readonly words: string; readonly waits: boolean; readonly times: number } | null>(
    null,
  );
  // Each waits for the new list, so that an account never stands there in its former state.
  const forget = useMutation(
    api.bank.forgetPayerAccount.mutationOptions({ onSuccess: async () => void (await accounts.refetch()) }),
  );
  const restore = useMutation(
    api.bank.restorePayerAccount.mutationOptions({ onSuccess: async () => void (await accounts.refetch()) }),
  );
  const known = accounts.data?.filter((account) => account.payerId === payerId) ?? [];
  const isKnown = (account: PayerAccount): boolean =>
    known.some(({ payerAccountId }) => payerAccountId === account.payerAccountId);
  const rows = [...known, ...forgotten.filter((account) => !isKnown(account))].toSorted(
    (one, other) => one.payerAccountId - other.payerAccountId,
  );

  function toggle(account: PayerAccount): void {
    if (forget.isPending || restore.isPending) return;
    const { payerAccountId } = account;
    const others = forgotten.filter((one) => one.payerAccountId !== payerAccountId);
    forget.reset();
    restore.reset();
    if (isKnown(account)) {
      if (replacing?.payerAccountId === payerAccountId) setReplacing(null);
      forget.mutate({ payerAccountId }, { onSuccess: () => setForgotten([...others, account]) });
    } else restore.mutate({ payerAccountId }, { onSuccess: () => setForgotten(others) });
  }

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<PersonName>{texts.title(name)}</PersonName>}
      actions={<Button onClick={onClose}>{kitTexts.close}</Button>}
    >
      <div className={classes['accounts']}>
        <Text muted>{texts.hint}</Text>
        <ProblemAlert error={accounts.error} onRetry={() => void accounts.refetch()} />
        {accounts.isPending ? <Loading /> : null}
        {accounts.data && rows.length === 0 ? <Text>{texts.none}</Text> : null}
        {rows.length > 0 ? (
          <ul className={classes['list']} aria-label={texts.list}>
            {rows.map((account) => (
              <PayerAccountRow
                key={account.payerAccountId}
                account={account}
                isForgotten={!isKnown(account)}
                onToggle={refused('bank.forgetPayerAccount') ? null : () => toggle(account)}
                onReplace={refused('bank.savePayerAccount') ? null : () => setReplacing(account)}
              />
            ))}
          </ul>
        ) : null}
        <ProblemAlert error={forget.error ?? restore.error} />
        {told ? (
          <Alert tone={told.waits ? 'warning' : 'success'}>
            <PersonName>{told.words}</PersonName>
          </Alert>
        ) : null}
        {refused('bank.savePayerAccount') ? null : (
          <PayerAccountForm
            key={`${replacing?.payerAccountId ?? 'new'}-${told?.times ?? 0}`}
            payerId={payerId}
            schoolIds={schoolIds}
            holderName={replacing?.holderName ?? name}
            replaces={replacing}
            onStopReplacing={() => setReplacing(null)}
            onSaved={(iban, waits) => {
              const number = formatIban(iban);
              const words = waits ? texts.waiting(number) : texts.saved(number);
              setTold({ words, waits, times: (told?.times ?? 0) + 1 });
              setReplacing(null);
            }}
          />
        )}
      </div>
    </Modal>
  );
}
