import { useQuery } from '@tanstack/react-query';
import type { ApprovalThresholds } from '#shared/approvals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { bookingTexts as texts } from './booking.nl.ts';

/** Says beforehand whether a second person will be asked; what really happens, the answer tells. */
export function ApprovalNote({
  schoolId,
  kind,
  amountCents,
  always = false,
}: {
  readonly schoolId: number | null;
  readonly kind: keyof ApprovalThresholds;
  readonly amountCents: number;
  /** Asked whatever the amount. */
  readonly always?: boolean;
}) {
  const thresholds = useQuery(
    api.approvals.thresholds.queryOptions({ input: { schoolId: schoolId ?? 0 }, enabled: schoolId !== null }),
  );
  if (always) return texts.needsSecond;
  if (!thresholds.data) return texts.mayNeedSecond;
  const from = thresholds.data[kind];
  return from !== null && amountCents >= from ? texts.needsSecond : null;
}
