import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { FooterBar, Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { useConfirmKey } from '#renderer/ui/use-confirm-key.ts';
import { AmountsPart } from './amounts-part.tsx';
import { ClaimsPart } from './claims-part.tsx';
import { FeasibleButton } from './feasible-button.tsx';
import { PayersPart } from './payers-part.tsx';
import { type Claimable, formOf, missingFrom, type PlanDraft } from './plan-draft.ts';
import { formTexts as texts } from './plan-form.nl.ts';
import { PlanOutlook } from './plan-outlook.tsx';
import { billCount } from './plans.nl.ts';
import classes from './plans.module.css';
import { PreviewButton } from './preview-button.tsx';
import { useSavePlan } from './use-save-plan.ts';

type EditorProps = {
  readonly household: HouseholdPage;
  readonly today: PlainDate;
  readonly initial: PlanDraft;
  /** The plan that is changed; null: a new one. */
  readonly plan: PlanPage | null;
  readonly title: string;
  readonly subtitle: ReactNode;
};

/** A plan made or changed in a conversation: what, who and how much on one page, with what comes of it beside them. */
export function PlanEditor(props: EditorProps) {
  const [draft, setDraft] = useState(props.initial);
  const change = (part: Partial<PlanDraft>): void => setDraft((current) => ({ ...current, ...part }));
  const claimable = useQuery({
    ...api.plans.claimable.queryOptions({
      input: { householdId: props.household.householdId, payerIds: [...draft.payerIds] },
      enabled: draft.payerIds.length > 0,
    }),
    placeholderData: keepPreviousData,
  });
  const [last, setLast] = useState<Claimable | undefined>(undefined);
  // With nobody ticked there is nothing to ask; the bills stay as they were.
  if (claimable.data && claimable.data !== last) setLast(claimable.data);
  const offered = claimable.data ?? last;
  if (offered) return <Editor {...props} draft={draft} change={change} claimable={offered} error={claimable.error} />;
  return (
    <Page title={props.title} subtitle={props.subtitle}>
      {claimable.error ? (
        <ProblemAlert error={claimable.error} onRetry={() => void claimable.refetch()} />
      ) : claimable.isLoading ? (
        <Loading />
      ) : (
        <PayersPart payers={props.household.payers} draft={draft} isChange={false} isMissed={false} change={change} />
      )}
    </Page>
  );
}

function Editor({
  household,
  today,
  plan,
  title,
  subtitle,
  draft,
  change,
  claimable,
  error,
}: EditorProps & {
  readonly draft: PlanDraft;
  readonly change: (part: Partial<PlanDraft>) => void;
  readonly claimable: Claimable;
  readonly error: unknown;
}) {
  const [tried, setTried] = useState(false);
  const form = formOf(draft, claimable, today, plan);
  const missing = missingFrom(draft, form, plan !== null);
  // The paper needs no consent and no reason to be looked at.
  const isReady = missingFrom({ ...draft, consentOn: today }, form, false) === null;
  const saving = useSavePlan(household.householdId, plan);
  function submit(): void {
    setTried(true);
    if (missing === null && !saving.isPending) saving.save(draft, form);
  }
  useConfirmKey(submit);
  return (
    <Page
      fill
      title={title}
      subtitle={subtitle}
      footer={
        <FooterBar
          actions={
            <>
              <PreviewButton
                household={household}
                planId={plan?.planId ?? null}
                draft={draft}
                form={form}
                isReady={isReady}
              />
              <Button
                variant="primary"
                size="sm"
                className={classes['make']}
                loading={saving.isPending}
                onClick={submit}
              >
                {plan === null ? texts.make : texts.change}
              </Button>
            </>
          }
        >
          {billCount(form.chosen.length)}, {texts.together} {formatCents(form.totalCents)}
        </FooterBar>
      }
    >
      <div className={classes['editor']}>
        <div className={classes['parts']}>
          {tried && missing !== null ? <Alert tone="warning">{missing}</Alert> : null}
          <ProblemAlert error={saving.error ?? error} />
          <div className={classes['what']}>
            <ClaimsPart
              draft={draft}
              form={form}
              today={today}
              isChange={plan !== null}
              isMissed={tried && missing !== null}
              change={change}
            />
          </div>
          <div className={classes['pair']}>
            <PayersPart
              payers={household.payers}
              draft={draft}
              isChange={plan !== null}
              isMissed={tried}
              change={change}
            />
            <AmountsPart
              draft={draft}
              form={form}
              allowsInterest={claimable.settings.allowsInterest}
              feasible={
                <FeasibleButton
                  householdId={household.householdId}
                  onFeasible={(monthlyCents) => change({ by: 'amount', monthlyCents })}
                />
              }
              change={change}
            />
          </div>
        </div>
        <PlanOutlook draft={draft} form={form} change={change} />
      </div>
    </Page>
  );
}
