import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { formatStructuredReference } from '#shared/bank/structured-reference.ts';
import { Card } from '#renderer/ui/card.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** What stands on the invoice itself. */
export function FactsCard({ invoice }: { readonly invoice: InvoicePage }) {
  const reference = invoice.structuredReference;
  return (
    <Card title={texts.facts}>
      <dl className={classes['facts']}>
        <dt>{texts.reference}</dt>
        <dd className={classes['reference']}>
          {reference === null ? texts.noReference : formatStructuredReference(reference)}
        </dd>
        <dt>{texts.issued}</dt>
        <dd>
          <PlainDate date={invoice.issueDate} />
        </dd>
        <dt>{texts.due}</dt>
        <dd>
          <PlainDate date={invoice.dueDate} />
        </dd>
        <dt>{texts.schoolYear}</dt>
        <dd>{invoice.schoolYear}</dd>
        <dt>{texts.billingGroup}</dt>
        <dd>{invoice.billingGroup}</dd>
        {invoice.description === '' ? null : (
          <>
            <dt>{texts.description}</dt>
            <dd>{invoice.description}</dd>
          </>
        )}
      </dl>
    </Card>
  );
}
