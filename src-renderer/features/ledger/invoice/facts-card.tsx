import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { formatStructuredReference } from '#shared/bank/structured-reference.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** What stands on the invoice itself. */
export function FactsCard({ invoice }: { readonly invoice: InvoicePage }) {
  const reference = invoice.structuredReference;
  return (
    <Card title={texts.facts}>
      <Facts
        rows={[
          {
            name: texts.reference,
            value: (
              <span className={classes['reference']}>
                {reference === null ? texts.noReference : formatStructuredReference(reference)}
              </span>
            ),
          },
          { name: texts.issued, value: <PlainDate date={invoice.issueDate} /> },
          { name: texts.due, value: <PlainDate date={invoice.dueDate} /> },
          { name: texts.schoolYear, value: invoice.schoolYear },
          { name: texts.billingGroup, value: invoice.billingGroup },
          { name: texts.description, value: invoice.description === '' ? null : invoice.description },
        ]}
      />
    </Card>
  );
}
