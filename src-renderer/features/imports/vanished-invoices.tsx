import type { VanishedInvoice } from '#shared/imports/contract.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { importTexts } from './imports.nl.ts';
import classes from './imports.module.css';

type Picking = {
  readonly settled: ReadonlySet<number>;
  readonly onSettled: (settled: ReadonlySet<number>) => void;
};

/** Open invoices that the new list no longer names. A person says which were settled elsewhere; none is by itself. */
export function VanishedInvoices({
  invoices,
  ...picking
}: { readonly invoices: readonly VanishedInvoice[] } & Picking) {
  return (
    <>
      <div className={classes['note']}>
        <Text muted>{importTexts.vanishedHint}</Text>
      </div>
      <Table
        label={importTexts.vanishedTab}
        columns={columnsOf(invoices, picking)}
        rows={invoices}
        getKey={(invoice) => invoice.invoiceId}
      />
    </>
  );
}

function columnsOf(invoices: readonly VanishedInvoice[], picking: Picking): readonly TableColumn<VanishedInvoice>[] {
  return [
    {
      id: 'settled',
      width: 150,
      header: <All invoices={invoices} picking={picking} />,
      cell: (invoice) => <One invoice={invoice} picking={picking} />,
    },
    { id: 'number', header: importTexts.vanishedNumber, cell: (invoice) => invoice.number },
    {
      id: 'pupil',
      header: importTexts.vanishedPupil,
      cell: (invoice) => <PersonName>{invoice.pupilName}</PersonName>,
    },
    { id: 'due', header: importTexts.vanishedDue, cell: (invoice) => <PlainDate date={invoice.dueDate} /> },
    {
      id: 'open',
      header: importTexts.vanishedOpen,
      align: 'right',
      cell: (invoice) => <Money cents={invoice.openCents} />,
    },
  ];
}

function All({ invoices, picking }: { readonly invoices: readonly VanishedInvoice[]; readonly picking: Picking }) {
  const all = invoices.every(({ invoiceId }) => picking.settled.has(invoiceId));
  return (
    <Checkbox
      label={importTexts.vanishedColumn}
      aria-label={importTexts.vanishedAll}
      checked={all}
      indeterminate={!all && picking.settled.size > 0}
      onChange={(event) =>
        picking.onSettled(new Set(event.currentTarget.checked ? invoices.map(({ invoiceId }) => invoiceId) : []))
      }
    />
  );
}

function One({ invoice, picking }: { readonly invoice: VanishedInvoice; readonly picking: Picking }) {
  return (
    <Checkbox
      aria-label={importTexts.vanishedOne(invoice.number)}
      checked={picking.settled.has(invoice.invoiceId)}
      onChange={(event) => {
        const next = new Set(picking.settled);
        if (event.currentTarget.checked) next.add(invoice.invoiceId);
        else next.delete(invoice.invoiceId);
        picking.onSettled(next);
      }}
    />
  );
}
