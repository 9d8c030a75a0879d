import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { BookingModal } from './booking-modal.tsx';
import { bookingTexts } from './booking.nl.ts';
import { compensationTexts as texts } from './dialogs.nl.ts';
import { EffectPreview } from './effect-preview.tsx';
import { useOutcome } from './use-outcome.ts';

/** Credits and credit notes of a household against what is open, as proposed; each can be left out. */
export function CompensationDialog({
  household,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly onClose: () => void;
}) {
  const { householdId, totals } = household;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const proposal = useQuery(api.ledger.proposeCompensation.queryOptions({ input: { householdId }, staleTime: 0 }));
  const moves = proposal.data?.moves ?? [];
  const chosen = moves.filter((move) => !left.has(keyOf(move)));
  const total = sumCents(chosen.map(({ amountCents }) => amountCents));
  const { booked } = useOutcome(onClose);
  const compensate = useMutation(
    api.ledger.compensate.mutationOptions({
      onSuccess: ({ entryId }) => booked(entryId, texts.done(formatCents(total))),
    }),
  );
  return (
    <BookingModal
      title={texts.title}
      confirmLabel={texts.confirm}
      onClose={onClose}
      booking={compensate}
      problem={compensate.error ?? proposal.error}
      disabled={chosen.length === 0}
      onSubmit={() =>
        compensate.mutate({
          householdId,
          moves: chosen.map(({ fromInvoiceId, toInvoiceId, amountCents }) => ({
            fromInvoiceId,
            toInvoiceId,
            amountCents,
          })),
        })
      }
    >
      <Text muted>{texts.hint}</Text>
      {proposal.isPending ? <Loading /> : null}
      {proposal.data && moves.length === 0 ? <Alert>{texts.none}</Alert> : null}
      {moves.length > 0 ? (
        <>
          <Table
            label={texts.title}
            rows={moves}
            getKey={keyOf}
            columns={[
              {
                id: 'pick',
                header: '',
                width: 34,
                cell: (move) => (
                  <Checkbox
                    aria-label={texts.pick(move.fromNumber, move.toNumber)}
                    checked={!left.has(keyOf(move))}
                    onChange={(event) => {
                      const next = new Set(left);
                      if (event.currentTarget.checked) next.delete(keyOf(move));
                      else next.add(keyOf(move));
                      setLeft(next);
                    }}
                  />
                ),
              },
              { id: 'from', header: texts.from, cell: (move) => move.fromNumber },
              {
                id: 'to',
                header: texts.to,
                cell: (move) => (
                  <>
                    {`${move.toNumber} · `}
                    <PersonName>{move.toPupilName}</PersonName>
                  </>
                ),
              },
              {
                id: 'amount',
                header: bookingTexts.amount,
                align: 'right',
                cell: (move) => <Money cents={move.amountCents} />,
              },
            ]}
          />
          <EffectPreview
            rows={[
              {
                key: 'open',
                label: bookingTexts.householdOpen,
                beforeCents: totals.openCents,
                afterCents: totals.openCents - total,
              },
              {
                key: 'credit',
                label: bookingTexts.householdCredit,
                beforeCents: totals.creditCents,
                afterCents: totals.creditCents - total,
              },
            ]}
          >
            {total === 0 ? texts.choose : texts.sentence(formatCents(total))}
          </EffectPreview>
        </>
      ) : null}
    </BookingModal>
  );
}

const keyOf = (move: { readonly fromInvoiceId: number; readonly toInvoiceId: number }): string =>
  `${move.fromInvoiceId}-${move.toInvoiceId}`;
