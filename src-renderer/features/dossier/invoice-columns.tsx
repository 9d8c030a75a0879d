import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { LimitationLine } from '#renderer/parts/limitation/limitation-line.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import type { TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { InvoiceState } from './invoice-state.tsx';
import classes from './invoices.module.css';

export type Invoice = HouseholdPage['invoices'][number];

export type Picking = {
  readonly picked: ReadonlySet<number>;
  readonly onPicked: (picked: ReadonlySet<number>) => void;
};

/** Still something to pay or to settle, so it can be picked. */
function isOpen(invoice: Invoice): boolean {
  return invoice.openCents !== 0;
}

/** The columns of the invoices of one household, with the boxes to pick the open ones. */
export function invoiceColumns(household: HouseholdPage, picking: Picking): readonly TableColumn<Invoice>[] {
  return [
    {
      id: 'pick',
      width: 34,
      header: <PickAll invoices={household.invoices} picking={picking} />,
      cell: (invoice) => <PickOne invoice={invoice} picking={picking} />,
    },
    { id: 'number', header: householdTexts.number, cell: (invoice) => <InvoiceNumber invoice={invoice} /> },
    {
      id: 'pupil',
      header: householdTexts.pupil,
      cell: (invoice) => <PupilOfInvoice household={household} invoice={invoice} />,
    },
    { id: 'group', header: householdTexts.billingGroup, cell: (invoice) => invoice.billingGroup },
    { id: 'due', header: householdTexts.dueDate, cell: (invoice) => <Due household={household} invoice={invoice} /> },
    {
      id: 'total',
      header: householdTexts.amount,
      align: 'right',
      cell: (invoice) => <Money cents={invoice.totalCents} />,
    },
    {
      id: 'open',
      header: householdTexts.openAmount,
      align: 'right',
      cell: (invoice) => <Open invoice={invoice} />,
    },
    { id: 'state', header: householdTexts.state, cell: (invoice) => <InvoiceState invoice={invoice} /> },
  ];
}

function PickAll({ invoices, picking }: { readonly invoices: readonly Invoice[]; readonly picking: Picking }) {
  const open = invoices.filter(isOpen).map(({ invoiceId }) => invoiceId);
  const all = open.length > 0 && open.every((invoiceId) => picking.picked.has(invoiceId));
  return (
    <Checkbox
      aria-label={householdTexts.selectAll}
      checked={all}
      indeterminate={!all && open.some((invoiceId) => picking.picked.has(invoiceId))}
      disabled={open.length === 0}
      onChange={(event) => picking.onPicked(new Set(event.currentTarget.checked ? open : []))}
    />
  );
}

function PickOne({ invoice, picking }: { readonly invoice: Invoice; readonly picking: Picking }) {
  if (!isOpen(invoice)) return null;
  function toggle(on: boolean): void {
    const next = new Set(picking.picked);
    if (on) next.add(invoice.invoiceId);
    else next.delete(invoice.invoiceId);
    picking.onPicked(next);
  }
  return (
    <Checkbox
      aria-label={householdTexts.select(invoice.number)}
      checked={picking.picked.has(invoice.invoiceId)}
      onChange={(event) => toggle(event.currentTarget.checked)}
    />
  );
}

function InvoiceNumber({ invoice }: { readonly invoice: Invoice }) {
  return (
    <Link
      to="/facturen/$invoiceId"
      params={{ invoiceId: String(invoice.invoiceId) }}
      title={invoice.description}
      className={classes['nowrap']}
    >
      {invoice.number}
    </Link>
  );
}

/** The due date, and under it how soon the bill is limited when that is soon. */
function Due({ household, invoice }: { readonly household: HouseholdPage; readonly invoice: Invoice }) {
  return (
    <>
      <PlainDate date={invoice.dueDate} />
      <LimitationLine householdId={household.householdId} invoiceId={invoice.invoiceId} />
    </>
  );
}

/** What is left, and what came in already. */
function Open({ invoice }: { readonly invoice: Invoice }) {
  return (
    <>
      <Money cents={invoice.openCents} strong={isOpen(invoice)} />
      {invoice.paidCents === 0 ? null : (
        <Text muted small>
          {householdTexts.paid(formatCents(invoice.paidCents))}
        </Text>
      )}
    </>
  );
}

/** "Noor · 3A"; the school stands with the pupils. */
function PupilOfInvoice({ household, invoice }: { readonly household: HouseholdPage; readonly invoice: Invoice }) {
  const pupil = household.pupils.find(({ pupilId }) => pupilId === invoice.pupilId);
  return (
    <span title={invoice.schoolName} className={classes['nowrap']}>
      <PersonName>{pupil ? pupil.firstName : invoice.pupilName}</PersonName>
      {pupil && pupil.className !== '' ? ` · ${pupil.className}` : null}
    </span>
  );
}
