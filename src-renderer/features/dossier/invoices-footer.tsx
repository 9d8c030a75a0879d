import { IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import type { BookingAction } from '#renderer/parts/booking/booking-dialog.tsx';
import { bookingTexts } from '#renderer/parts/booking/booking.nl.ts';
import { HoldDialog } from '#renderer/parts/holds/hold-dialog.tsx';
import { householdTarget, invoicesTarget, payerTarget } from '#renderer/parts/holds/hold-target.ts';
import { useLift } from '#renderer/parts/holds/use-lift.ts';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { FooterBar } from '#renderer/ui/page.tsx';
import { householdTexts } from './dossier.nl.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';

/** What can be done with the picked invoices. */
export function InvoicesFooter({
  household,
  invoices,
  onAction,
  onClear,
}: {
  readonly household: HouseholdPage;
  readonly invoices: HouseholdPage['invoices'];
  readonly onAction: (action: BookingAction) => void;
  readonly onClear: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const today = useToday();
  const refused = useRefused();
  const { lift, isPending: lifting } = useLift();
  const held = invoices.flatMap(({ hold }) => (hold?.scope === 'invoice' ? [hold.holdId] : []));
  const free = invoices.filter(({ hold }) => hold?.scope !== 'invoice').map(({ invoiceId }) => invoiceId);
  const owed = invoices.filter(({ openCents }) => openCents > 0).map(({ invoiceId }) => invoiceId);
  const amount = formatCents(sumCents(invoices.map(({ openCents }) => openCents)));
  return (
    <>
      <FooterBar
        actions={
          <>
            <FooterButton onClick={onClear}>{householdTexts.clear}</FooterButton>
            {held.length > 0 && !refused('holds.lift') ? (
              <FooterButton loading={lifting} onClick={() => lift({ holdIds: held, ofInvoices: true }, onClear)}>
                {householdTexts.lift}
              </FooterButton>
            ) : null}
            <Menu
              position="top-end"
              target={
                <FooterButton disabled={owed.length === 0}>
                  {bookingTexts.bookMenu}
                  <IconChevronUp size={14} stroke={1.8} aria-hidden />
                </FooterButton>
              }
              items={[
                {
                  label: bookingTexts.menu.remission,
                  disabled: refused('ledger.remit'),
                  onClick: () => onAction({ kind: 'remission', invoiceIds: owed }),
                },
                {
                  label: bookingTexts.menu.writeOff,
                  disabled: refused('ledger.writeOff'),
                  onClick: () => onAction({ kind: 'writeOff', invoiceIds: owed }),
                },
              ]}
            />
            <FooterButton
              primary
              disabled={free.length === 0 || refused('holds.place')}
              onClick={() => setAsking(true)}
            >
              {householdTexts.hold}
            </FooterButton>
          </>
        }
      >
        {householdTexts.selected(invoices.length, amount)}
      </FooterBar>
      {asking && today !== undefined ? (
        <HoldDialog
          targets={[
            invoicesTarget(free),
            householdTarget(household.householdId),
            ...household.payers.map(({ payerId, firstName, lastName }) =>
              payerTarget(payerId, `${firstName} ${lastName}`.trim()),
            ),
          ]}
          today={today}
          onClose={() => setAsking(false)}
          onDone={() => {
            setAsking(false);
            onClear();
          }}
        />
      ) : null}
    </>
  );
}
