import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { PostingsTable } from '#renderer/parts/booking/postings-table.tsx';
import { Card } from '#renderer/ui/card.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** Every posting on the claim, with the balance after it. */
export function StatementCard({ invoice }: { readonly invoice: InvoicePage }) {
  return (
    <Card title={texts.statement} flush>
      <div className={invoice.postings.length === 0 ? classes['padded'] : classes['flush']}>
        <PostingsTable rows={invoice.postings} withInvoice={false} />
      </div>
    </Card>
  );
}
