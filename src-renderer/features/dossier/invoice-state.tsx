import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { holdKindName } from '#shared/holds/kinds.ts';
import { useLift } from '#renderer/parts/holds/use-lift.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
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
  const { lift, isPending } = useLift();
  const refused = useRefused();
  // What holds more than this bill is told once, at the top of the page.
  if (hold.scope !== 'invoice') {
    return (
      <div className={classes['reason']}>
        <Text small>{holdKindName(hold.kind)}</Text>
      </div>
    );
  }
  return (
    <div className={classes['reason']}>
      <Badge tone="warning">{holdKindName(hold.kind)}</Badge>
      <Text muted small>
        {householdTexts.heldBecause(hold.reason, hold.untilDate === null ? null : formatPlainDate(hold.untilDate))}
      </Text>
      {refused('holds.lift') ? null : (
        <Text small>
          <TextButton
            aria-label={householdTexts.liftOne(invoice.number)}
            disabled={isPending}
            onClick={() => lift({ holdIds: [hold.holdId], ofInvoices: true })}
          >
            {householdTexts.lift}
          </TextButton>
        </Text>
      )}
    </div>
  );
}
