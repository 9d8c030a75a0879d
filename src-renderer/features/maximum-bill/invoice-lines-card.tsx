import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { InvoiceLinesDialog } from './invoice-lines-dialog.tsx';
import { linesTexts as texts } from './maximum-bill.nl.ts';

/** What is on a bill of a primary school, each part in its category; nothing where no maximum bill counts. */
export function InvoiceLinesCard({ invoiceId }: { readonly invoiceId: number }) {
  const [isEditing, setEditing] = useState(false);
  const refused = useRefused();
  const invoice = useQuery(api.ledger.invoice.queryOptions({ input: { invoiceId } }));
  const schools = useQuery(api.schools.list.queryOptions());
  const level = schools.data?.find(({ id }) => id === invoice.data?.schoolId)?.level;
  const isPrimary = level === 'primary';
  const lines = useQuery(api.maximumBill.lines.queryOptions({ input: { invoiceId }, enabled: isPrimary }));
  const categories = useQuery(api.maximumBill.categories.queryOptions({ enabled: isPrimary }));
  // Without categories nobody asked for this yet.
  if (!isPrimary || !categories.data || (categories.data.length === 0 && lines.data?.length === 0)) return null;
  const rows = lines.data ?? [];
  return (
    <Card
      title={texts.title}
      actions={
        lines.data && !refused('maximumBill.saveLines') ? (
          <Button onClick={() => setEditing(true)}>{rows.length === 0 ? texts.add : texts.edit}</Button>
        ) : null
      }
    >
      <ProblemAlert error={lines.error} onRetry={() => void lines.refetch()} />
      {lines.data?.length === 0 ? (
        <Text muted small>
          {texts.none}
        </Text>
      ) : null}
      {rows.length > 0 ? (
        <Table
          label={texts.title}
          rows={rows}
          getKey={({ invoiceLineId }) => invoiceLineId}
          columns={[
            {
              id: 'description',
              header: texts.columns.description,
              cell: ({ description, costCategory }) => (
                <>
                  {description}
                  <Text small muted>
                    {costCategory ?? texts.noCategory}
                  </Text>
                </>
              ),
            },
            {
              id: 'amount',
              header: texts.columns.amount,
              align: 'right',
              cell: ({ amountCents }) => <Money cents={amountCents} />,
            },
          ]}
        />
      ) : null}
      {isEditing && invoice.data ? (
        <InvoiceLinesDialog
          invoice={invoice.data}
          lines={rows}
          categories={categories.data}
          onClose={() => setEditing(false)}
        />
      ) : null}
    </Card>
  );
}
