import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { FigureButton } from '#renderer/parts/booking/figure-button.tsx';
import { PendingBadges } from '#renderer/parts/booking/pending-badges.tsx';
import { PostingsDrawer, type PostingsFigure } from '#renderer/parts/booking/postings-drawer.tsx';
import { postingsTexts } from '#renderer/parts/booking/postings.nl.ts';
import { Figure } from '#renderer/ui/card.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { householdTexts } from './dossier.nl.ts';
import { FirstStep, FirstStepNote } from './first-step.tsx';
import classes from './household.module.css';

/** The five answers a phone call asks for; an amount opens the postings that it is the sum of. */
export function HouseholdFigures({ household }: { readonly household: HouseholdPage }) {
  const { totals, lastContact, pending } = household;
  const [opened, setOpened] = useState<PostingsFigure | null>(null);
  const figure = (id: PostingsFigure, cents: number) => (
    <FigureButton name={householdTexts[id]} cents={cents} onOpen={() => setOpened(id)} />
  );
  return (
    <div className={classes['figures']}>
      <Figure
        label={householdTexts.open}
        value={figure('open', totals.openCents)}
        note={
          <>
            {householdTexts.invoiceCount(totals.openInvoices)}
            {pending.length > 0 ? (
              <span className={classes['pending']}>
                <PendingBadges pending={pending} />
              </span>
            ) : null}
          </>
        }
      />
      <Figure
        label={householdTexts.overdue}
        value={figure('overdue', totals.overdueCents)}
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
            figure('credit', totals.creditCents)
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
      {opened === null ? null : (
        <PostingsDrawer
          title={<PersonName>{postingsTexts.drawerTitle(householdTexts[opened], household.name)}</PersonName>}
          of={{ householdId: household.householdId }}
          figure={opened}
          onClose={() => setOpened(null)}
        />
      )}
    </div>
  );
}
