import { useMutation } from '@tanstack/react-query';
import type { Settlement } from '#shared/settlements/contract.ts';
import { api } from '#renderer/app/api.ts';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Heading, PersonName, Text } from '#renderer/ui/text.tsx';
import { CloseForm } from './close-form.tsx';
import { FiledForm } from './filed-form.tsx';
import { FollowedShares } from './followed-shares.tsx';
import { PlanForm } from './plan-form.tsx';
import { settlementTexts as texts } from './settlements.nl.ts';

type Bill = Settlement['frozen'][number];

const columns: readonly TableColumn<Bill>[] = [
  {
    id: 'number',
    header: texts.number,
    cell: ({ invoiceId, number }) => (
      <Link to="/facturen/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
        {number}
      </Link>
    ),
  },
  { id: 'school', header: texts.school, cell: ({ schoolName }) => schoolName },
  { id: 'dueDate', header: texts.dueDate, cell: ({ dueDate }) => <PlainDate date={dueDate} /> },
  { id: 'amount', header: texts.amount, align: 'right', cell: ({ cents }) => <Money cents={cents} /> },
];

/** What was frozen, the claim to file, and how it ends. */
export function SettlementDrawer({
  settlement,
  onClose,
}: {
  readonly settlement: Settlement;
  readonly onClose: () => void;
}) {
  const { frozen, frozenCents, mediatorId, closedOn, claimFiledOn } = settlement;
  return (
    <Drawer opened onClose={onClose} title={texts.kinds[settlement.kind]} size={760}>
      <Stack gap="md">
        <div>
          <Heading level={2}>
            <PersonName>{settlement.payerName}</PersonName>
          </Heading>
          <Link to="/dossiers/$householdId" params={{ householdId: String(settlement.householdId) }}>
            <PersonName>{settlement.householdName}</PersonName>
          </Link>
        </div>
        <section aria-label={texts.frozenTitle}>
          <Text strong>{texts.frozenTitle}</Text>
          {frozen.length === 0 ? (
            <Text muted>{texts.nothingFrozen}</Text>
          ) : (
            <Table
              label={texts.frozenTitle}
              columns={columns}
              rows={frozen}
              getKey={({ invoiceId }) => invoiceId}
              footer={
                <tr>
                  <td colSpan={3}>{texts.total}</td>
                  <td style={{ textAlign: 'right' }}>
                    <Money cents={frozenCents} />
                  </td>
                </tr>
              }
            />
          )}
        </section>
        {settlement.suspendedUntil === null ? null : (
          <Text muted>
            {texts.suspended} <PlainDate date={settlement.suspendedUntil} />
          </Text>
        )}
        {mediatorId === null && closedOn === null ? <Alert tone="warning">{texts.needsMediator}</Alert> : null}
        <FollowedShares followed={settlement.followed} />
        {mediatorId === null || frozen.length === 0 ? null : <Statements settlement={settlement} />}
        {closedOn === null ? <PlanForm key={settlement.settlementId} settlement={settlement} /> : null}
        {closedOn === null && claimFiledOn === null && settlement.kind === 'collective' ? (
          <FiledForm settlement={settlement} />
        ) : null}
        {closedOn === null ? <CloseForm settlement={settlement} onClosed={onClose} /> : null}
        {settlement.closeReason === '' ? null : <Text muted>{settlement.closeReason}</Text>}
      </Stack>
    </Drawer>
  );
}

/** Each school files its own. */
function Statements({ settlement }: { readonly settlement: Settlement }) {
  const statement = useMutation(api.settlements.claimStatement.mutationOptions({ onSuccess: downloadFile }));
  const schools = new Map(settlement.frozen.map(({ schoolId, schoolName }) => [schoolId, schoolName]));
  return (
    <Stack gap="xs">
      <Group gap="sm">
        {[...schools].map(([schoolId, schoolName]) => (
          <Button
            key={schoolId}
            loading={statement.isPending && statement.variables.schoolId === schoolId}
            onClick={() => statement.mutate({ settlementId: settlement.settlementId, schoolId })}
          >
            {texts.statementOf(schoolName)}
          </Button>
        ))}
      </Group>
      <ProblemAlert error={statement.error} />
    </Stack>
  );
}
