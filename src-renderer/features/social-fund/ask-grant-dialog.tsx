import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { Fund } from '#shared/social-fund/contract.ts';
import { api } from '#renderer/app/api.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { socialFundTexts as texts } from './social-fund.nl.ts';

type Bill = HouseholdPage['invoices'][number];

/** Asks a fund for (part of) the open bills of a household at the school of that fund. */
export function AskGrantDialog({
  household,
  funds,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly funds: readonly Fund[];
  readonly onClose: () => void;
}) {
  const [requestKey] = useState(() => crypto.randomUUID());
  const [fundId, setFundId] = useState(funds[0]?.fundId ?? 0);
  const [amounts, setAmounts] = useState<ReadonlyMap<number, number>>(new Map());
  const [motivation, setMotivation] = useState('');
  const fund = funds.find((one) => one.fundId === fundId);
  const bills = household.invoices.filter(
    (bill) => bill.kind === 'invoice' && bill.openCents > 0 && bill.schoolName === fund?.schoolName,
  );
  const items = bills.flatMap(({ invoiceId }) => {
    const amountCents = amounts.get(invoiceId) ?? 0;
    return amountCents > 0 ? [{ invoiceId, amountCents }] : [];
  });
  const totalCents = items.reduce((sum, { amountCents }) => sum + amountCents, 0);
  const overCents = totalCents - (fund?.leftCents ?? 0);
  const isTooMuch = (bill: Bill): boolean => (amounts.get(bill.invoiceId) ?? 0) > bill.openCents;
  const ask = useMutation(
    api.socialFund.request.mutationOptions({
      onSuccess: ({ status, amountCents }) => {
        notifyDone((status === 'granted' ? texts.given : texts.waiting)(formatCents(amountCents)));
        onClose();
      },
    }),
  );
  const isReady = items.length > 0 && overCents <= 0 && !bills.some(isTooMuch) && motivation.trim() !== '';
  function change(invoiceId: number, cents: number | null): void {
    const next = new Map(amounts);
    if (cents === null) next.delete(invoiceId);
    else next.set(invoiceId, cents);
    setAmounts(next);
  }
  const columns: readonly TableColumn<Bill>[] = [
    { id: 'bill', header: texts.bill, cell: ({ number, billingGroup }) => `${number} · ${billingGroup}` },
    { id: 'pupil', header: texts.pupil, cell: ({ pupilName }) => <PersonName>{pupilName}</PersonName> },
    { id: 'open', header: texts.openAmount, align: 'right', cell: ({ openCents }) => <Money cents={openCents} /> },
    {
      id: 'ask',
      header: texts.askAmount,
      align: 'right',
      width: 150,
      cell: (bill) => (
        <AmountInput
          aria-label={texts.askAmountOf(bill.number)}
          width={130}
          cents={amounts.get(bill.invoiceId) ?? null}
          onCents={(cents) => change(bill.invoiceId, cents)}
          error={isTooMuch(bill) ? texts.tooMuchOfBill : null}
        />
      ),
    },
  ];
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={texts.ask}
      onConfirm={() => ask.mutate({ requestKey, fundId, householdId: household.householdId, items, motivation })}
      confirm={{ label: texts.askConfirm, loading: ask.isPending, disabled: !isReady }}
    >
      <Stack gap="sm">
        <Select
          label={texts.fund}
          value={String(fundId)}
          options={funds.map((one) => ({
            value: String(one.fundId),
            label: texts.fundOption(one.source, one.schoolYear, one.schoolName, formatCents(one.leftCents)),
          }))}
          onChange={(value) => value !== null && setFundId(Number(value))}
        />
        {bills.length === 0 ? (
          <Text muted>{texts.noBills}</Text>
        ) : (
          <Table label={texts.bills} columns={columns} rows={bills} getKey={({ invoiceId }) => invoiceId} />
        )}
        <div role="status">
          <Text strong>{texts.totalAgainst(formatCents(totalCents), formatCents(fund?.leftCents ?? 0))}</Text>
          {overCents > 0 ? <Text danger>{texts.tooMuch(formatCents(overCents))}</Text> : null}
        </div>
        <TextArea
          label={texts.motivation}
          description={texts.motivationHint}
          required
          maxLength={2000}
          value={motivation}
          onChange={(event) => setMotivation(event.target.value)}
        />
        <ProblemAlert error={ask.error} />
      </Stack>
    </Modal>
  );
}
