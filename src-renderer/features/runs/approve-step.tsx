import { useMutation } from '@tanstack/react-query';
import type { RunPage, RunSchool } from '#shared/runs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { FooterBar } from '#renderer/ui/page.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import type { useRunAddress } from './list-address.ts';
import { Sentences } from './proposal-facts.tsx';
import { RunFrame } from './run-frame.tsx';
import { runTexts as texts } from './run.nl.ts';
import { approverOf, bankIsInOrder, isSubmitted } from './run-state.ts';
import classes from './runs.module.css';
import { StageTotals } from './stage-totals.tsx';

const tones: Readonly<Record<RunSchool['approval'], BadgeTone>> = {
  notNeeded: 'neutral',
  needed: 'info',
  waiting: 'warning',
  approved: 'success',
  rejected: 'danger',
};

/** Step 3: what it comes to, who must say yes, and where that stands. */
export function ApproveStep({
  page,
  address,
}: {
  readonly page: RunPage;
  readonly address: ReturnType<typeof useRunAddress>;
}) {
  const { runId, status, perSchool } = page;
  const refused = useRefused();
  const submit = useMutation(
    api.runs.submit.mutationOptions({
      onSuccess: ({ outcome }) => {
        notifyDone(outcome === 'waiting' ? texts.submitted : texts.ready);
        if (outcome === 'approved') address.toStep('send');
      },
      onError: notifyProblem,
    }),
  );
  const reopen = useMutation(
    api.runs.reopen.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.reopened);
        address.toStep('proposal');
      },
      onError: notifyProblem,
    }),
  );
  const raised = page.proposals.filter(({ outcome }) => outcome === 'raised');
  const going = page.proposals.filter(({ isDropped }) => !isDropped).length;
  const dropped = page.proposals.length - going;
  const asks = perSchool.some(({ approval }) => approval === 'needed' || approval === 'rejected');
  const waits = perSchool.some(({ approval }) => approval === 'waiting');
  const maySubmit = (status === 'draft' && !waits) || (raised.length > 0 && !waits);
  const mayReopen = (status === 'draft' && waits) || status === 'approved';
  const why = !maySubmit
    ? waits
      ? texts.waitingForOther
      : isSubmitted(page)
        ? ''
        : texts.readOnly
    : going === 0
      ? texts.nothingToSend
      : bankIsInOrder(page)
        ? perSchool.some(({ approval }) => approval === 'rejected')
          ? texts.rejectedHint
          : ''
        : texts.bankBlocks;
  return (
    <RunFrame
      page={page}
      address={address}
      footer={
        <FooterBar
          actions={
            <>
              {mayReopen && !refused('runs.reopen') ? (
                <FooterButton loading={reopen.isPending} onClick={() => reopen.mutate({ runId })}>
                  {texts.reopen}
                </FooterButton>
              ) : null}
              {maySubmit ? (
                <FooterButton
                  primary
                  disabled={going === 0 || !bankIsInOrder(page) || refused('runs.submit')}
                  loading={submit.isPending}
                  onClick={() => submit.mutate({ runId })}
                >
                  {asks ? texts.submit : texts.makeReady}
                </FooterButton>
              ) : (
                <FooterButton primary onClick={() => address.toStep('send')}>
                  {texts.toSend}
                </FooterButton>
              )}
            </>
          }
        >
          <span className={classes['blocked']}>{why}</span>
        </FooterBar>
      }
    >
      <div className={classes['scroll']}>
        {raised.length === 0 ? null : (
          <Alert tone="warning" title={texts.raisedTitle(raised.length)}>
            <Sentences
              sentences={raised.map(({ payerName, outcomeReason }) => (
                <>
                  <PersonName strong>{payerName}</PersonName>: {outcomeReason}
                </>
              ))}
            />
            <Text muted>{texts.raisedBody}</Text>
          </Alert>
        )}
        <Card flush>
          <StageTotals page={page} />
        </Card>
        {dropped === 0 ? null : <Text muted>{texts.dropped(dropped)}</Text>}
        <Card flush>
          <Table
            label={texts.approvalTable}
            rows={perSchool}
            getKey={({ schoolId }) => schoolId}
            columns={approvalColumns(page)}
          />
        </Card>
      </div>
    </RunFrame>
  );
}

function approvalColumns(page: RunPage): readonly TableColumn<RunSchool>[] {
  return [
    { id: 'school', header: texts.school, cell: ({ schoolName }) => <strong>{schoolName}</strong> },
    { id: 'count', header: texts.count, align: 'right', cell: ({ proposals }) => proposals },
    { id: 'amount', header: texts.amount, align: 'right', cell: ({ cents }) => <Money cents={cents} /> },
    {
      id: 'who',
      header: texts.whoApproves,
      cell: (school) => {
        const approver = approverOf(page, school);
        // Asked because of the amount, not because of a stage.
        return texts.approvers[approver === 'nobody' && school.approval !== 'notNeeded' ? 'anyone' : approver];
      },
    },
    {
      id: 'state',
      header: texts.approval,
      cell: ({ approval, approvedBy, approvalId }) => (
        <span className={classes['badges']}>
          <Badge tone={tones[approval]}>{texts.approvals[approval]}</Badge>
          {approvedBy === null ? null : <span>{texts.approvedBy(approvedBy)}</span>}
          {approvalId === null ? null : (
            <Link to="/goedkeuren" search={{ approvalId }}>
              {texts.showRequest}
            </Link>
          )}
        </span>
      ),
    },
  ];
}
