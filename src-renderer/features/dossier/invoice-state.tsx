import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { useHolds } from './use-holds.ts';
import classes from './invoices.module.css';

type Invoice = HouseholdPage['invoices'][number];

/** Where an invoice stands, in a word: left out and why, coming, how late, paid. */
export function InvoiceState({ invoice }: { readonly invoice: Invoice }) {
  if (invoice.hold) return <HeldState invoice={invoice} hold={invoice.hold} />;
  if (invoice.openCents === 0) return <Badge tone="success">{householdTexts.settled}</Badge>;
  if (invoice.openCents < 0) return <Badge tone="success">{householdTexts.creditBadges[invoice.kind]}</Badge>;
  if (invoice.overdueDays <= 0) return <Badge>{householdTexts.notDue}</Badge>;
  return (
    <Text muted={invoice.overdueDays < 60} danger={invoice.overdueDays >= 60} inline>
      <span className={classes['nowrap']}>{householdTexts.days(invoice.overdueDays)}</span>
    </Text>
  );
}

function HeldState({ invoice, hold }: { readonly invoice: Invoice; readonly hold: NonNullable<Invoice['hold']> }) {
  const { lift, lifting } = useHolds();
  return (
    <div className={classes['reason']}>
      <Badge tone="warning">{householdTexts.held}</Badge>
      <Text muted small>
        {householdTexts.heldBecause(hold.reason, hold.untilDate === null ? null : formatPlainDate(hold.untilDate))}
      </Text>
      <Text small>
        <TextButton aria-label={householdTexts.liftOne(invoice.number)} disabled={lifting} onClick={() => lift([hold])}>
          {householdTexts.lift}
        </TextButton>
      </Text>
    </div>
  );
}
