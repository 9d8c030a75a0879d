import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { type BookingAction, BookingDialog } from '#renderer/parts/booking/booking-dialog.tsx';
import { HoldNotice } from '#renderer/parts/holds/hold-notice.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageColumns } from '#renderer/ui/page-columns.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ArrearsCard } from './arrears-card.tsx';
import { EntriesCard } from './entries-card.tsx';
import { FactsCard } from './facts-card.tsx';
import { InvoiceActions } from './invoice-actions.tsx';
import { InvoiceFigures } from './invoice-figures.tsx';
import { invoiceTexts as texts } from './invoice.nl.ts';
import { InvoiceSubtitle } from './invoice-subtitle.tsx';
import { LimitationCard } from './limitation-card.tsx';
import { OwedCard } from './owed-card.tsx';
import { RelatedCard } from './related-card.tsx';
import { StatementCard } from './statement-card.tsx';

/** One claim: what was asked, what came in, who owes the rest, and everything that was booked on it. */
export function InvoiceScreen({ invoiceId, lines }: { readonly invoiceId: number; readonly lines: ReactNode }) {
  const [action, setAction] = useState<BookingAction | null>(null);
  const page = useQuery({
    ...api.ledger.invoice.queryOptions({ input: { invoiceId } }),
    placeholderData: keepPreviousData,
  });
  if (page.isPending) return <Loading />;
  if (!page.data) {
    return (
      <Page title={texts.notFound}>
        <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />
      </Page>
    );
  }
  const invoice = page.data;
  return (
    <Page
      title={`${texts.titles[invoice.kind]} ${invoice.number}`}
      subtitle={<InvoiceSubtitle invoice={invoice} />}
      actions={<InvoiceActions invoice={invoice} onAction={setAction} />}
    >
      <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />
      <HoldNotice
        householdId={invoice.householdId}
        invoice={{ invoiceId, schoolId: invoice.schoolId, payerIds: invoice.owed.map(({ payerId }) => payerId) }}
      />
      <InvoiceFigures invoice={invoice} />
      <PageColumns
        aside={
          <>
            <FactsCard invoice={invoice} />
            <OwedCard invoice={invoice} />
            {invoice.kind === 'invoice' && invoice.openCents > 0 ? <LimitationCard invoice={invoice} /> : null}
            {invoice.kind === 'credit' ? null : lines}
            <RelatedCard invoice={invoice} />
            {invoice.arrears.length > 0 ? <ArrearsCard invoice={invoice} onAction={setAction} /> : null}
          </>
        }
      >
        <StatementCard invoice={invoice} />
        <EntriesCard invoice={invoice} onAction={setAction} />
      </PageColumns>
      <BookingDialog householdId={invoice.householdId} action={action} onClose={() => setAction(null)} />
    </Page>
  );
}
