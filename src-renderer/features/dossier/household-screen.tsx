import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { type BookingAction, BookingDialog } from '#renderer/parts/booking/booking-dialog.tsx';
import { CompensationHint } from '#renderer/parts/booking/compensation-hint.tsx';
import { HoldNotice } from '#renderer/parts/holds/hold-notice.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageColumns } from '#renderer/ui/page-columns.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { dossierTexts, householdTexts } from './dossier.nl.ts';
import { DocumentsCard } from './documents-card.tsx';
import { HouseholdActions } from './household-actions.tsx';
import { HouseholdFigures } from './household-figures.tsx';
import { InvoicesCard } from './invoices-card.tsx';
import { InvoicesFooter } from './invoices-footer.tsx';
import { householdLiabilityWords } from './liability-words.ts';
import { OtherSteps } from './other-steps.tsx';
import { PayersCard } from './payers-card.tsx';
import { PupilsCard } from './pupils-card.tsx';
import { TimelineCard } from './timeline-card.tsx';
import classes from './household.module.css';

/** What other features tell of a household; each is nothing when there is nothing to tell. */
type HouseholdCards = Readonly<Record<'signals' | 'plans' | 'referrals' | 'grants' | 'privacy', ReactNode>>;

/** Everything about one household: who owes what, what happened, what comes next. */
export function HouseholdScreen({
  householdId,
  cards,
}: {
  readonly householdId: number;
  readonly cards: HouseholdCards;
}) {
  const navigate = useNavigate();
  const [withClosed, setWithClosed] = useState(false);
  const [action, setAction] = useState<BookingAction | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<number>>(new Set());
  const page = useQuery({
    ...api.dossier.page.queryOptions({ input: { householdId, withClosed } }),
    placeholderData: keepPreviousData,
  });
  const movedTo = page.data && page.data.householdId !== householdId ? page.data.householdId : null;
  useEffect(() => {
    // A merged household points to where it went.
    if (movedTo === null) return;
    void navigate({ to: '/dossiers/$householdId', params: { householdId: String(movedTo) }, replace: true });
  }, [movedTo, navigate]);

  if (page.isPending) return <Loading />;
  if (!page.data) {
    return (
      <Page title={dossierTexts.title}>
        <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />
      </Page>
    );
  }
  const household = page.data;
  const chosen = household.invoices.filter(({ invoiceId }) => picked.has(invoiceId));
  return (
    <Page
      title={<PersonName>{household.name}</PersonName>}
      subtitle={<Who household={household} />}
      actions={<HouseholdActions household={household} onAction={setAction} />}
      footer={
        chosen.length > 0 ? (
          <InvoicesFooter
            household={household}
            invoices={chosen}
            onAction={setAction}
            onClear={() => setPicked(new Set())}
          />
        ) : null
      }
    >
      <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />
      <HoldNotice householdId={household.householdId} />
      {cards.signals}
      <HouseholdFigures household={household} />
      <div className={classes['hint']}>
        <CompensationHint household={household} onCompensate={() => setAction({ kind: 'compensation' })} />
      </div>
      <PageColumns
        aside={
          <>
            <OtherSteps steps={household.nextSteps.slice(1)} />
            {cards.plans}
            <PayersCard household={household} />
            <PupilsCard household={household} />
            {cards.referrals}
            {cards.grants}
            <DocumentsCard householdId={household.householdId} documents={household.documents} />
            {cards.privacy}
          </>
        }
      >
        <InvoicesCard
          household={household}
          withClosed={withClosed}
          onWithClosed={setWithClosed}
          picking={{ picked, onPicked: setPicked }}
        />
        <TimelineCard
          householdId={household.householdId}
          schoolIds={household.pupils.map(({ schoolId }) => schoolId)}
          documents={household.documents}
        />
      </PageColumns>
      <BookingDialog householdId={household.householdId} action={action} onClose={() => setAction(null)} />
    </Page>
  );
}

/** "2 leerlingen in 2 scholen · 2 betalers, hoofdelijk". */
function Who({ household }: { readonly household: HouseholdPage }) {
  const schools = [...new Set(household.pupils.map(({ schoolName }) => schoolName))];
  const words = householdLiabilityWords(household.pupils);
  return (
    <>
      {householdTexts.pupilCount(household.pupils.length)}
      {householdTexts.inSchools(schools.length)}
      {schools.length > 0 ? ` · ${schools.join(', ')}` : null}
      {` · ${householdTexts.payerCount(household.payers.length)}`}
      {words === '' ? null : (
        <>
          {', '}
          <strong>{words}</strong>
        </>
      )}
    </>
  );
}
