import { formatCents } from '#shared/money/cents.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { lineTexts as texts } from './bank-line.nl.ts';
import { type Amounts, type Claim, toggled } from './division.ts';

/** The open claims of a household: tick what the money is for, and how much of it. */
export function ClaimTable({
  claims,
  amounts,
  amountCents,
  onAmounts,
}: {
  readonly claims: readonly Claim[];
  readonly amounts: Amounts;
  readonly amountCents: number;
  readonly onAmounts: (amounts: Amounts) => void;
}) {
  return (
    <Table
      label={texts.claims}
      rows={claims}
      getKey={({ invoiceId }) => invoiceId}
      columns={[
        {
          id: 'pick',
          header: texts.invoice,
          cell: (claim) => (
            <Checkbox
              label={claim.number}
              aria-label={texts.claimPick(claim.number, claim.pupilName)}
              checked={amounts.has(claim.invoiceId)}
              onChange={() => onAmounts(toggled(amounts, claim, amountCents))}
            />
          ),
        },
        { id: 'pupil', header: texts.pupil, cell: ({ pupilName }) => <PersonName>{pupilName}</PersonName> },
        { id: 'due', header: texts.due, cell: ({ dueDate }) => <PlainDate date={dueDate} /> },
        { id: 'open', header: texts.open, align: 'right', cell: ({ openCents }) => <Money cents={openCents} /> },
        {
          id: 'amount',
          header: texts.toInvoice,
          width: 134,
          align: 'right',
          cell: (claim) =>
            amounts.has(claim.invoiceId) ? (
              <AmountInput
                aria-label={texts.claimAmount(claim.number)}
                width={112}
                cents={amounts.get(claim.invoiceId) ?? null}
                error={amountError(amounts.get(claim.invoiceId) ?? null, claim.openCents)}
                onCents={(cents) => onAmounts(new Map(amounts).set(claim.invoiceId, cents))}
              />
            ) : null,
        },
      ]}
    />
  );
}

/** Why this cannot go to a claim: never more than it has open. */
function amountError(cents: number | null, openCents: number): string | null {
  if (cents === null || cents === 0) return texts.amountWrong;
  return cents > openCents ? texts.tooMuchFor(formatCents(openCents)) : null;
}
