import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Approval } from '#shared/approvals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { Heading, Text } from '#renderer/ui/text.tsx';
import { approvalTexts as texts } from './approvals.nl.ts';
import { RejectDialog } from './reject-dialog.tsx';
import { ResubmitDialog } from './resubmit-dialog.tsx';

/** One request with the difference it will make, and what whoever looks at it may do. */
export function ApprovalDrawer({ approvalId, onClose }: { readonly approvalId: number; readonly onClose: () => void }) {
  const shown = useQuery(api.approvals.show.queryOptions({ input: { approvalId } }));
  return (
    <Drawer opened onClose={onClose} title={shown.data ? texts.kinds[shown.data.kind] : texts.title}>
      {shown.error ? <ProblemAlert error={shown.error} /> : null}
      {shown.data ? <Request approval={shown.data} onClose={onClose} onChanged={() => void shown.refetch()} /> : null}
      {shown.isPending ? <Loading /> : null}
    </Drawer>
  );
}

function Request({
  approval,
  onClose,
  onChanged,
}: {
  readonly approval: Approval;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}) {
  const { approvalId, status, stateSha256 } = approval;
  const [dialog, setDialog] = useState<'reject' | 'resubmit' | null>(null);
  function finish(sentence: string): () => void {
    return () => {
      notifyDone(sentence);
      onClose();
    };
  }
  const approve = useMutation(
    // What changed meanwhile is shown anew, so that the next yes is about what stands there.
    api.approvals.approve.mutationOptions({ onSuccess: finish(texts.approved), onError: onChanged }),
  );
  const withdraw = useMutation(api.approvals.withdraw.mutationOptions({ onSuccess: finish(texts.withdrawn) }));
  const mayDecide = status === 'waiting' && approval.decideBlockedBy === null;
  return (
    <Stack gap="md">
      <div>
        <Text strong>{approval.summary}</Text>
        <Text muted>
          {texts.askedBy(approval.maker)} <Moment at={approval.at} />
        </Text>
        {approval.householdId === null ? null : (
          <Link to="/dossiers/$householdId" params={{ householdId: String(approval.householdId) }} className="os-name">
            {approval.householdName}
          </Link>
        )}
      </div>
      <div>
        <Heading>{texts.reason}</Heading>
        {approval.reason === null ? (
          <Text muted>{texts.reasonNotForYou}</Text>
        ) : (
          <Text>{approval.reason === '' ? texts.noReason : approval.reason}</Text>
        )}
      </div>
      <div>
        <Heading>{texts.difference}</Heading>
        <Table
          label={texts.difference}
          rows={approval.difference}
          getKey={({ label }) => label}
          columns={[
            { id: 'label', header: texts.differenceColumns.label, cell: ({ label }) => label },
            { id: 'before', header: texts.differenceColumns.before, align: 'right', cell: ({ before }) => before },
            {
              id: 'after',
              header: texts.differenceColumns.after,
              align: 'right',
              cell: ({ after }) => <strong>{after}</strong>,
            },
          ]}
        />
      </div>
      {status === 'waiting' ? <Text muted>{texts.nothingYet}</Text> : null}
      {status === 'rejected' ? (
        <Alert tone="warning" title={texts.rejectedBecause(approval.decidedBy ?? '')}>
          {approval.rejectionReason}
        </Alert>
      ) : null}
      {status === 'approved' ? <Alert tone="success">{texts.decidedBy(approval.decidedBy ?? '')}</Alert> : null}
      {status === 'waiting' && approval.decideBlockedBy !== null ? <Alert>{approval.decideBlockedBy}</Alert> : null}
      <ProblemAlert error={approve.error ?? withdraw.error} />
      <Group gap="sm">
        {mayDecide ? (
          <>
            <Button
              variant="primary"
              loading={approve.isPending}
              onClick={() => approve.mutate({ approvalId, stateSha256 })}
            >
              {texts.approve}
            </Button>
            <Button onClick={() => setDialog('reject')}>{texts.reject}</Button>
          </>
        ) : null}
        {status === 'waiting' && approval.isMine ? (
          <Button loading={withdraw.isPending} onClick={() => withdraw.mutate({ approvalId })}>
            {texts.withdraw}
          </Button>
        ) : null}
        {status === 'rejected' && approval.isMine && approval.replacedById === null ? (
          <Button variant="primary" onClick={() => setDialog('resubmit')}>
            {texts.resubmit}
          </Button>
        ) : null}
      </Group>
      {dialog === 'reject' ? (
        <RejectDialog approvalId={approvalId} onClose={() => setDialog(null)} onRejected={finish(texts.rejected)} />
      ) : null}
      {dialog === 'resubmit' ? (
        <ResubmitDialog approval={approval} onClose={() => setDialog(null)} onResubmitted={finish(texts.resubmitted)} />
      ) : null}
    </Stack>
  );
}
