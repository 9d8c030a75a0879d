import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type CostClaim, type CostStatus, costStatuses } from '#shared/costs/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { costTexts as texts } from './costs.nl.ts';
import { WaiveDialog } from './waive-dialog.tsx';

/** The own ledger of costs: what was asked beside the bills, and what became of it. */
export function CostClaimsPanel() {
  const [status, setStatus] = useState<CostStatus | null>(null);
  const [waiving, setWaiving] = useState<CostClaim | null>(null);
  const refused = useRefused();
  const claims = useQuery(api.costs.list.queryOptions({ input: status === null ? {} : { status } }));
  if (claims.data?.length === 0 && status === null) {
    return (
      <EmptyState
        title={texts.none}
        actions={
          <Link to="/instellingen" search={{ tab: 'costs' }}>
            {texts.toSettings}
          </Link>
        }
      >
        {texts.noneText}
      </EmptyState>
    );
  }
  const mayWaive = !refused('costs.waive');
  return (
    <Stack gap="sm">
      <Text muted>{texts.intro}</Text>
      <Select
        label={texts.status}
        width={220}
        value={status ?? 'all'}
        onChange={(value) => setStatus(value === null || value === 'all' ? null : value)}
        options={[
          { value: 'all' as const, label: texts.all },
          ...costStatuses.map((value) => ({ value, label: texts.statuses[value] })),
        ]}
      />
      <ProblemAlert error={claims.error} onRetry={() => void claims.refetch()} />
      {claims.data ? (
        <Table
          label={texts.claims}
          columns={mayWaive ? [...columns, waiveColumn(setWaiving)] : columns}
          rows={claims.data}
          getKey={({ costClaimId }) => costClaimId}
        />
      ) : (
        <Loading />
      )}
      {waiving ? <WaiveDialog claim={waiving} onClose={() => setWaiving(null)} /> : null}
    </Stack>
  );
}

const columns: readonly TableColumn<CostClaim>[] = [
  {
    id: 'household',
    header: texts.columns.household,
    cell: ({ householdId, householdName }) => (
      <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }}>
        <PersonName>{householdName}</PersonName>
      </Link>
    ),
  },
  { id: 'payer', header: texts.columns.payer, cell: ({ payerName }) => <PersonName>{payerName}</PersonName> },
  {
    id: 'kind',
    header: texts.columns.kind,
    cell: ({ kind, basis, claimNumber }) => (
      <>
        {texts.kinds[kind]} · {claimNumber}
        <Text small muted>
          {basis}
        </Text>
      </>
    ),
  },
  {
    id: 'invoice',
    header: texts.columns.invoice,
    cell: ({ invoiceId, invoiceNumber }) => (
      <Link to="/facturen/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
        {invoiceNumber}
      </Link>
    ),
  },
  {
    id: 'amount',
    header: texts.columns.amount,
    align: 'right',
    cell: ({ amountCents }) => <Money cents={amountCents} />,
  },
  { id: 'open', header: texts.columns.open, align: 'right', cell: ({ openCents }) => <Money cents={openCents} /> },
  {
    id: 'status',
    header: texts.columns.status,
    cell: ({ status, reason }) => (
      <>
        <Badge tone={status === 'open' ? 'warning' : 'neutral'}>{texts.statuses[status]}</Badge>
        {reason === '' ? null : (
          <Text small muted>
            {reason}
          </Text>
        )}
      </>
    ),
  },
];

function waiveColumn(onWaive: (claim: CostClaim) => void): TableColumn<CostClaim> {
  return {
    id: 'actions',
    header: texts.columns.actions,
    cell: (claim) =>
      claim.status === 'open' ? (
        <TextButton aria-label={texts.waiveOf(claim.claimNumber)} onClick={() => onWaive(claim)}>
          {texts.waive}
        </TextButton>
      ) : null,
  };
}
