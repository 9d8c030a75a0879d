import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import type { BookingAction } from '#renderer/parts/booking/booking-dialog.tsx';
import { BookingMenu } from '#renderer/parts/booking/booking-menu.tsx';
import { bookingTexts } from '#renderer/parts/booking/booking.nl.ts';
import { HoldDialog } from '#renderer/parts/holds/hold-dialog.tsx';
import { householdTarget, invoicesTarget, payerTarget } from '#renderer/parts/holds/hold-target.ts';
import { holdTexts } from '#renderer/parts/holds/holds.nl.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** What can be booked on a claim, given where it stands. */
export function InvoiceActions({
  invoice,
  onAction,
}: {
  readonly invoice: InvoicePage;
  readonly onAction: (action: BookingAction) => void;
}) {
  const navigate = useNavigate();
  const today = useToday();
  const [holding, setHolding] = useState(false);
  const { invoiceId, openCents, paidCents } = invoice;
  const isOwed = openCents > 0;
  const { menu } = bookingTexts;
  const refused = useRefused();
  return (
    <>
      <Button disabled={openCents === 0 || refused('holds.place')} onClick={() => setHolding(true)}>
        {holdTexts.action}
      </Button>
      {holding && today !== undefined ? (
        <HoldDialog
          targets={[
            invoicesTarget([invoiceId]),
            householdTarget(invoice.householdId),
            ...invoice.owed.map(({ payerId, payerName }) => payerTarget(payerId, payerName)),
          ]}
          today={today}
          onClose={() => setHolding(false)}
        />
      ) : null}
      <BookingMenu
        items={[
          {
            label: menu.transfer,
            disabled: (paidCents <= 0 && openCents >= 0) || refused('ledger.transfer'),
            onClick: () => onAction({ kind: 'transfer', invoiceId }),
          },
          {
            label: menu.refund,
            disabled: openCents >= 0 || refused('ledger.refund'),
            onClick: () => onAction({ kind: 'refund', invoiceId }),
          },
          {
            label: menu.charge,
            disabled: invoice.kind !== 'invoice' || refused('ledger.charge'),
            onClick: () => onAction({ kind: 'charge', invoiceId }),
          },
          null,
          {
            label: menu.remission,
            disabled: !isOwed || refused('ledger.remit'),
            onClick: () => onAction({ kind: 'remission', invoiceIds: [invoiceId] }),
          },
          {
            label: menu.writeOff,
            disabled: !isOwed || refused('ledger.writeOff'),
            onClick: () => onAction({ kind: 'writeOff', invoiceIds: [invoiceId] }),
          },
          null,
          {
            label: menu.obligation,
            disabled: invoice.kind !== 'invoice' || refused('ledger.bookObligation'),
            onClick: () => onAction({ kind: 'obligation', invoiceId }),
          },
          {
            label: menu.arrearsCorrection,
            disabled: invoice.arrears.length === 0 || refused('ledger.correctArrears'),
            onClick: () => onAction({ kind: 'arrearsCorrection', invoiceId }),
          },
        ]}
      />
      {/* Nobody pays for money that the school still owes. */}
      {invoice.openCents < 0 ? null : (
        <Button
          variant="primary"
          disabled={refused('ledger.bookReceipts')}
          onClick={() => void navigate({ to: '/ontvangsten', search: { householdId: invoice.householdId } })}
        >
          {texts.receipt}
        </Button>
      )}
    </>
  );
}
