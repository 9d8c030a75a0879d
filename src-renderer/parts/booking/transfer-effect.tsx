import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { PersonName } from '#renderer/ui/text.tsx';
import { ApprovalNote } from './approval-note.tsx';
import { bookingTexts } from './booking.nl.ts';
import type { Claim } from './claims.ts';
import { transferTexts as texts } from './dialogs.nl.ts';
import { claimRow, EffectPreview, householdRow, NoEffectYet } from './effect-preview.tsx';

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
    return <NoEffectYet />;
  }
  const amount = formatCents(amountCents);
  return (
    <EffectPreview
      rows={[
        claimRow(from, amountCents),
        claimRow(to, -amountCents),
        householdRow(household, elsewhere ? amountCents : 0),
        ...(elsewhere
          ? [
              householdRow(
                elsewhere,
                -amountCents,
                <PersonName>{bookingTexts.otherHousehold(elsewhere.name)}</PersonName>,
              ),
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
