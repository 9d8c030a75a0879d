import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { figureOf } from './figure-postings.ts';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** Who owes the claim, each the whole or a share, and what each paid of it; of a credit: whose money it is. */
export function OwedCard({ invoice }: { readonly invoice: InvoicePage }) {
  const paid = paidPerName(invoice);
  const named = sumCents(invoice.owed.map(({ payerName }) => paid.get(payerName) ?? 0));
  const others = sumCents(paid.values()) - named;
  const isCredit = invoice.openCents < 0;
  return (
    <Card title={isCredit ? texts.creditOf : texts.owed}>
      {invoice.owed.length === 0 ? <Text muted>{texts.nobodyOwes}</Text> : null}
      <ul className={classes['list']}>
        {invoice.owed.map(({ payerId, payerName, kind, shareBp, openCents }) => {
          const paidCents = paid.get(payerName) ?? 0;
          return (
            <li key={payerId} className={classes['item']}>
              <div>
                <PersonName strong>{payerName}</PersonName>
                <div className={classes['lines']}>
                  {[
                    kind === 'joint' ? texts.joint : texts.share(percent(shareBp)),
                    isCredit ? '' : paidCents > 0 ? texts.paidBy(formatCents(paidCents)) : texts.paidNothing,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              <Money cents={isCredit ? -openCents : openCents} strong />
            </li>
          );
        })}
      </ul>
      {others > 0 ? (
        <Text muted small>
          {texts.paidByOthers(formatCents(others))}
        </Text>
      ) : null}
    </Card>
  );
}

/** What came in on this claim, by the name of who paid; nobody named: under an empty name. */
function paidPerName({ postings, entries }: InvoicePage): ReadonlyMap<string, number> {
  const parties = new Map(entries.map(({ entryId, partyName }) => [entryId, partyName]));
  const paid = new Map<string, number>();
  for (const posting of postings) {
    if (figureOf(posting) !== 'paid') continue;
    const name = (posting.entryId === null ? null : parties.get(posting.entryId)) ?? posting.payerName ?? '';
    paid.set(name, (paid.get(name) ?? 0) - posting.amountCents);
  }
  return paid;
}

const percent = (shareBp: number): string => (shareBp / 100).toLocaleString('nl-BE', { maximumFractionDigits: 2 });
