import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { PersonName } from '#renderer/ui/text.tsx';
import { ApprovalNote } from './approval-note.tsx';
import { bookingTexts } from './booking.nl.ts';
import type { Claim } from './claims.ts';
import { transferTexts as texts } from './dialogs.nl.ts';
import { EffectPreview } from './effect-preview.tsx';

/** What a transfer does to both claims, and to both households when it leaves this one. */
export function TransferEffect({
  household,
  elsewhere,
  from,
  to,
  amountCents,
}: {
  readonly household: HouseholdPage;
  /** The other household; null when the money stays in this one. */
  readonly elsewhere: HouseholdPage | null;
  readonly from: Claim | undefined;
  readonly to: Claim | undefined;
  readonly amountCents: number | null;
}) {
  if (!from || !to || amountCents === null || amountCents === 0) {
    return <EffectPreview rows={[]}>{bookingTexts.fillInFirst}</EffectPreview>;
  }
  const amount = formatCents(amountCents);
  const owedBefore = household.totals.openCents - household.totals.creditCents;
  const otherBefore = elsewhere ? elsewhere.totals.openCents - elsewhere.totals.creditCents : 0;
  return (
    <EffectPreview
      rows={[
        {
          key: 'from',
          label: bookingTexts.openOf(from.number),
          beforeCents: from.openCents,
          afterCents: from.openCents + amountCents,
        },
        {
          key: 'to',
          label: bookingTexts.openOf(to.number),
          beforeCents: to.openCents,
          afterCents: to.openCents - amountCents,
        },
        {
          key: 'household',
          label: bookingTexts.householdBalance,
          beforeCents: owedBefore,
          afterCents: elsewhere ? owedBefore + amountCents : owedBefore,
        },
        ...(elsewhere
          ? [
              {
                key: 'other',
                label: <PersonName>{bookingTexts.otherHousehold(elsewhere.name)}</PersonName>,
                beforeCents: otherBefore,
                afterCents: otherBefore - amountCents,
              },
            ]
          : []),
      ]}
      note={
        <ApprovalNote schoolId={from.schoolId} kind="transfer" amountCents={amountCents} always={elsewhere !== null} />
      }
    >
      {elsewhere ? (
        <PersonName>{texts.sentenceElsewhere(amount, from.number, to.number, elsewhere.name)}</PersonName>
      ) : (
        texts.sentence(amount, from.number, to.number)
      )}
    </EffectPreview>
  );
}
