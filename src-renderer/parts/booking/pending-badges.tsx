import type { PendingApproval } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import { bookingTexts as texts } from './booking.nl.ts';

/** What was asked and changes nothing yet, one badge each: "€ 120,00 wacht op goedkeuring". */
export function PendingBadges({ pending }: { readonly pending: readonly PendingApproval[] }) {
  return pending.map(({ approvalId, kind, amountCents, maker, at }) => (
    <Tooltip key={approvalId} label={`${texts.pendingKinds[kind]}, ${texts.pendingBy(maker, formatMoment(at, true))}`}>
      <Link to="/goedkeuren" search={{ approvalId }}>
        <Badge tone="warning">
          {amountCents === null
            ? `${texts.pendingKinds[kind]} ${texts.pendingNoAmount}`
            : texts.pending(formatCents(amountCents))}
        </Badge>
      </Link>
    </Tooltip>
  ));
}
