import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { Figure } from '#renderer/ui/card.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { householdTexts } from './dossier.nl.ts';
import { FirstStep, FirstStepNote } from './first-step.tsx';
import classes from './household.module.css';

/** The five answers a phone call asks for. */
export function HouseholdFigures({ household }: { readonly household: HouseholdPage }) {
  const { totals, lastContact } = household;
  return (
    <div className={classes['figures']}>
      <Figure
        label={householdTexts.open}
        value={<Money cents={totals.openCents} />}
        note={householdTexts.invoiceCount(totals.openInvoices)}
      />
      <Figure
        label={householdTexts.overdue}
        value={<Money cents={totals.overdueCents} />}
        note={
          totals.oldestOverdueDays === null || totals.overdueCents <= 0
            ? householdTexts.nothingOverdue
            : householdTexts.oldest(totals.oldestOverdueDays)
        }
      />
      <Figure
        label={householdTexts.credit}
        value={
          totals.creditCents > 0 ? (
            <Money cents={totals.creditCents} />
          ) : (
            <span className={classes['plain']}>{householdTexts.noCredit}</span>
          )
        }
        note={totals.creditCents > 0 ? householdTexts.creditNote : null}
      />
      <Figure
        label={householdTexts.lastContact}
        value={
          lastContact ? (
            <Moment at={lastContact.at} dayOnly />
          ) : (
            <span className={classes['plain']}>{householdTexts.never}</span>
          )
        }
        note={lastContact ? householdTexts.channels[lastContact.channel] : null}
      />
      <Figure
        label={householdTexts.nextStep}
        value={<FirstStep household={household} />}
        note={<FirstStepNote steps={household.nextSteps} />}
      />
    </div>
  );
}
