import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PrivacyRequest } from '#shared/privacy/contract.ts';
import { api } from '#renderer/app/api.ts';
import { ReasonDialog } from '#renderer/parts/reason-dialog.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { privacyTexts as texts } from './privacy.nl.ts';

/** Questions about data, the one to answer first on top; and what disappears by itself. */
export function PrivacyPanel() {
  const [withAnswered, setWithAnswered] = useState(false);
  const [answering, setAnswering] = useState<PrivacyRequest | null>(null);
  const requests = useQuery(api.privacy.requests.queryOptions({ input: { withAnswered } }));
  const rows = requests.data ?? [];
  return (
    <Stack gap="md">
      <Text muted>{texts.intro}</Text>
      <Checkbox
        label={texts.withAnswered}
        checked={withAnswered}
        onChange={(event) => setWithAnswered(event.currentTarget.checked)}
      />
      <ProblemAlert error={requests.error} onRetry={() => void requests.refetch()} />
      {requests.isPending ? <Loading /> : null}
      {requests.data && rows.length === 0 ? <EmptyState title={texts.none}>{texts.noneText}</EmptyState> : null}
      {rows.length > 0 ? <Requests rows={rows} onAnswer={setAnswering} /> : null}
      <Expired />
      {answering === null ? null : <AnswerDialog request={answering} onClose={() => setAnswering(null)} />}
    </Stack>
  );
}

function Requests({
  rows,
  onAnswer,
}: {
  readonly rows: readonly PrivacyRequest[];
  readonly onAnswer: (request: PrivacyRequest) => void;
}) {
  const refused = useRefused();
  const columns: readonly TableColumn<PrivacyRequest>[] = [
    {
      id: 'person',
      header: texts.columns.person,
      cell: ({ householdId, personName }) => (
        <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
          <PersonName>{personName}</PersonName>
        </Link>
      ),
    },
    { id: 'kind', header: texts.columns.kind, cell: ({ kind }) => texts.shortKinds[kind] },
    { id: 'asked', header: texts.columns.asked, cell: ({ askedOn }) => <PlainDate date={askedOn} /> },
    { id: 'before', header: texts.columns.before, cell: (row) => <Before row={row} /> },
    {
      id: 'actions',
      header: texts.columns.actions,
      cell: (row) =>
        row.answeredOn !== null || refused('privacy.answerRequest') ? null : (
          <TextButton aria-label={texts.answerOf(row.personName)} onClick={() => onAnswer(row)}>
            {texts.answer}
          </TextButton>
        ),
    },
  ];
  return (
    <Table label={texts.table} columns={columns} rows={rows} getKey={({ privacyRequestId }) => privacyRequestId} />
  );
}

function Before({ row: { answeredOn, answerBefore, daysLeft } }: { readonly row: PrivacyRequest }) {
  if (answeredOn !== null) {
    return (
      <>
        {texts.answered} <PlainDate date={answeredOn} />
      </>
    );
  }
  return (
    <>
      <PlainDate date={answerBefore} />{' '}
      <Badge tone={daysLeft < 0 ? 'danger' : 'warning'}>{daysLeft < 0 ? texts.late : texts.days(daysLeft)}</Badge>
    </>
  );
}

function AnswerDialog({ request, onClose }: { readonly request: PrivacyRequest; readonly onClose: () => void }) {
  const today = useToday();
  const answer = useMutation(
    api.privacy.answerRequest.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.answerDone);
        onClose();
      },
    }),
  );
  const { privacyRequestId } = request;
  return (
    <ReasonDialog
      title={texts.answerTitle}
      label={texts.answerLabel}
      maxLength={1000}
      isPending={answer.isPending}
      error={answer.error}
      onClose={onClose}
      onConfirm={(text) => {
        if (today !== undefined) answer.mutate({ privacyRequestId, answer: text, answeredOn: today });
      }}
    />
  );
}

/** What is past its day and still there; usually nothing, since it goes when the application opens. */
function Expired() {
  const refused = useRefused();
  const expired = useQuery(api.privacy.expired.queryOptions());
  const remove = useMutation(api.privacy.deleteExpired.mutationOptions({ onSuccess: () => notifyDone(texts.deleted) }));
  const count = (expired.data?.socialNotes ?? 0) + (expired.data?.inventories ?? 0);
  return (
    <Card title={texts.expiredTitle}>
      <Stack gap="sm">
        <Text muted>{texts.expiredText}</Text>
        <Text>
          {expired.data && count > 0
            ? texts.expiredCount(expired.data.socialNotes, expired.data.inventories)
            : texts.expiredNone}
        </Text>
        <ProblemAlert error={remove.error ?? expired.error} />
        {count > 0 && !refused('privacy.deleteExpired') ? (
          <div>
            <Button loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
              {texts.deleteNow}
            </Button>
          </div>
        ) : null}
      </Stack>
    </Card>
  );
}
