import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { RunProposal } from '#shared/runs/contract.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Fill } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { DecisionLists } from './decision-lists.tsx';
import { DryRunDialog } from './dry-run-dialog.tsx';
import type { useDryRunAddress } from './list-address.ts';
import { asRunProposal } from './lists.ts';
import { ProposalDrawer } from './proposal-drawer.tsx';
import classes from './runs.module.css';
import { runsTexts as texts } from './runs.nl.ts';

/** What a run would do on a day, from the same decision; nothing is kept and nothing can be changed. */
export function DryRun({
  asOf,
  address,
}: {
  readonly asOf: string;
  readonly address: ReturnType<typeof useDryRunAddress>;
}) {
  const schoolId = useChosenSchool();
  const preview = useQuery(
    api.dunning.preview.queryOptions({ input: { asOf, schoolIds: schoolId === null ? null : [schoolId] } }),
  );
  const [open, setOpen] = useState<RunProposal | null>(null);
  const [choosing, setChoosing] = useState(false);
  const { data } = preview;
  const lists = useMemo(
    () => (data ? { proposals: data.proposals.map(asRunProposal), exclusions: data.exclusions } : null),
    [data],
  );
  return (
    <Fill>
      <Alert tone="warning">
        <div className={classes['alertLine']}>
          <span>
            <strong>{texts.dryRunFor(formatPlainDate(asOf))}.</strong> {texts.dryRunNothingKept}
          </span>
          <Group gap="xs">
            <Button size="xs" onClick={() => setChoosing(true)}>
              {texts.otherDay} …
            </Button>
            <Button size="xs" onClick={address.close}>
              {texts.close}
            </Button>
          </Group>
        </div>
      </Alert>
      <ProblemAlert error={preview.error} onRetry={() => void preview.refetch()} />
      {lists ? (
        <DecisionLists address={address.lists} lists={lists} onOpen={setOpen} />
      ) : preview.error ? null : (
        <Loading />
      )}
      {open === null ? null : (
        <ProposalDrawer runId={null} row={open} canChange={false} onClose={() => setOpen(null)} />
      )}
      {choosing ? <DryRunDialog onShow={address.show} onClose={() => setChoosing(false)} /> : null}
    </Fill>
  );
}
