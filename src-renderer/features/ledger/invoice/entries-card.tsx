import type { InvoicePage, JournalEntry } from '#shared/ledger/booking-shapes.ts';
import type { BookingAction } from '#renderer/parts/booking/booking-dialog.tsx';
import { bookingTexts } from '#renderer/parts/booking/booking.nl.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Struck } from '#renderer/ui/struck.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** What was booked here, as it was booked: one thing with all its postings, to take back or to put elsewhere. */
export function EntriesCard({
  invoice,
  onAction,
}: {
  readonly invoice: InvoicePage;
  readonly onAction: (action: BookingAction) => void;
}) {
  return (
    <Card title={texts.entries}>
      {invoice.entries.length === 0 ? <Text muted>{texts.noEntries}</Text> : null}
      <ul className={classes['list']} aria-label={texts.entries}>
        {invoice.entries.map((entry) => (
          <li key={entry.entryId} className={classes['item']}>
            <Entry entry={entry} onAction={onAction} />
            <Struck when={entry.reversedByEntryId !== null}>
              <Money cents={entry.amountCents} strong={entry.reversedByEntryId === null} />
            </Struck>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Entry({
  entry,
  onAction,
}: {
  readonly entry: JournalEntry;
  readonly onAction: (action: BookingAction) => void;
}) {
  const isReversed = entry.reversedByEntryId !== null;
  const refused = useRefused();
  const canReverse =
    !isReversed && entry.kind !== 'reversal' && entry.reverseBlockedBy === null && !refused('ledger.reverse');
  return (
    <div>
      <PlainDate date={entry.valueDate} />{' '}
      <Struck when={isReversed}>
        {[bookingTexts.entryKinds[entry.kind], entry.method === null ? '' : bookingTexts.methods[entry.method]]
          .filter((word) => word !== '')
          .join(', ')}
      </Struck>{' '}
      {entry.partyName === null ? null : <PersonName>{entry.partyName}</PersonName>}{' '}
      {isReversed ? <Badge>{texts.reversed}</Badge> : null}
      <div className={`${classes['lines']} os-name`}>
        {[entry.description, entry.reason, texts.entryBy(entry.author)].filter((word) => word !== '').join(' · ')}
      </div>
      {canReverse ? (
        <div className={classes['buttons']}>
          {entry.kind === 'receipt' && !refused('ledger.reallocate') ? (
            <Button size="xs" onClick={() => onAction({ kind: 'reallocate', entry })}>
              {texts.reallocate}
            </Button>
          ) : null}
          <Button size="xs" onClick={() => onAction({ kind: 'reverse', entry })}>
            {texts.reverse}
          </Button>
        </div>
      ) : null}
      {!isReversed && entry.kind !== 'reversal' && entry.reverseBlockedBy !== null ? (
        <Text muted small>
          {texts.cannotReverse(entry.reverseBlockedBy)}
        </Text>
      ) : null}
    </div>
  );
}
