import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { Alert, type AlertTone } from '#renderer/ui/alert.tsx';
import { Figure } from '#renderer/ui/card.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PageColumns } from '#renderer/ui/page-columns.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { AgreementsCard } from './agreements-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { InstalmentsCard } from './instalments-card.tsx';
import { MessagesCard } from './messages-card.tsx';
import { NewClaims, OtherClaims } from './new-claims.tsx';
import { PlanActions } from './plan-actions.tsx';
import { PlanClaimsCard } from './plan-claims-card.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import { planSentence } from './plan-sentence.ts';
import classes from './plans.module.css';
import { SignaturesCard } from './signatures-card.tsx';

const tones: Readonly<Record<PlanPage['state'], AlertTone>> = {
  proposed: 'info',
  live: 'success',
  breached: 'warning',
  completed: 'success',
  ended: 'info',
};

function toneOf({ state, missedOn, pausedUntil }: PlanPage): AlertTone {
  if (state !== 'live') return tones[state];
  return pausedUntil === null ? (missedOn === null ? 'success' : 'warning') : 'info';
}

/** How a plan stands: one sentence, four figures, what is paid, and what was agreed. */
export function PlanView({ plan, error }: { readonly plan: PlanPage; readonly error: unknown }) {
  return (
    <Page
      title={<PersonName>{texts.title(plan.householdName)}</PersonName>}
      subtitle={
        <>
          <Link to="/dossiers/$householdId" params={{ householdId: String(plan.householdId) }}>
            <PersonName>{plan.householdName}</PersonName>
          </Link>{' '}
          · <PersonName>{plan.payers.map(({ name }) => name).join(', ')}</PersonName> · {texts.version(plan.version)}
        </>
      }
      actions={<PlanActions plan={plan} />}
    >
      <ProblemAlert error={error} />
      <div className={classes['sentence']}>
        <Alert tone={toneOf(plan)}>{planSentence(plan)}</Alert>
      </div>
      <NewClaims plan={plan} />
      <PlanFigures plan={plan} />
      <PageColumns
        aside={
          <>
            <SignaturesCard plan={plan} />
            <AgreementsCard plan={plan} />
            <MessagesCard plan={plan} />
            <HistoryCard plan={plan} />
          </>
        }
      >
        <InstalmentsCard plan={plan} />
        <PlanClaimsCard plan={plan} />
        <OtherClaims plan={plan} />
      </PageColumns>
    </Page>
  );
}

function PlanFigures({ plan }: { readonly plan: PlanPage }) {
  const { balanceCents, receivedCents, totalCents, next, lastDueDate, limitedFrom } = plan;
  return (
    <div className={classes['figures']}>
      <Figure label={texts.balance} value={<Money cents={balanceCents} />} />
      <Figure label={texts.received} value={<Money cents={receivedCents} />} note={texts.of(formatCents(totalCents))} />
      <Figure
        label={texts.next}
        value={next === null ? texts.noNext : <Money cents={next.amountCents} />}
        note={next === null ? null : <PlainDate date={next.dueDate} />}
      />
      <Figure
        label={texts.lastOn}
        value={<PlainDate date={lastDueDate} />}
        note={limitedFrom === null ? texts.limitsUnknown : texts.limits(formatPlainDate(limitedFrom))}
      />
    </div>
  );
}
