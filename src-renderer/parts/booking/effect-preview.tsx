import type { ReactNode } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { Money } from '#renderer/ui/money.tsx';
import classes from './booking.module.css';
import { bookingTexts as texts } from './booking.nl.ts';
import type { Claim } from './claims.ts';

type EffectRow = {
  readonly key: string;
  readonly label: ReactNode;
  readonly beforeCents: number;
  readonly afterCents: number;
};

/** What of a claim is owed, before and after so much is added to it. */
export function claimRow({ invoiceId, number, openCents }: Claim, addedCents: number): EffectRow {
  return {
    key: String(invoiceId),
    label: texts.openOf(number),
    beforeCents: openCents,
    afterCents: openCents + addedCents,
  };
}

/** What a household owes, its credit taken off, before and after so much is added to it. */
export function householdRow(
  { householdId, totals }: HouseholdPage,
  addedCents: number,
  label: ReactNode = texts.householdBalance,
): EffectRow {
  const owedCents = totals.openCents - totals.creditCents;
  return { key: `household ${householdId}`, label, beforeCents: owedCents, afterCents: owedCents + addedCents };
}

/** What a booking will do to the balances, in figures and in a sentence, before it is confirmed. */
export function EffectPreview({
  rows,
  children,
  note,
}: {
  readonly rows: readonly EffectRow[];
  /** The same in words. */
  readonly children: ReactNode;
  readonly note?: ReactNode;
}) {
  return (
    <div className={classes['effect']} role="status">
      <h3>{texts.effect}</h3>
      {rows.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">{texts.amount}</th>
              <th scope="col">{texts.now}</th>
              <th scope="col">{texts.after}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, label, beforeCents, afterCents }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>
                  <Money cents={beforeCents} />
                </td>
                <td className={beforeCents === afterCents ? undefined : classes['changed']}>
                  <Money cents={afterCents} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <p>{children}</p>
      {note ? <p>{note}</p> : null}
    </div>
  );
}

/** As long as not everything that it takes is filled in. */
export function NoEffectYet() {
  return <EffectPreview rows={[]}>{texts.fillInFirst}</EffectPreview>;
}
