import { useQuery } from '@tanstack/react-query';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { draftOf } from './plan-draft.ts';
import { PlanEditor } from './plan-editor.tsx';
import { formTexts as texts } from './plan-form.nl.ts';

/** The same form as for a new plan, filled in with what was agreed. */
export function ChangePlan({ plan }: { readonly plan: PlanPage }) {
  const { householdId, planId } = plan;
  const today = useToday();
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId } }));
  if (!page.data || today === undefined) {
    return (
      <Page title={texts.changeTitle}>
        {page.error ? <ProblemAlert error={page.error} onRetry={() => void page.refetch()} /> : <Loading />}
      </Page>
    );
  }
  return (
    <PlanEditor
      household={page.data}
      today={today}
      plan={plan}
      initial={draftOf(plan)}
      title={texts.changeTitle}
      subtitle={
        <>
          <PersonName>{plan.householdName}</PersonName> ·{' '}
          <Link to="/afbetaalplannen/$planId" params={{ planId: String(planId) }}>
            {texts.back}
          </Link>
        </>
      }
    />
  );
}
