import { formatCents } from '#shared/money/cents.ts';
import type { BankLine } from '#shared/bank/shapes.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './bank.module.css';
import { lineTexts as texts } from './bank-line.nl.ts';
import { KnownAccounts } from './known-accounts.tsx';
import { useReopen } from './use-line-actions.tsx';

/** A line that was worked: what came of it, and the way back. */
export function PastLine({ line, onReopened }: { readonly line: BankLine; readonly onReopened: () => void }) {
  const reopen = useReopen();
  const { status } = line;
  if (status !== 'booked' && status !== 'setAside') return null;
  const back = (
    <div className={classes['buttons']}>
      <Button
        loading={reopen.isPending}
        onClick={() => void reopen.ask([line.transactionId], [line], status, onReopened)}
      >
        {texts.reopen}
      </Button>
    </div>
  );
  if (status === 'setAside') {
    return (
      <Card title={texts.setAsideTitleDone}>
        <Stack gap="sm">
          <Text strong>{texts.setAsideAs[line.setAsideAs ?? 'other']}</Text>
          {line.setAsideNote === '' ? null : <PersonName>{line.setAsideNote}</PersonName>}
          {back}
        </Stack>
      </Card>
    );
  }
  const title = line.amountCents < 0 ? texts.takenBackTitle : texts.bookedTitle;
  const { bookedHouseholdId, bookedHouseholdName, bookedOn, bookedCreditCents } = line;
  return (
    <>
      <Card title={title}>
        <Stack gap="sm">
          {bookedHouseholdId === null || bookedHouseholdName === null ? null : (
            <Link to="/dossiers/$householdId" params={{ householdId: String(bookedHouseholdId) }}>
              <PersonName strong>{bookedHouseholdName}</PersonName>
            </Link>
          )}
          {bookedOn.length === 0 ? (
            <Text>{texts.bookedAllCredit}</Text>
          ) : (
            <Table
              label={title}
              rows={bookedOn}
              getKey={({ invoiceId }) => invoiceId}
              columns={[
                { id: 'number', header: texts.invoice, cell: ({ number }) => number },
                { id: 'pupil', header: texts.pupil, cell: ({ pupilName }) => <PersonName>{pupilName}</PersonName> },
                {
                  id: 'amount',
                  header: line.amountCents < 0 ? texts.takeBackColumn : texts.toInvoice,
                  align: 'right',
                  cell: ({ amountCents }) => <Money cents={Math.abs(amountCents)} strong />,
                },
              ]}
            />
          )}
          {bookedCreditCents > 0 && bookedOn.length > 0 ? (
            <Text>
              {texts.rest}: {formatCents(bookedCreditCents)}
            </Text>
          ) : null}
          {back}
        </Stack>
      </Card>
      {bookedHouseholdId === null ? null : <KnownAccounts householdId={bookedHouseholdId} />}
    </>
  );
}
