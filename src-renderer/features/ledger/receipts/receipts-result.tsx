import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { api, client } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { kitTexts } from '#renderer/ui/kit.nl.ts';
import { Link } from '#renderer/ui/link.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { Struck } from '#renderer/ui/struck.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import classes from './receipts.module.css';
import { receiptsTexts as texts } from './receipts.nl.ts';

type Booked = Awaited<ReturnType<typeof client.ledger.bookReceipts>>;
export type BookedReceipts = {
  readonly entries: readonly (Booked['entries'][number] & { readonly householdId: number })[];
  readonly totalCents: number;
};

/** What was booked and where it went, with a way to take one or all back. */
export function ReceiptsResult({ booked, onClose }: { readonly booked: BookedReceipts; readonly onClose: () => void }) {
  const [undone, setUndone] = useState<ReadonlySet<number>>(new Set());
  const left = booked.entries.filter(({ entryId }) => !undone.has(entryId)).map(({ entryId }) => entryId);
  const undo = useMutation({
    mutationFn: async (entryIds: readonly number[]) => {
      for (const entryId of entryIds) {
        await client.ledger.reverse({ entryId, reason: texts.undoReason });
        setUndone((before) => new Set([...before, entryId]));
      }
    },
    onSuccess: () => notifyDone(texts.undoneAll),
    onError: notifyProblem,
  });
  return (
    <Alert
      tone="success"
      title={texts.booked(booked.entries.length, formatCents(booked.totalCents))}
      actions={
        <>
          {left.length > 0 ? (
            <Button size="xs" loading={undo.isPending} onClick={() => undo.mutate(left)}>
              {texts.undoAll}
            </Button>
          ) : null}
          <Button size="xs" onClick={onClose}>
            {kitTexts.close}
          </Button>
        </>
      }
    >
      <ul className={classes['list']}>
        {booked.entries.map((entry) => (
          <li key={entry.entryId}>
            <Struck when={undone.has(entry.entryId)}>
              <Link to="/dossiers/$householdId" params={{ householdId: String(entry.householdId) }}>
                <PersonName strong>{entry.householdName}</PersonName>
              </Link>{' '}
              {formatCents(sumCents(entry.allocations.map(({ amountCents }) => amountCents)) + entry.creditCents)}
            </Struck>
            <PaidInvoices entry={entry} />
            {entry.creditCents > 0 ? <span>{texts.credit(formatCents(entry.creditCents))}</span> : null}
            {undone.has(entry.entryId) ? (
              <span>{texts.undone}</span>
            ) : (
              <TextButton
                disabled={undo.isPending}
                aria-label={texts.undo(entry.householdName)}
                onClick={() => undo.mutate([entry.entryId])}
              >
                {texts.undoOne}
              </TextButton>
            )}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

/** The invoices that a receipt went to, by number. */
function PaidInvoices({ entry }: { readonly entry: BookedReceipts['entries'][number] }) {
  const { householdId } = entry;
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId, withClosed: true } }));
  return entry.allocations.map(({ invoiceId, amountCents }) => {
    const number = page.data?.invoices.find((invoice) => invoice.invoiceId === invoiceId)?.number;
    return (
      <Link key={invoiceId} to="/facturen/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
        {texts.allocationPart(formatCents(amountCents), number ?? texts.anInvoice)}
      </Link>
    );
  });
}
