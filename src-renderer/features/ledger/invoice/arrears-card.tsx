import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { BookingAction } from '#renderer/parts/booking/booking-dialog.tsx';
import { bookingTexts } from '#renderer/parts/booking/booking.nl.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** What each payer must have paid by now, what came in, and what is in arrears. */
export function ArrearsCard({
  invoice,
  onAction,
}: {
  readonly invoice: InvoicePage;
  readonly onAction: (action: BookingAction) => void;
}) {
  const { invoiceId } = invoice;
  return (
    <Card title={texts.arrears}>
      <ul className={classes['list']}>
        {invoice.arrears.map((row) => (
          <li key={row.payerId} className={classes['item']}>
            <div>
              <PersonName strong>{row.payerName}</PersonName>
              <div className={classes['lines']}>
                {texts.bookedAndReceived(formatCents(row.bookedCents), formatCents(row.receivedCents))}
              </div>
            </div>
            <div className={classes['right']}>
              <Money cents={row.arrearsCents} strong />
              <div className={classes['lines']}>{texts.inArrears}</div>
            </div>
          </li>
        ))}
      </ul>
      <div className={classes['buttons']}>
        <Button size="xs" onClick={() => onAction({ kind: 'obligation', invoiceId })}>
          {bookingTexts.menu.obligation}
        </Button>
        <Button size="xs" onClick={() => onAction({ kind: 'arrearsCorrection', invoiceId })}>
          {bookingTexts.menu.arrearsCorrection}
        </Button>
      </div>
    </Card>
  );
}
