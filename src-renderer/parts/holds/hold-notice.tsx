import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HoldRow } from '#shared/holds/contract.ts';
import { holdKindName } from '#shared/holds/kinds.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { ChangeHoldDialog } from './change-hold-dialog.tsx';
import classes from './hold-notice.module.css';
import { holdDays, holdTexts as texts } from './holds.nl.ts';
import { useLift } from './use-lift.ts';

/** Of one bill: only what holds that one. */
type OfInvoice = { readonly invoiceId: number; readonly schoolId: number; readonly payerIds: readonly number[] };

/**
 * What is held at large, where everybody sees it: the household, a payer, the school. On the page of a bill also the bill.
 */
export function HoldNotice({ householdId, invoice }: { readonly householdId: number; readonly invoice?: OfInvoice }) {
  const today = useToday();
  const list = useQuery(api.holds.list.queryOptions({ input: { householdId } }));
  const [changing, setChanging] = useState<HoldRow | null>(null);
  const { lift, isPending } = useLift();
  const refused = useRefused();
  const rows = (list.data ?? []).filter((row) => (invoice ? holdsInvoice(row, invoice) : row.scope !== 'invoice'));
  if (rows.length === 0 || today === undefined) return null;
  return (
    <>
      <ul className={classes['notice']} aria-label={texts.notice}>
        {rows.map((row) => (
          <li key={row.holdId} className={classes['hold']}>
            <Badge tone="warning">{holdKindName(row.kind)}</Badge>
            <strong>
              <HoldOf row={row} />
            </strong>
            <span className={classes['why']}>{`${row.reason} · ${holdDays(row, today)}`}</span>
            <span className={classes['actions']}>
              {refused('holds.change') ? null : (
                <TextButton aria-label={texts.changeOf(nameOf(row))} onClick={() => setChanging(row)}>
                  {texts.change}
                </TextButton>
              )}
              {refused('holds.lift') ? null : (
                <TextButton
                  aria-label={texts.liftOf(nameOf(row))}
                  disabled={isPending}
                  onClick={() => lift({ holdIds: [row.holdId], ofInvoices: row.scope === 'invoice' })}
                >
                  {texts.lift}
                </TextButton>
              )}
            </span>
          </li>
        ))}
      </ul>
      {changing ? <ChangeHoldDialog hold={changing} today={today} onClose={() => setChanging(null)} /> : null}
    </>
  );
}

/** What it holds, in a word or a name. */
export function HoldOf({ row }: { readonly row: HoldRow }) {
  switch (row.scope) {
    case 'school':
      return `${texts.school} ${row.schoolName ?? ''}`;
    case 'household':
      return texts.scopeHousehold;
    case 'payer':
      return <PersonName>{row.payerName}</PersonName>;
    case 'invoice':
      return row.invoiceNumber;
  }
}

/** For a label: whatever names it, without more. */
export function nameOf(row: HoldRow): string {
  return row.invoiceNumber ?? row.payerName ?? row.householdName ?? row.schoolName ?? '';
}

function holdsInvoice(row: HoldRow, { invoiceId, schoolId, payerIds }: OfInvoice): boolean {
  switch (row.scope) {
    case 'invoice':
      return row.invoiceId === invoiceId;
    case 'payer':
      return row.payerId !== null && payerIds.includes(row.payerId);
    case 'household':
      return true;
    case 'school':
      return row.schoolId === schoolId;
  }
}
