import { useQuery } from '@tanstack/react-query';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { draftOf, emptyDraft } from './procedure-draft.ts';
import { ProcedureEditor } from './procedure-editor.tsx';
import { proceduresTexts } from './procedures.nl.ts';

/** One procedure: null for a new one. */
export function ProcedureScreen({ procedureId }: { readonly procedureId: number | null }) {
  const today = useToday();
  const atTop = useChosenSchool();
  const schools = useQuery(api.schools.list.queryOptions());
  const history = useQuery(
    api.dunning.procedureHistory.queryOptions({
      input: { procedureId: procedureId ?? 1 },
      enabled: procedureId !== null,
    }),
  );
  const versions = procedureId === null ? [] : history.data;
  const firstSchool = schools.data?.find(({ id }) => id === atTop) ?? schools.data?.[0];
  if (versions && schools.data && firstSchool && today !== undefined) {
    const [newest] = versions;
    return (
      <ProcedureEditor
        procedureId={procedureId}
        versions={versions}
        schools={schools.data}
        saved={newest ? draftOf(newest, today) : emptyDraft(firstSchool.id, today)}
        today={today}
      />
    );
  }
  return (
    <Page title={proceduresTexts.table}>
      <ProblemAlert error={schools.error ?? history.error} />
      {(schools.error ?? history.error) ? null : <Loading />}
    </Page>
  );
}
