import { useMutation } from '@tanstack/react-query';
import type { MaximumBillRow } from '#shared/maximum-bill/contract.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { maximumBillTexts as texts } from './maximum-bill.nl.ts';

/** The exact amounts per bill before anything is booked; afterwards what was not credited and why. */
export function CreditDialog({
  rows,
  schoolYear,
  onClose,
  onDone,
}: {
  readonly rows: readonly MaximumBillRow[];
  readonly schoolYear: string;
  readonly onClose: () => void;
  readonly onDone: () => void;
}) {
  const credit = useMutation(
    api.maximumBill.credit.mutationOptions({
      onSuccess: ({ creditedCents, skipped }) => {
        if (creditedCents > 0) notifyDone(texts.credited(formatCents(creditedCents)));
        if (skipped.length > 0) return;
        onDone();
        onClose();
      },
    }),
  );
  const skipped = credit.data?.skipped ?? [];
  const lines = rows.flatMap(({ pupilName, cap, pupilId, proposal }) =>
    proposal.map((line) => ({ ...line, pupilName, cap, key: `${pupilId}-${cap}-${line.invoiceId}` })),
  );
  if (skipped.length > 0) {
    const leave = (): void => {
      onDone();
      onClose();
    };
    return (
      <Modal opened onClose={leave} title={texts.creditTitle} actions={<Button onClick={leave}>{texts.close}</Button>}>
        <Alert tone="warning" title={texts.notCredited}>
          {skipped.map((sentence) => (
            <div key={sentence}>
              <PersonName>{sentence}</PersonName>
            </div>
          ))}
        </Alert>
      </Modal>
    );
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={texts.creditTitle}
      onConfirm={() => credit.mutate({ pupilIds: [...new Set(rows.map(({ pupilId }) => pupilId))], schoolYear })}
      confirm={{ label: texts.creditConfirm, loading: credit.isPending, disabled: lines.length === 0, focused: true }}
    >
      <Stack gap="sm">
        <Text muted>{texts.creditText}</Text>
        <Table
          label={texts.creditTitle}
          rows={lines}
          getKey={({ key }) => key}
          columns={[
            {
              id: 'pupil',
              header: texts.columns.pupil,
              cell: ({ pupilName }) => <PersonName>{pupilName}</PersonName>,
            },
            { id: 'cap', header: texts.columns.cap, cell: ({ cap }) => texts.caps[cap] },
            { id: 'bill', header: texts.bill, cell: ({ number }) => number },
            {
              id: 'amount',
              header: texts.amount,
              align: 'right',
              cell: ({ amountCents }) => <Money cents={amountCents} />,
            },
          ]}
        />
        <Text strong>
          {texts.total}: <Money cents={sumCents(lines.map(({ amountCents }) => amountCents))} />
        </Text>
        <ProblemAlert error={credit.error} />
      </Stack>
    </Modal>
  );
}
