import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { PendingBadges } from '#renderer/parts/booking/pending-badges.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** "Noor Abeel · Gezin Abeel–Den · maandrekening", where it stands, and what waits for a second person. */
export function InvoiceSubtitle({ invoice }: { readonly invoice: InvoicePage }) {
  const { openCents, overdueDays } = invoice;
  return (
    <>
      <PersonName strong>{invoice.pupilName}</PersonName>
      {' · '}
      <Link
        to="/dossiers/$householdId"
        params={{ householdId: String(invoice.householdId) }}
        className={`${classes['link']} os-name`}
      >
        {invoice.householdName}
      </Link>
      {` · ${invoice.billingGroup} · ${invoice.schoolName} `}
      <span className={classes['badges']}>
        {openCents === 0 ? <Badge tone="success">{texts.settled}</Badge> : null}
        {openCents > 0 && overdueDays > 0 ? (
          <Badge tone={overdueDays >= 60 ? 'danger' : 'warning'}>{texts.overdue(overdueDays)}</Badge>
        ) : null}
        {openCents > 0 && overdueDays <= 0 ? <Badge>{texts.notDue}</Badge> : null}
        <PendingBadges pending={invoice.pending} />
      </span>
    </>
  );
}
