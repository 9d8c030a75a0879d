import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatIban } from '#shared/bank/iban.ts';
import type { BankAccount } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { AccountForm } from './account-form.tsx';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';

/** Which account is of which school: what decides where a bank file belongs. */
export function BankAccountsPanel() {
  const accounts = useQuery(api.bank.accounts.queryOptions());
  const [editing, setEditing] = useState<BankAccount | null>(null);
  const remove = useMutation(api.bank.removeAccount.mutationOptions({ onError: notifyProblem }));
  async function askRemove({ bankAccountId, iban }: BankAccount): Promise<void> {
    const number = formatIban(iban);
    const sure = await confirm({
      title: texts.removeTitle,
      body: texts.removeBody(number),
      confirmLabel: texts.remove,
      danger: true,
    });
    if (sure) remove.mutate({ bankAccountId }, { onSuccess: () => notifyDone(texts.removed(number)) });
  }
  const columns: readonly TableColumn<BankAccount>[] = [
    { id: 'school', header: texts.school, cell: ({ schoolName }) => schoolName },
    { id: 'iban', header: texts.ibanLabel, cell: ({ iban }) => formatIban(iban) },
    { id: 'label', header: texts.label, cell: ({ label }) => label },
    {
      id: 'actions',
      header: texts.actions,
      align: 'right',
      cell: (account) => (
        <>
          <Button
            size="xs"
            aria-label={texts.editAccount(formatIban(account.iban))}
            onClick={() => setEditing(account)}
          >
            {texts.edit}
          </Button>{' '}
          <Button
            size="xs"
            aria-label={texts.removeAccount(formatIban(account.iban))}
            onClick={() => void askRemove(account)}
          >
            {texts.remove}
          </Button>
        </>
      ),
    },
  ];
  return (
    <div className={`${classes['stack']} ${classes['panel']}`}>
      <Text muted>{texts.accountsIntro}</Text>
      <ProblemAlert error={accounts.error} onRetry={() => void accounts.refetch()} />
      {accounts.isPending ? <Loading /> : null}
      {accounts.data ? (
        accounts.data.length > 0 ? (
          <Table
            label={texts.accountsTitle}
            columns={columns}
            rows={accounts.data}
            getKey={({ bankAccountId }) => bankAccountId}
          />
        ) : (
          <Text>{texts.accountsNone}</Text>
        )
      ) : null}
      <Card title={texts.addAccount}>
        <AccountForm account={null} onSaved={() => {}} />
      </Card>
      {editing === null ? null : (
        <Modal opened onClose={() => setEditing(null)} title={texts.editAccountTitle}>
          <AccountForm account={editing} onSaved={() => setEditing(null)} />
        </Modal>
      )}
    </div>
  );
}
