import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Task } from '#shared/today/contract.ts';
import { api } from '#renderer/app/api.ts';
import { PhoneLink } from '#renderer/ui/phone-link.tsx';
import { Alert } from '#renderer/ui/alert.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Heading, PersonName, Text } from '#renderer/ui/text.tsx';
import { CancelTaskDialog } from './cancel-task-dialog.tsx';
import { OutcomeForm } from './outcome-form.tsx';
import { PutOffForm } from './put-off-form.tsx';
import { todayTexts as texts } from './today.nl.ts';
import classes from './today.module.css';

/** A call or talk with everything at hand, and how it ended in two clicks. */
export function TaskDrawer({ taskId, onClose }: { readonly taskId: number; readonly onClose: () => void }) {
  const task = useQuery(api.today.task.queryOptions({ input: { taskId } }));
  return (
    <Drawer opened onClose={onClose} title={task.data ? texts.task[task.data.kind] : texts.title} size={620}>
      <ProblemAlert error={task.error} onRetry={() => void task.refetch()} />
      {task.data ? <OpenTask task={task.data} onClose={onClose} /> : task.isPending ? <Loading /> : null}
    </Drawer>
  );
}

function OpenTask({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const [cancelling, setCancelling] = useState(false);
  return (
    <Stack gap="md">
      <div>
        <Heading level={2}>
          <PersonName>{task.householdName}</PersonName>
        </Heading>
        <Link to="/dossiers/$householdId" params={{ householdId: String(task.householdId) }}>
          {texts.toDossier}
        </Link>
        {task.kind === 'handOver' ? null : (
          <>
            {' · '}
            <Link
              to="/dossiers/$householdId/gesprek"
              params={{ householdId: String(task.householdId) }}
              search={task.payerId === null ? {} : { payerId: task.payerId }}
            >
              {texts.prepareTalk}
            </Link>
          </>
        )}
      </div>
      <Facts
        rows={[
          { name: texts.whom, value: task.payerName === null ? null : <PersonName>{task.payerName}</PersonName> },
          {
            name: texts.phoneNumber,
            value: task.phone === null ? texts.noPhone : <PhoneLink phone={task.phone} />,
          },
          { name: texts.due, value: <Money cents={task.dueCents} /> },
          { name: texts.stage, value: task.stageName },
          { name: texts.tries, value: task.tries === 0 ? null : texts.triesCount(task.tries) },
        ]}
      />
      {task.kind === 'handOver' ? (
        <Alert tone="info">
          {texts.handOverText}{' '}
          <Link to="/herinneringen" search={{ tab: 'handOver' }}>
            {texts.toHandOver}
          </Link>
        </Alert>
      ) : (
        <section aria-label={texts.guide}>
          <Text strong>{texts.guide}</Text>
          {task.guide === '' ? <Text muted>{texts.noGuide}</Text> : <p className={classes['guide']}>{task.guide}</p>}
        </section>
      )}
      <OutcomeForm task={task} onDone={onClose} />
      {task.kind === 'handOver' ? null : <PutOffForm task={task} onDone={onClose} />}
      <div>
        <TextButton onClick={() => setCancelling(true)}>{texts.cancelTitle}</TextButton>
      </div>
      {cancelling ? (
        <CancelTaskDialog taskId={task.taskId} onClose={() => setCancelling(false)} onCancelled={onClose} />
      ) : null}
    </Stack>
  );
}
