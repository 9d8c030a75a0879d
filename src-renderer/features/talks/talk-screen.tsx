import { IconCalculator, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { FileOut } from '#shared/api/schemas.ts';
import { api } from '#renderer/app/api.ts';
import { InventoryDrawer } from '#renderer/parts/affordability/inventory-drawer.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { PageColumns } from '#renderer/ui/page-columns.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { PhoneLink } from '#renderer/ui/phone-link.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { TalkGuideCards } from './talk-guide.tsx';
import { type SubmitTalk, TalkOutcomeCard } from './talk-outcome.tsx';
import { TalkPupils } from './talk-pupils.tsx';
import { talksTexts as texts } from './talks.nl.ts';
import classes from './talks.module.css';

const route = getRouteApi('/dossiers/$householdId/gesprek');
/** In the place of a payer: everybody at the table. */
const together = 0;

/** Before, during and after a talk: the facts at the left, how it ended at the right. */
export function TalkScreen({ householdId }: { readonly householdId: number }) {
  const { payerId } = route.useSearch();
  const today = useToday();
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId } }));
  if (page.data && today !== undefined) {
    const first = page.data.payers[0]?.payerId ?? together;
    return <Talk household={page.data} chosen={payerId ?? first} today={today} />;
  }
  return (
    <Page title={texts.title}>
      {page.error ? <ProblemAlert error={page.error} onRetry={() => void page.refetch()} /> : <Loading />}
    </Page>
  );
}

function Talk({
  household,
  chosen,
  today,
}: {
  readonly household: HouseholdPage;
  readonly chosen: number;
  readonly today: PlainDate;
}) {
  const navigate = useNavigate();
  const refused = useRefused();
  const { householdId, payers } = household;
  const payerId = chosen === together ? null : chosen;
  const guide = useQuery(api.talks.guide.queryOptions({ input: { householdId, payerId } }));
  const [isReckoning, setIsReckoning] = useState(false);
  const [reckonedCents, setReckonedCents] = useState<number | null>(null);
  const [file, setFile] = useState<FileOut | null>(null);
  const print = useMutation(api.talks.guidePdf.mutationOptions({ onSuccess: setFile, onError: notifyProblem }));
  const outcome = useRef<SubmitTalk>(null);
  const feasibleCents = reckonedCents ?? guide.data?.feasibleCents ?? null;
  function makePlan(): void {
    const params = { householdId: String(householdId) };
    const search = {
      ...(payerId === null ? {} : { payerId }),
      ...(feasibleCents === null || feasibleCents === 0 ? {} : { monthlyCents: feasibleCents }),
    };
    void navigate({ to: '/dossiers/$householdId/plan', params, search });
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !event.ctrlKey || refused('talks.record')) return;
    event.preventDefault();
    outcome.current?.submit();
  }
  const name = guide.data?.payerName ?? null;
  return (
    <Page
      title={name === null ? texts.title : <PersonName>{texts.titleWith(name)}</PersonName>}
      subtitle={<Who householdId={householdId} householdName={household.name} guide={guide.data} />}
      actions={
        <>
          <Button
            leftIcon={<IconPrinter size={16} stroke={1.7} />}
            loading={print.isPending}
            onClick={() => print.mutate({ householdId, payerId })}
          >
            {texts.print}
          </Button>
          <Button leftIcon={<IconCalculator size={16} stroke={1.7} />} onClick={() => setIsReckoning(true)}>
            {texts.feasible}
          </Button>
          {refused('plans.make') ? null : <Button onClick={makePlan}>{texts.plan}</Button>}
        </>
      }
    >
      <div className={classes['stack']}>
        {payers.length > 1 ? (
          <div className={classes['who']}>
            <Segmented
              label={texts.with}
              value={String(chosen)}
              onChange={(value) =>
                void navigate({
                  to: '/dossiers/$householdId/gesprek',
                  params: { householdId: String(householdId) },
                  search: { payerId: Number(value) },
                  replace: true,
                })
              }
              options={[
                ...payers.map((payer) => ({
                  value: String(payer.payerId),
                  label: `${payer.firstName} ${payer.lastName}`.trim(),
                })),
                { value: String(together), label: texts.together },
              ]}
            />
            {payerId === null ? <Text muted>{texts.togetherHint}</Text> : null}
          </div>
        ) : null}
        <ProblemAlert error={guide.error} onRetry={() => void guide.refetch()} />
        {guide.data ? (
          <div onKeyDown={onKeyDown} role="presentation">
            <PageColumns
              aside={
                <>
                  {refused('talks.record') ? null : (
                    <TalkOutcomeCard
                      key={chosen}
                      ref={outcome}
                      guide={guide.data}
                      schools={schoolsOfHousehold(household)}
                      today={today}
                      onPlan={makePlan}
                    />
                  )}
                  <TalkPupils pupils={guide.data.pupils} />
                </>
              }
            >
              <TalkGuideCards guide={guide.data} feasibleCents={feasibleCents} />
            </PageColumns>
          </div>
        ) : guide.error ? null : (
          <Loading />
        )}
      </div>
      <InventoryDrawer
        householdId={householdId}
        opened={isReckoning}
        onClose={() => setIsReckoning(false)}
        onFeasible={(cents) => {
          setReckonedCents(cents);
          setIsReckoning(false);
        }}
      />
      <FileViewer file={file} onClose={() => setFile(null)} />
    </Page>
  );
}

function schoolsOfHousehold({ pupils }: HouseholdPage): { schoolId: number; schoolName: string }[] {
  const names = new Map(pupils.map(({ schoolId, schoolName }) => [schoolId, schoolName]));
  return [...names].map(([schoolId, schoolName]) => ({ schoolId, schoolName }));
}

function Who({
  householdId,
  householdName,
  guide,
}: {
  readonly householdId: number;
  readonly householdName: string;
  readonly guide:
    | { readonly phone: string | null; readonly language: 'nl' | 'fr' | 'en'; readonly payerName: string | null }
    | undefined;
}) {
  return (
    <div className={classes['who']}>
      <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
        <PersonName>{householdName}</PersonName>
      </Link>
      {guide && guide.payerName !== null ? (
        <>
          {guide.phone === null ? <span>{texts.noPhone}</span> : <PhoneLink phone={guide.phone} />}
          <span>{texts.language[guide.language]}</span>
        </>
      ) : null}
    </div>
  );
}
