import { useState } from 'react';
import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { sumCents } from '#shared/money/cents.ts';
import { FigureButton } from '#renderer/parts/booking/figure-button.tsx';
import { PostingsRowsDrawer } from '#renderer/parts/booking/postings-drawer.tsx';
import { postingsTexts } from '#renderer/parts/booking/postings.nl.ts';
import { Figure } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { type InvoiceFigure, postingsOfFigure } from './figure-postings.ts';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** Asked, paid, given up, given away, open; each opens the postings that it is the sum of. */
export function InvoiceFigures({ invoice }: { readonly invoice: InvoicePage }) {
  const [opened, setOpened] = useState<InvoiceFigure | null>(null);
  const isCredit = invoice.openCents < 0;
  const figures = [
    { id: 'total', name: texts.figures.total, cents: invoice.totalCents, note: texts.totalNote },
    { id: 'paid', name: texts.figures.paid, cents: invoice.paidCents, note: null },
    { id: 'writtenOff', name: texts.figures.writtenOff, cents: invoice.writtenOffCents, note: null },
    { id: 'remitted', name: texts.figures.remitted, cents: invoice.remittedCents, note: null },
    {
      id: 'open',
      name: isCredit ? texts.figures.credit : texts.figures.open,
      cents: isCredit ? -invoice.openCents : invoice.openCents,
      note: isCredit ? texts.creditNote : texts.openNote,
    },
  ] as const;
  const shown = figures.find(({ id }) => id === opened);
  const rows = shown ? postingsOfFigure(invoice.postings, shown.id) : [];
  return (
    <div className={classes['figures']}>
      {figures.map(({ id, name, cents, note }) => (
        <Figure
          key={id}
          label={name}
          value={
            postingsOfFigure(invoice.postings, id).length > 0 ? (
              <FigureButton name={name} cents={cents} onOpen={() => setOpened(id)} />
            ) : (
              <span className={classes['zero']}>
                <Money cents={cents} />
              </span>
            )
          }
          note={note}
        />
      ))}
      {shown ? (
        <PostingsRowsDrawer
          title={postingsTexts.drawerTitle(shown.name, invoice.number)}
          rows={rows}
          figureCents={sumCents(rows.map(({ amountCents }) => amountCents))}
          isCredit={isCredit && shown.id === 'open'}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </div>
  );
}
