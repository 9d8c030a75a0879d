import { useState } from 'react';
import { formatCents, sumCents } from '#shared/money/cents.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { AmountInput } from './amount-input.tsx';
import classes from './booking.module.css';
import { bookingTexts } from './booking.nl.ts';
import { claimAmountsTexts as texts } from './dialogs.nl.ts';

/** A claim that is chosen, with the amount on it; null while no readable amount stands there. */
export type ClaimAmount = { readonly invoiceId: number; readonly amountCents: number | null };

export type AmountClaim = {
  readonly invoiceId: number;
  readonly number: string;
  readonly pupilName: string;
  readonly billingGroup: string;
  /** The most that can stand on it, and what choosing it fills in. */
  readonly mostCents: number;
};

/** True when every chosen claim has an amount that can stand on it, and there is one. */
export function amountsFit(items: readonly ClaimAmount[], claims: readonly AmountClaim[]): boolean {
  return (
    items.length > 0 &&
    items.every(({ invoiceId, amountCents }) => {
      const most = claims.find((claim) => claim.invoiceId === invoiceId)?.mostCents ?? 0;
      return amountCents !== null && amountCents > 0 && amountCents <= most;
    })
  );
}

export function sumOfAmounts(items: readonly ClaimAmount[]): number {
  return sumCents(items.map(({ amountCents }) => amountCents ?? 0));
}

/** Claims to choose from, each with an amount that can be lowered; the total below. */
export function ClaimAmounts({
  claims,
  items,
  onItems,
  error,
  availableCents,
  folded = false,
}: {
  readonly claims: readonly AmountClaim[];
  readonly items: readonly ClaimAmount[];
  readonly onItems: (items: readonly ClaimAmount[]) => void;
  readonly error?: string | null | undefined;
  /** The money there is to divide; choosing a claim takes no more than what is left of it. */
  readonly availableCents?: number;
  /** Begins with what is chosen; the others come when asked. */
  readonly folded?: boolean;
}) {
  const [chosenFirst] = useState(() => new Set(items.map(({ invoiceId }) => invoiceId)));
  const [all, setAll] = useState(!folded);
  if (claims.length === 0) return <Text muted>{texts.none}</Text>;
  const shown = all ? claims : claims.filter(({ invoiceId }) => chosenFirst.has(invoiceId));
  const itemOf = (invoiceId: number) => items.find((item) => item.invoiceId === invoiceId);
  function choose(chosen: readonly AmountClaim[]): void {
    let left = availableCents === undefined ? null : Math.max(0, availableCents - sumOfAmounts(items));
    const added = chosen.map(({ invoiceId, mostCents }) => {
      const amountCents = left === null ? mostCents : Math.min(mostCents, left);
      if (left !== null) left -= amountCents;
      return { invoiceId, amountCents: amountCents === 0 ? null : amountCents };
    });
    onItems([...items, ...added]);
  }
  function drop(dropped: AmountClaim): void {
    onItems(items.filter(({ invoiceId }) => invoiceId !== dropped.invoiceId));
  }
  return (
    <div>
      <table className={classes['claims']} aria-label={texts.label}>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                aria-label={texts.pickAll}
                data-autofocus
                checked={items.length === shown.length}
                indeterminate={items.length > 0 && items.length < shown.length}
                onChange={(event) =>
                  event.currentTarget.checked
                    ? choose(shown.filter(({ invoiceId }) => itemOf(invoiceId) === undefined))
                    : onItems([])
                }
              />
            </th>
            <th scope="col">{texts.invoice}</th>
            <th scope="col">{texts.pupil}</th>
            <th scope="col" className={classes['open']}>
              {texts.open}
            </th>
            <th scope="col" className={classes['right']}>
              {texts.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((claim) => {
            const item = itemOf(claim.invoiceId);
            return (
              <tr key={claim.invoiceId}>
                <td>
                  <Checkbox
                    aria-label={texts.pick(claim.number)}
                    checked={item !== undefined}
                    onChange={(event) => (event.currentTarget.checked ? choose([claim]) : drop(claim))}
                  />
                </td>
                <td>{claim.number}</td>
                <td>
                  <PersonName>{claim.pupilName}</PersonName>
                  {` · ${claim.billingGroup}`}
                </td>
                <td className={classes['open']}>
                  <Money cents={claim.mostCents} />
                </td>
                <td className={`${classes['right']} ${classes['amountCell']}`}>
                  {item === undefined ? null : (
                    <AmountInput
                      aria-label={texts.amountOf(claim.number)}
                      width="100%"
                      cents={item.amountCents}
                      error={amountError(item.amountCents, claim.mostCents)}
                      onCents={(amountCents) =>
                        onItems(items.map((other) => (other === item ? { ...item, amountCents } : other)))
                      }
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={4}>{texts.total}</td>
            <td className={classes['right']}>
              <Money cents={sumOfAmounts(items)} />
            </td>
          </tr>
        </tfoot>
      </table>
      {shown.length < claims.length ? (
        <TextButton onClick={() => setAll(true)}>{texts.others(claims.length - shown.length)}</TextButton>
      ) : null}
      {error ? (
        <div role="alert" className={classes['fieldError']}>
          {error}
        </div>
      ) : null}
    </div>
  );
}

function amountError(amountCents: number | null, mostCents: number): string | null {
  if (amountCents === null || amountCents === 0) return bookingTexts.amountMissing;
  return amountCents > mostCents ? bookingTexts.atMost(formatCents(mostCents)) : null;
}
