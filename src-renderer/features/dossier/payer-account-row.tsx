import { formatIban } from '#shared/bank/iban.ts';
import type { PayerAccount } from '#shared/bank/shapes.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './people.module.css';
import { accountTexts as texts } from './payer-accounts.nl.ts';

/** One account: its number and holder, where it comes from, and what can be done with it. */
export function PayerAccountRow({
  account,
  isForgotten,
  onToggle,
  onReplace,
}: {
  readonly account: PayerAccount;
  readonly isForgotten: boolean;
  /** Forgets it, or takes that back; null: not for whoever is at the keyboard. */
  readonly onToggle: (() => void) | null;
  readonly onReplace: (() => void) | null;
}) {
  const iban = formatIban(account.iban);
  return (
    <li className={`${classes['person']} ${classes['account']}`}>
      <div className={classes['name']}>
        <PersonName strong>{iban}</PersonName>{' '}
        {account.holderName === '' ? null : <PersonName>{account.holderName}</PersonName>}{' '}
        {isForgotten ? <Badge tone="warning">{texts.forgotten}</Badge> : null}
        <Text small muted>
          {texts.origin(account.origin, account.author, formatMoment(account.at, true))}
        </Text>
      </div>
      <div className={classes['end']}>
        {onReplace && !isForgotten ? (
          <Button key="replace" size="xs" variant="subtle" aria-label={texts.replaceOf(iban)} onClick={onReplace}>
            {texts.replace}
          </Button>
        ) : null}
        {onToggle ? (
          // One button that changes its words, so that the keyboard stays where it was.
          <Button
            key="toggle"
            size="xs"
            aria-label={isForgotten ? texts.restoreOf(iban) : texts.forgetOf(iban)}
            onClick={onToggle}
          >
            {isForgotten ? texts.restore : texts.forget}
          </Button>
        ) : null}
      </div>
    </li>
  );
}
