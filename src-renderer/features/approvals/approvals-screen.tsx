import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IconChecks } from '@tabler/icons-react';
import type { Approval } from '#shared/approvals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Badge, type BadgeTone } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { ApprovalDrawer } from './approval-drawer.tsx';
import { approvalTexts as texts } from './approvals.nl.ts';

const route = getRouteApi('/goedkeuren');
const tones: Record<Approval['status'], BadgeTone> = {
  waiting: 'warning',
  approved: 'success',
  rejected: 'danger',
  withdrawn: 'neutral',
};
const filters = {
  forMe: { status: 'waiting', mine: false },
  mine: { mine: true },
  decided: {},
} as const;

/** What waits for a second pair of eyes, what one asked oneself, and what was decided. */
export function ApprovalsScreen() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { list: part = 'forMe', approvalId } = search;
  const waiting = useQuery(api.approvals.waiting.queryOptions());
  return (
    <Page title={texts.title} subtitle={waiting.data ? texts.subtitle(waiting.data.forMe) : null}>
      <Tabs
        label={texts.tabs}
        value={part}
        onChange={(next) => void navigate({ search: { list: next }, replace: true })}
        tabs={(['forMe', 'mine', 'decided'] as const).map((value) => ({
          value,
          label: texts[value],
          panel: (
            <ApprovalList
              part={value}
              onOpen={(opened) => void navigate({ search: { list: value, approvalId: opened } })}
            />
          ),
        }))}
      />
      {approvalId === undefined ? null : (
        <ApprovalDrawer
          key={approvalId}
          approvalId={approvalId}
          onClose={() => void navigate({ search: { list: part } })}
        />
      )}
    </Page>
  );
}

function ApprovalList({
  part,
  onOpen,
}: {
  readonly part: keyof typeof filters;
  readonly onOpen: (approvalId: number) => void;
}) {
  const list = useQuery(api.approvals.list.queryOptions({ input: { ...filters[part], limit: 500 } }));
  if (list.error) return <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return <Loading />;
  const rows = part === 'decided' ? list.data.rows.filter(({ status }) => status !== 'waiting') : list.data.rows;
  if (rows.length === 0) {
    return (
      <EmptyState icon={<IconChecks size={40} stroke={1.2} />} title={texts.emptyTitle}>
        {texts.emptyText[part]}
      </EmptyState>
    );
  }
  return (
    <Card flush>
      <Table label={texts.list} rows={rows} getKey={({ approvalId }) => approvalId} columns={columns(onOpen)} />
    </Card>
  );
}

function columns(onOpen: (approvalId: number) => void): TableColumn<Approval>[] {
  return [
    {
      id: 'kind',
      header: texts.columns.kind,
      cell: (row) => (
        <TextButton aria-label={texts.open(texts.kinds[row.kind], row.summary)} onClick={() => onOpen(row.approvalId)}>
          {texts.kinds[row.kind]}
        </TextButton>
      ),
    },
    {
      id: 'amount',
      header: texts.columns.amount,
      align: 'right',
      cell: ({ amountCents }) => (amountCents === null ? null : <Money cents={amountCents} />),
    },
    {
      id: 'household',
      header: texts.columns.household,
      cell: ({ householdId, householdName }) =>
        householdId === null ? null : (
          <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }} className="os-name">
            {householdName}
          </Link>
        ),
    },
    { id: 'maker', header: texts.columns.maker, cell: ({ maker }) => maker },
    { id: 'at', header: texts.columns.at, cell: ({ at }) => <Moment at={at} /> },
    {
      id: 'state',
      header: texts.columns.state,
      cell: ({ status, replacedById }) => (
        <Badge tone={tones[status]}>{replacedById === null ? texts.states[status] : texts.replaced}</Badge>
      ),
    },
  ];
}
