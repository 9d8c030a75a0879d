import { formatStructuredReference } from '#shared/bank/structured-reference.ts';
import type { LoanTerms, PlanPage } from '#shared/plans/shapes.ts';
import { Card } from '#renderer/ui/card.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Moment, PlainDate } from '#renderer/ui/plain-date.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import classes from './plans.module.css';

/** What was agreed beside the amounts. */
export function AgreementsCard({ plan }: { readonly plan: PlanPage }) {
  const { startsOn, toleranceDays, remindDaysBefore, thirdPartyPayerName, interest, note, structuredReference } = plan;
  return (
    <Card title={texts.agreements}>
      <Facts
        rows={[
          { name: texts.starts, value: <PlainDate date={startsOn} /> },
          { name: texts.tolerance, value: texts.days(toleranceDays) },
          {
            name: texts.remind,
            value: remindDaysBefore === null ? texts.noRemind : texts.remindDays(remindDaysBefore),
          },
          {
            name: texts.reference,
            value: <span className={classes['reference']}>{formatStructuredReference(structuredReference)}</span>,
          },
          { name: texts.account, value: plan.schoolName },
          {
            name: texts.thirdParty,
            value: thirdPartyPayerName === null ? null : <PersonName>{thirdPartyPayerName}</PersonName>,
          },
          { name: texts.interest, value: interest === null ? null : interestWords(interest) },
          { name: texts.note, value: note === '' ? null : note },
          {
            name: texts.madeBy,
            value: (
              <>
                {plan.author}, <Moment at={plan.at} dayOnly />
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function interestWords({ yearlyPercent, monthlyPercent }: LoanTerms): string {
  return yearlyPercent === undefined ? texts.interestMonth(monthlyPercent ?? 0) : texts.interestYear(yearlyPercent);
}
