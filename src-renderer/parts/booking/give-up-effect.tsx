import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { ApprovalNote } from './approval-note.tsx';
import { bookingTexts } from './booking.nl.ts';
import { type ClaimAmount, sumOfAmounts } from './claim-amounts.tsx';
import { claimsOf } from './claims.ts';
import { claimAmountsTexts, writeOffTexts as texts } from './dialogs.nl.ts';
import { claimRow, EffectPreview, householdRow, NoEffectYet } from './effect-preview.tsx';

/** So many claims are shown one by one; of more the sum says it. */
const apart = 3;

/** What giving claims up or away does: to each of them, to the household, to the lists and to *Niet verwerken*. */
export function GiveUpEffect({
  household,
  items,
  kind,
  sentence,
}: {
  readonly household: HouseholdPage;
  readonly items: readonly ClaimAmount[];
  readonly kind: 'writeOff' | 'remission';
  /** What happens, in words. */
  readonly sentence: string;
}) {
  const total = sumOfAmounts(items);
  if (total === 0) return <EffectPreview rows={[]}>{claimAmountsTexts.choose}</EffectPreview>;
  const chosen = claimsOf(household).flatMap((claim) => {
    const item = items.find(({ invoiceId }) => invoiceId === claim.invoiceId);
    return item ? [{ claim, leftCents: claim.openCents - (item.amountCents ?? 0) }] : [];
  });
  if (chosen.some(({ leftCents }) => leftCents < 0)) {
    return <NoEffectYet />;
  }
  const gone = chosen.filter(({ leftCents }) => leftCents === 0);
  const left = sumCents(chosen.map(({ leftCents }) => leftCents));
  const lifted = gone.filter(({ claim }) => claim.hold !== null).length;
  return (
    <EffectPreview
      rows={[
        ...(chosen.length > apart
          ? [
              {
                key: 'all',
                label: bookingTexts.openOfAll(chosen.length),
                beforeCents: left + total,
                afterCents: left,
              },
            ]
          : chosen.map(({ claim, leftCents }) => claimRow(claim, leftCents - claim.openCents))),
        householdRow(household, -total),
      ]}
      note={<ApprovalNote schoolId={chosen[0]?.claim.schoolId ?? null} kind={kind} amountCents={total} />}
    >
      {[
        sentence,
        gone.length > 0 ? texts.leavesList(gone.length) : null,
        left > 0 ? texts.staysOpen(formatCents(left)) : null,
        kind === 'writeOff' && lifted > 0 ? texts.liftsHolds(lifted) : null,
      ]
        .filter((part) => part !== null)
        .join(' ')}
    </EffectPreview>
  );
}
