import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconMoodSmile } from '@tabler/icons-react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { dossierTexts } from './dossier.nl.ts';
import { openHouseholdColumns } from './open-household-columns.tsx';
import classes from './dossiers.module.css';

const pageSize = 100;

/** Households with something open, a page at a time. */
export function useOpenHouseholds() {
  return useInfiniteQuery(
    api.dossier.households.infiniteOptions({
      input: (offset: number) => ({ offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, _pages, offset) => (offset + pageSize < last.total ? offset + pageSize : undefined),
    }),
  );
}

/** The list below the search: the most overdue first, with what was planned and when we last spoke. */
export function OpenHouseholds({ households }: { readonly households: ReturnType<typeof useOpenHouseholds> }) {
  const navigate = useNavigate();
  if (households.isPending) return <Loading />;
  if (households.isError) {
    return <ProblemAlert error={households.error} onRetry={() => void households.refetch()} />;
  }
  const rows = households.data.pages.flatMap((page) => page.rows);
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={<IconMoodSmile size={36} stroke={1.4} />}
        title={dossierTexts.nothingOpenTitle}
        actions={<Button onClick={() => void navigate({ to: '/importeren' })}>{dossierTexts.toImport}</Button>}
      >
        {dossierTexts.nothingOpenText}
      </EmptyState>
    );
  }
  return (
    <section className={classes['households']}>
      <h2 className={classes['heading']}>{dossierTexts.openHouseholds}</h2>
      <Table
        label={dossierTexts.openHouseholds}
        rows={rows}
        getKey={(row) => row.householdId}
        onOpen={(row) =>
          void navigate({ to: '/dossiers/$householdId', params: { householdId: String(row.householdId) } })
        }
        columns={openHouseholdColumns}
      />
      {households.hasNextPage ? (
        <div className={classes['more']}>
          <Button loading={households.isFetchingNextPage} onClick={() => void households.fetchNextPage()}>
            {dossierTexts.more}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
