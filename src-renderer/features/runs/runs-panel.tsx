import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconBell, IconListCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { RunSummary } from '#shared/runs/contract.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { DryRun } from './dry-run.tsx';
import { DryRunDialog } from './dry-run-dialog.tsx';
import { useDryRunAddress } from './list-address.ts';
import { NewRun } from './new-run.tsx';
import { RunTable } from './run-table.tsx';
import { statusTones, statusWords } from './run-words.nl.ts';
import classes from './runs.module.css';
import { runsTexts as texts } from './runs.nl.ts';

/** Past runs, the one that is not finished on top, and the way to a new one; or in their place a dry run. */
export function RunsPanel() {
  const address = useDryRunAddress();
  return address.asOf === undefined ? <RunList /> : <DryRun asOf={address.asOf} address={address} />;
}

const runLimit = 500;

function RunList() {
  const schoolId = useChosenSchool();
  const ofSchool = schoolId === null ? {} : { schoolId };
  const runs = useQuery(api.runs.list.queryOptions({ input: { ...ofSchool, limit: runLimit } }));
  const procedures = useQuery(api.dunning.procedures.queryOptions({ input: ofSchool }));
  const refused = useRefused();
  const address = useDryRunAddress();
  const navigate = useNavigate();
  const [dryRun, setDryRun] = useState(false);
  if (!runs.data || !procedures.data) {
    const error = runs.error ?? procedures.error;
    return error ? <ProblemAlert error={error} onRetry={() => void runs.refetch()} /> : <Loading />;
  }
  const toProcedures = (): void => void navigate({ to: '/herinneringen', search: { tab: 'procedures' } });
  if (procedures.data.length === 0 && runs.data.length === 0) {
    return (
      <EmptyState
        icon={<IconListCheck size={40} stroke={1.2} />}
        title={texts.noProceduresTitle}
        actions={
          <Button variant="primary" onClick={toProcedures}>
            {texts.toProcedures}
          </Button>
        }
      >
        {texts.noProcedures}
      </EmptyState>
    );
  }
  const past = runs.data.filter((run) => !isUnfinished(run));
  const buttons = (
    <>
      {refused('dunning.preview') ? null : <Button onClick={() => setDryRun(true)}>{texts.dryRun} …</Button>}
      {refused('runs.start') ? null : <NewRun chosenSchoolId={schoolId} />}
    </>
  );
  return (
    <>
      {runs.data.length === 0 ? (
        <EmptyState icon={<IconBell size={40} stroke={1.2} />} title={texts.emptyTitle} actions={buttons}>
          {texts.empty}
        </EmptyState>
      ) : (
        <Stack gap="md">
          <Group gap="xs" justify="flex-end">
            {buttons}
          </Group>
          {runs.data.filter(isUnfinished).map((run) => (
            <Unfinished key={run.runId} run={run} />
          ))}
          {past.length === 0 ? null : (
            <Card flush>
              <RunTable runs={past} />
            </Card>
          )}
        </Stack>
      )}
      {dryRun ? <DryRunDialog onShow={address.show} onClose={() => setDryRun(false)} /> : null}
    </>
  );
}

function Unfinished({ run }: { readonly run: RunSummary }) {
  const navigate = useNavigate();
  return (
    <Alert>
      <div className={classes['alertLine']}>
        <span>
          <strong>{texts.unfinished(formatPlainDate(run.asOf))}</strong>{' '}
          <Badge tone={statusTones[run.status]}>{statusWords[run.status]}</Badge> {run.schools.join(', ')}
        </span>
        <Button
          variant="primary"
          size="xs"
          onClick={() => void navigate({ to: '/herinneringen/$runId', params: { runId: String(run.runId) } })}
        >
          {texts.goOn}
        </Button>
      </div>
    </Alert>
  );
}

function isUnfinished({ status }: RunSummary): boolean {
  return status === 'draft' || status === 'approved' || status === 'sending';
}
