import { IconArrowBackUp } from '@tabler/icons-react';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { KeptAct } from '#shared/limitation/contract.ts';
import { BankLineLink } from '#renderer/parts/booking/bank-line-link.tsx';
import { limitationTexts } from '#renderer/parts/limitation/limitation.nl.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import classes from './invoice.module.css';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** One act: what, when, who, whether it counted and why, and its proof. */
export function LimitationActItem({
  act,
  transactionId,
  onOpen,
  onWithdraw,
}: {
  readonly act: KeptAct;
  /** Of a payment: the bank line. */
  readonly transactionId: number | null;
  readonly onOpen: (document: { readonly documentId: number }) => void;
  /** Null: who is at the keyboard may not. */
  readonly onWithdraw: ((limitationActId: number) => void) | null;
}) {
  const { limitationActId, documentId, documentName } = act;
  const what = `${limitationTexts.kinds[act.kind]}, ${formatPlainDate(act.date)}`;
  return (
    <li className={classes['item']}>
      <div>
        <strong>{what}</strong>{' '}
        <Badge tone={act.counted ? 'success' : 'neutral'}>{act.counted ? texts.counted : texts.notCounted}</Badge>
        {act.payerName === null ? null : (
          <div className={classes['lines']}>
            <PersonName>{act.payerName}</PersonName>
          </div>
        )}
        <div className={classes['lines']}>{act.sentence}</div>
        {act.note === '' ? null : <div className={classes['lines']}>{act.note}</div>}
        <div className={classes['lines']}>
          {documentId === null ? null : (
            <TextButton aria-label={texts.openProof(what)} onClick={() => onOpen({ documentId })}>
              {documentName}
            </TextButton>
          )}
          {transactionId === null ? null : <BankLineLink transactionId={transactionId}>{texts.bankProof}</BankLineLink>}
        </div>
      </div>
      {limitationActId === null || onWithdraw === null ? null : (
        <IconButton size="sm" label={texts.withdraw(what)} onClick={() => onWithdraw(limitationActId)}>
          <IconArrowBackUp size={15} />
        </IconButton>
      )}
    </li>
  );
}
