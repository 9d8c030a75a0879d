import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '#renderer/app/api.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ChangePlan } from './change-plan.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import { PlanView } from './plan-view.tsx';

const route = getRouteApi('/afbetaalplannen/$planId');

/** One plan: how it stands and everything about it, or the form to change it. */
export function PlanScreen({ planId }: { readonly planId: number }) {
  const { change = false } = route.useSearch();
  const plan = useQuery(api.plans.page.queryOptions({ input: { planId } }));
  if (!plan.data) {
    return (
      <Page title={texts.titleShort}>
        {plan.error ? <ProblemAlert error={plan.error} onRetry={() => void plan.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return change ? <ChangePlan plan={plan.data} /> : <PlanView plan={plan.data} error={plan.error} />;
}
