import { useQuery } from '@tanstack/react-query';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { compensationTexts as texts } from './dialogs.nl.ts';

/** Credit beside open invoices is settled before anybody is reminded; says so when there is something to settle. */
export function CompensationHint({
  household,
  onCompensate,
}: {
  readonly household: HouseholdPage;
  readonly onCompensate: () => void;
}) {
  const { householdId, totals } = household;
  const proposal = useQuery(
    api.ledger.proposeCompensation.queryOptions({
      input: { householdId },
      enabled: totals.creditCents > 0 && totals.openCents > 0,
    }),
  );
  const totalCents = totals.creditCents > 0 && totals.openCents > 0 ? (proposal.data?.totalCents ?? 0) : 0;
  if (totalCents === 0) return null;
  return (
    <Alert title={texts.hintBox(formatCents(totalCents))}>
      {texts.hintText} <TextButton onClick={onCompensate}>{texts.hintAction}</TextButton>
    </Alert>
  );
}
