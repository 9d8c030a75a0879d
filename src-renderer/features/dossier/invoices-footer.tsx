import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { FooterBar } from '#renderer/ui/page.tsx';
import { householdTexts } from './dossier.nl.ts';
import { HoldDialog } from './hold-dialog.tsx';
import { useHolds } from './use-holds.ts';
import { useToday } from './use-today.ts';

/** What can be done with the picked invoices. */
export function InvoicesFooter({
  invoices,
  onClear,
}: {
  readonly invoices: HouseholdPage['invoices'];
  readonly onClear: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const today = useToday();
  const { lift, lifting } = useHolds();
  const held = invoices.flatMap(({ hold }) => (hold ? [hold] : []));
  const free = invoices.filter(({ hold }) => !hold).map(({ invoiceId }) => invoiceId);
  const amount = formatCents(sumCents(invoices.map(({ openCents }) => openCents)));
  return (
    <>
      <FooterBar
        actions={
          <>
            <FooterButton onClick={onClear}>{householdTexts.clear}</FooterButton>
            {held.length > 0 ? (
              <FooterButton loading={lifting} onClick={() => lift(held, onClear)}>
                {householdTexts.lift}
              </FooterButton>
            ) : null}
            <FooterButton primary disabled={free.length === 0} onClick={() => setAsking(true)}>
              {householdTexts.hold}
            </FooterButton>
          </>
        }
      >
        {householdTexts.selected(invoices.length, amount)}
      </FooterBar>
      {asking && today !== undefined ? (
        <HoldDialog
          invoiceIds={free}
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
