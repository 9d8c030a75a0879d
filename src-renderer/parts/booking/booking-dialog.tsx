import { useQuery } from '@tanstack/react-query';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import type { JournalEntry, WriteOffRequest } from '#shared/ledger/booking-shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ArrearsCorrectionDialog } from './arrears-correction-dialog.tsx';
import { bookingTexts as texts } from './booking.nl.ts';
import { ChargeDialog } from './charge-dialog.tsx';
import { CompensationDialog } from './compensation-dialog.tsx';
import { ObligationDialog } from './obligation-dialog.tsx';
import { ReallocateDialog } from './reallocate-dialog.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import { RemissionDialog } from './remission-dialog.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';
import { TransferDialog } from './transfer-dialog.tsx';
import { WriteOffDialog } from './write-off-dialog.tsx';

/** What can be booked from the page of a household or of a claim. */
export type BookingAction =
  | { readonly kind: 'transfer' | 'refund'; readonly invoiceId?: number }
  | { readonly kind: 'remission'; readonly invoiceIds: readonly number[] }
  | {
      readonly kind: 'writeOff';
      readonly invoiceIds: readonly number[];
      /** Chosen to begin with. */
      readonly ground?: WriteOffRequest['ground'];
    }
  | { readonly kind: 'compensation' }
  | { readonly kind: 'charge' | 'obligation' | 'arrearsCorrection'; readonly invoiceId: number }
  | { readonly kind: 'reallocate' | 'reverse'; readonly entry: JournalEntry };

/** The dialog of an action; it speaks of the household as it stands now, paid claims included. */
export function BookingDialog({
  householdId,
  action,
  onClose,
}: {
  readonly householdId: number;
  /** Null: nothing is open. */
  readonly action: BookingAction | null;
  readonly onClose: () => void;
}) {
  return action === null ? null : <FreshDialog householdId={householdId} action={action} onClose={onClose} />;
}

/** What a dialog proposes comes from what stands in the store at the moment it opens, never from an older answer. */
function FreshDialog({
  householdId,
  action,
  onClose,
}: {
  readonly householdId: number;
  readonly action: BookingAction;
  readonly onClose: () => void;
}) {
  const page = useQuery({
    ...api.dossier.page.queryOptions({ input: { householdId, withClosed: true } }),
    refetchOnMount: 'always',
  });
  if (!page.isFetchedAfterMount) return null;
  if (page.data) return <OpenDialog household={page.data} action={action} onClose={onClose} />;
  return (
    <Modal opened onClose={onClose} title={texts.bookMenu}>
      <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />
    </Modal>
  );
}

function OpenDialog({
  household,
  action,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly action: BookingAction;
  readonly onClose: () => void;
}) {
  const shared = { household, onClose };
  switch (action.kind) {
    case 'transfer':
      return <TransferDialog {...shared} invoiceId={action.invoiceId} />;
    case 'refund':
      return <RefundDialog {...shared} invoiceId={action.invoiceId} />;
    case 'writeOff':
      return <WriteOffDialog {...shared} invoiceIds={action.invoiceIds} firstGround={action.ground} />;
    case 'remission':
      return <RemissionDialog {...shared} invoiceIds={action.invoiceIds} />;
    case 'compensation':
      return <CompensationDialog {...shared} />;
    case 'charge':
      return <ChargeDialog {...shared} invoiceId={action.invoiceId} />;
    case 'obligation':
      return <ObligationDialog {...shared} invoiceId={action.invoiceId} />;
    case 'arrearsCorrection':
      return <ArrearsCorrectionDialog {...shared} invoiceId={action.invoiceId} />;
    case 'reallocate':
      return <ReallocateDialog {...shared} entry={action.entry} />;
    case 'reverse':
      return <ReverseDialog {...shared} entry={action.entry} />;
  }
}
