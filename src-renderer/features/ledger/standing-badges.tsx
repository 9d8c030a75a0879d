import type { Hold, OpenItem } from '#shared/ledger/contract.ts';
import type { HoldScope } from '#shared/holds/contract.ts';
import { holdKindName, holdScopeNames } from '#shared/holds/kinds.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import classes from './open-items.module.css';
import { openItemsTexts as texts } from './open-items.nl.ts';

/** What the office must know before it writes: held, no e-mail, last contact; otherwise "Nog niets". */
export function StandingBadges({ item }: { readonly item: OpenItem }) {
  const held = heldLabel(item);
  const contact = contactLabel(item);
  if (!held && !contact && item.hasEmail) return <span className={classes['quiet']}>{texts.nothingYet}</span>;
  return (
    <span className={classes['badges']}>
      {held ? (
        <Tooltip label={item.hold ? heldReason(item.hold) : held}>
          <span>
            <Badge tone="warning">{held}</Badge>
          </span>
        </Tooltip>
      ) : null}
      {item.hasEmail ? null : <Badge>{texts.noEmailLetter}</Badge>}
      {contact ? <Badge tone="info">{contact}</Badge> : null}
    </span>
  );
}

function heldLabel({ hold, heldCount, count }: OpenItem): string | null {
  if (heldCount > 0 && heldCount < count) return texts.heldSome(heldCount, count);
  if (hold === null) return heldCount > 0 ? texts.held : null;
  const kind = holdKindName(hold.kind);
  return hold.untilDate === null ? kind : texts.heldUntil(kind, shortDate(formatPlainDate(hold.untilDate)));
}

/** The reason; of what holds more than this bill also what it holds. */
function heldReason({ reason, scope }: Hold): string {
  return isScope(scope) && scope !== 'invoice' ? texts.heldWide(reason, holdScopeNames[scope]) : reason;
}

function isScope(scope: string): scope is HoldScope {
  return Object.hasOwn(holdScopeNames, scope);
}

function contactLabel({ lastContactAt, lastContactChannel }: OpenItem): string | null {
  if (lastContactAt === null) return null;
  const day = shortDate(formatMoment(lastContactAt, true));
  return lastContactChannel === 'letter' ? texts.letterOn(day) : texts.emailOn(day);
}

/** `15/12/2026` as `15/12`: beside a list of this year the year is noise. */
function shortDate(date: string): string {
  return date.slice(0, 5);
}
