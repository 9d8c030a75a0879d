import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { RunPage } from '#shared/runs/contract.ts';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Loading } from '#renderer/ui/loading.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ApproveStep } from './approve-step.tsx';
import { BankStep } from './bank-step.tsx';
import { useRunAddress } from './list-address.ts';
import { ProposalStep } from './proposal-step.tsx';
import { remindersTexts } from './reminders.nl.ts';
import { firstStep, isSubmitted } from './run-state.ts';
import { SendStep } from './send-step.tsx';

/** Somebody else may say yes at another keyboard; so often it is looked at while that is waited for. */
const waitingForOtherMs = 10_000;

/** One run in four steps: bank, proposal, approval, sending; which step stands in the address. */
export function RunScreen({ runId }: { readonly runId: number }) {
  const page = useQuery({
    ...api.runs.page.queryOptions({ input: { runId } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && waitsForOther(state.data) ? waitingForOtherMs : false),
  });
  if (page.data) return <RunSteps page={page.data} />;
  return (
    <Page title={remindersTexts.title}>
      {page.error ? <ProblemAlert error={page.error} onRetry={() => void page.refetch()} /> : <Loading />}
    </Page>
  );
}

function RunSteps({ page }: { readonly page: RunPage }) {
  const found = useRunAddress();
  const refused = useRefused();
  // Where one begins; what is done there later does not walk on by itself.
  const [begin] = useState(() => firstStep(page));
  const address = { ...found, step: found.step ?? begin };
  const canChange = page.status === 'draft' && !isSubmitted(page) && !refused('runs.change');
  switch (address.step) {
    case 'bank':
      return <BankStep page={page} address={address} canChange={canChange} />;
    case 'proposal':
      return <ProposalStep page={page} address={address} canChange={canChange} />;
    case 'approve':
      return <ApproveStep page={page} address={address} />;
    case 'send':
      return <SendStep page={page} address={address} />;
  }
}

function waitsForOther({ perSchool }: RunPage): boolean {
  return perSchool.some(({ approval }) => approval === 'waiting');
}
