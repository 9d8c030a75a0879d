import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { newDraft } from './plan-draft.ts';
import { PlanEditor } from './plan-editor.tsx';
import { formTexts as texts } from './plan-form.nl.ts';

const route = getRouteApi('/dossiers/$householdId/plan');

/** A new plan for a household; the address may name one payer and the amount that was found feasible. */
export function NewPlanScreen({ householdId }: { readonly householdId: number }) {
  const { payerId, monthlyCents } = route.useSearch();
  const today = useToday();
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId } }));
  if (!page.data || today === undefined) {
    return (
      <Page title={texts.title}>
        {page.error ? <ProblemAlert error={page.error} onRetry={() => void page.refetch()} /> : <Loading />}
      </Page>
    );
  }
  const household = page.data;
  const owing = household.payers.filter(({ openCents }) => openCents > 0);
  const everybody = (owing.length > 0 ? owing : household.payers).map((payer) => payer.payerId);
  const chosen = household.payers.some((payer) => payer.payerId === payerId) && payerId !== undefined;
  return (
    <PlanEditor
      household={household}
      today={today}
      plan={null}
      initial={newDraft(chosen ? [payerId] : everybody, monthlyCents)}
      title={texts.title}
      subtitle={
        <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
          <PersonName>{household.name}</PersonName>
        </Link>
      }
    />
  );
}
