import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { AuditEntry } from '#shared/access/contract.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { api, client } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table } from '#renderer/ui/table.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { accessTexts as texts } from './access.nl.ts';

const route = getRouteApi('/instellingen');
const pageSize = 50;
const whole = new Intl.NumberFormat('nl-BE');

/** Who did what and when, of everything or of one dossier; and the proof that nothing was changed. */
export function AuditPanel() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { householdId } = search;
  const [actor, setActor] = useState('');
  const [from, setFrom] = useState<PlainDate | null>(null);
  const [until, setUntil] = useState<PlainDate | null>(null);
  const typed = useDebounced(actor.trim(), 250);
  const filter = {
    ...(householdId === undefined ? {} : { householdId }),
    ...(typed === '' ? {} : { actor: typed }),
    ...(from === null ? {} : { from }),
    ...(until === null ? {} : { until }),
  };
  const list = useInfiniteQuery(
    api.audit.list.infiniteOptions({
      input: (offset: number) => ({ ...filter, offset, limit: pageSize }),
      initialPageParam: 0,
      getNextPageParam: (last, _pages, offset) => (offset + pageSize < last.total ? offset + pageSize : undefined),
    }),
  );
  const verify = useMutation({ mutationFn: () => client.audit.verify(), meta: { quiet: true } });
  const entries = list.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <Card
      title={texts.auditTitle}
      actions={
        <Button loading={verify.isPending} onClick={() => verify.mutate()}>
          {texts.auditVerify}
        </Button>
      }
    >
      <Stack gap="sm">
        <Text muted>{texts.auditIntro}</Text>
        <ProblemAlert error={verify.error ?? list.error} />
        {verify.data ? <Verdict {...verify.data} /> : null}
        {householdId === undefined ? null : (
          <Alert
            actions={
              <Button onClick={() => void navigate({ search: { tab: 'audit' }, replace: true })}>
                {texts.auditAll}
              </Button>
            }
          >
            {texts.auditOfHousehold}
          </Alert>
        )}
        <Group gap="sm" align="flex-end">
          <TextInput label={texts.actor} value={actor} onChange={(event) => setActor(event.target.value)} />
          <DateInput label={texts.from} width={150} value={from} onChange={setFrom} />
          <DateInput label={texts.until} width={150} value={until} onChange={setUntil} />
        </Group>
        {list.isPending ? (
          <Loading />
        ) : entries.length === 0 ? (
          <EmptyState title={texts.auditEmpty}>{texts.auditEmptyText}</EmptyState>
        ) : (
          <AuditTable entries={entries} />
        )}
        {list.hasNextPage ? (
          <div>
            <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {texts.auditMore}
            </Button>
          </div>
        ) : null}
      </Stack>
    </Card>
  );
}

function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <Table
      label={texts.auditList}
      rows={entries}
      getKey={({ auditId }) => auditId}
      columns={[
        { id: 'at', header: texts.auditColumns.at, width: 150, cell: ({ at }) => <Moment at={at} /> },
        { id: 'actor', header: texts.auditColumns.actor, width: 160, cell: ({ actor }) => actor },
        { id: 'sentence', header: texts.auditColumns.sentence, cell: ({ sentence }) => sentence },
        {
          id: 'changes',
          header: texts.auditColumns.changes,
          cell: ({ changes }) =>
            changes.map(({ field, before, after }) => (
              <div key={field} className="os-name">
                {texts.change(field, before ?? texts.nothing, after ?? texts.nothing)}
              </div>
            )),
        },
      ]}
    />
  );
}

function Verdict({ entries, firstBroken }: Awaited<ReturnType<typeof client.audit.verify>>) {
  if (firstBroken === null) return <Alert tone="success">{texts.auditGood(whole.format(entries))}</Alert>;
  return (
    <Alert tone="danger" title={texts.auditBad(firstBroken)}>
      {texts.auditBadNext}
    </Alert>
  );
}
