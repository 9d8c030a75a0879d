import { useMutation, useQuery } from '@tanstack/react-query';
import { IconCashBanknote } from '@tabler/icons-react';
import { useState } from 'react';
import { formatIban } from '#shared/bank/iban.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { PaymentOrder } from '#shared/ledger/booking-shapes.ts';
import { api, client } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';
import { PaymentFileForm } from './payment-file-form.tsx';

const tones: Readonly<Record<PaymentOrder['status'], BadgeTone>> = {
  waiting: 'warning',
  exported: 'info',
  executed: 'success',
  returned: 'danger',
  cancelled: 'neutral',
};

/** Money that goes back by transfer: what waits for a file for the bank, and what stands in one. */
export function RefundsPart({ schoolId }: { readonly schoolId: number | null }) {
  const orders = useQuery(api.ledger.paymentOrders.queryOptions({ input: schoolId === null ? {} : { schoolId } }));
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const make = useMutation(
    api.ledger.makePaymentFile.mutationOptions({
      onSuccess: ({ file }, { paymentOrderIds }) => {
        downloadFile(file);
        setPicked(new Set());
        notifyDone(texts.fileMade(paymentOrderIds.length));
      },
    }),
  );
  if (orders.isPending) return <Loading />;
  if (orders.isError) return <ProblemAlert error={orders.error} onRetry={() => void orders.refetch()} />;
  if (orders.data.length === 0) {
    return (
      <EmptyState icon={<IconCashBanknote size={36} stroke={1.2} />} title={texts.refundsNone}>
        {texts.refundsNoneText}
      </EmptyState>
    );
  }
  const waiting = orders.data.filter(({ status }) => status === 'waiting');
  const chosen = waiting.filter(({ paymentOrderId }) => picked.has(paymentOrderId));
  const schools = new Set(chosen.map((order) => order.schoolId));
  const [chosenSchool] = schools;
  return (
    // A long list scrolls by itself, and then the keyboard must be able to scroll it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={classes['scroll']} tabIndex={0} role="region" aria-label={texts.refundsLabel}>
      <div className={classes['stack']}>
        <Text muted>{texts.refundsIntro}</Text>
        <ProblemAlert error={make.error} />
        {schools.size > 1 ? <Alert tone="warning">{texts.oneSchool}</Alert> : null}
        {chosenSchool !== undefined && schools.size === 1 ? (
          <PaymentFileForm
            key={chosenSchool}
            schoolId={chosenSchool}
            words={texts.picked(chosen.length, formatCents(sumCents(chosen.map(({ amountCents }) => amountCents))))}
            making={make.isPending}
            onMake={(bankAccountId, executionDate) =>
              make.mutate({
                bankAccountId,
                executionDate,
                paymentOrderIds: chosen.map(({ paymentOrderId }) => paymentOrderId),
              })
            }
          />
        ) : null}
        <Table
          label={texts.refundsLabel}
          rows={orders.data.toSorted((one, other) => rank(one) - rank(other))}
          getKey={({ paymentOrderId }) => paymentOrderId}
          columns={columnsOf(waiting, picked, setPicked)}
        />
      </div>
    </div>
  );
}

function columnsOf(
  waiting: readonly PaymentOrder[],
  picked: ReadonlySet<number>,
  onPick: (picked: ReadonlySet<number>) => void,
): readonly TableColumn<PaymentOrder>[] {
  const all = waiting.length > 0 && waiting.every(({ paymentOrderId }) => picked.has(paymentOrderId));
  return [
    {
      id: 'pick',
      width: 36,
      header: (
        <Checkbox
          aria-label={texts.pickAllOrders}
          checked={all}
          disabled={waiting.length === 0}
          indeterminate={!all && picked.size > 0}
          onChange={() => onPick(new Set(all ? [] : waiting.map(({ paymentOrderId }) => paymentOrderId)))}
        />
      ),
      cell: ({ paymentOrderId, beneficiaryName, status }) =>
        status === 'waiting' ? (
          <Checkbox
            aria-label={texts.pickOrder(beneficiaryName)}
            checked={picked.has(paymentOrderId)}
            onChange={() => {
              const next = new Set(picked);
              if (!next.delete(paymentOrderId)) next.add(paymentOrderId);
              onPick(next);
            }}
          />
        ) : null,
    },
    {
      id: 'beneficiary',
      header: texts.beneficiary,
      cell: ({ beneficiaryName, householdId }) =>
        householdId === null ? (
          <PersonName strong>{beneficiaryName}</PersonName>
        ) : (
          <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
            <PersonName strong>{beneficiaryName}</PersonName>
          </Link>
        ),
    },
    { id: 'iban', header: texts.iban, cell: ({ iban }) => <PersonName>{formatIban(iban)}</PersonName> },
    { id: 'school', header: texts.school, cell: ({ schoolName }) => schoolName },
    {
      id: 'communication',
      header: texts.communication,
      cell: ({ communication }) => <PersonName>{communication}</PersonName>,
    },
    {
      id: 'status',
      header: texts.status,
      cell: (order) => (
        <>
          <Badge tone={tones[order.status]}>{texts.orderStatus[order.status]}</Badge> <Again order={order} />
        </>
      ),
    },
    {
      id: 'amount',
      header: texts.amount,
      align: 'right',
      cell: ({ amountCents }) => <Money cents={amountCents} strong />,
    },
  ];
}

/** The same file once more: lost, or refused by the program of the bank. */
function Again({ order }: { readonly order: PaymentOrder }) {
  const { paymentFileId } = order;
  if (paymentFileId === null) return null;
  return (
    <Button
      size="xs"
      variant="subtle"
      aria-label={texts.againOf(order.beneficiaryName)}
      onClick={() => void client.ledger.paymentFile({ paymentFileId }).then(downloadFile).catch(notifyProblem)}
    >
      {texts.again}
    </Button>
  );
}

/** What still has to be done stands above. */
function rank({ status }: PaymentOrder): number {
  return ['waiting', 'returned', 'exported', 'executed', 'cancelled'].indexOf(status);
}
