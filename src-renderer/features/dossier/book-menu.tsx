import { useNavigate } from '@tanstack/react-router';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import type { BookingAction } from '#renderer/parts/booking/booking-dialog.tsx';
import { BookingMenu } from '#renderer/parts/booking/booking-menu.tsx';
import { bookingTexts } from '#renderer/parts/booking/booking.nl.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';

/** Everything that can be booked for a household. */
export function BookMenu({
  household,
  onAction,
}: {
  readonly household: HouseholdPage;
  readonly onAction: (action: BookingAction) => void;
}) {
  const navigate = useNavigate();
  const { householdId, totals } = household;
  const { menu } = bookingTexts;
  const refused = useRefused();
  const isOwed = totals.openCents > 0;
  const hasCredit = totals.creditCents > 0;
  return (
    <BookingMenu
      items={[
        {
          label: menu.receipt,
          disabled: refused('ledger.bookReceipts'),
          onClick: () => void navigate({ to: '/ontvangsten', search: { householdId } }),
        },
        null,
        {
          label: menu.transfer,
          disabled: refused('ledger.transfer'),
          onClick: () => onAction({ kind: 'transfer' }),
        },
        {
          label: menu.compensation,
          disabled: !isOwed || !hasCredit || refused('ledger.compensate'),
          onClick: () => onAction({ kind: 'compensation' }),
        },
        {
          label: menu.refund,
          disabled: !hasCredit || refused('ledger.refund'),
          onClick: () => onAction({ kind: 'refund' }),
        },
        null,
        {
          label: menu.remission,
          disabled: !isOwed || refused('ledger.remit'),
          onClick: () => onAction({ kind: 'remission', invoiceIds: [] }),
        },
        {
          label: menu.writeOff,
          disabled: !isOwed || refused('ledger.writeOff'),
          onClick: () => onAction({ kind: 'writeOff', invoiceIds: [] }),
        },
      ]}
    />
  );
}
