import { formatPlainDate, isPlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldRow } from '#shared/holds/contract.ts';
import { holdKindName } from '#shared/holds/kinds.ts';
import { HoldOf, nameOf } from '#renderer/parts/holds/hold-notice.tsx';
import { holdDays, holdTexts } from '#renderer/parts/holds/holds.nl.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import type { TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import classes from './holds.module.css';
import { holdsPanelTexts as texts } from './holds-panel.nl.ts';

type Actions = {
  readonly today: string;
  /** Null: who is at the keyboard may not. */
  readonly onChange: ((row: HoldRow) => void) | null;
  readonly onLift: ((row: HoldRow) => void) | null;
};

/** One line per hold: what it is, whom it concerns, why, how long, and what it keeps out. */
export function holdColumns({ today, onChange, onLift }: Actions): TableColumn<HoldRow>[] {
  return [
    {
      id: 'kind',
      header: texts.columns.kind,
      cell: (row) => (
        <>
          <Badge tone={row.liftedAt === null ? 'warning' : 'neutral'}>{holdKindName(row.kind)}</Badge>
          {row.freezesCosts ? (
            <Text muted small>
              {texts.freezesCosts}
            </Text>
          ) : null}
        </>
      ),
    },
    { id: 'what', header: texts.columns.what, cell: (row) => <What row={row} /> },
    { id: 'reason', header: texts.columns.reason, cell: ({ reason }) => reason },
    { id: 'days', header: texts.columns.days, cell: (row) => <Days row={row} today={today} /> },
    { id: 'left', header: texts.columns.left, align: 'right', cell: (row) => <Left row={row} /> },
    {
      id: 'open',
      header: texts.columns.open,
      align: 'right',
      cell: ({ openCents }) => <Money cents={openCents} />,
    },
    { id: 'author', header: texts.columns.author, cell: ({ author }) => author },
    {
      id: 'actions',
      header: texts.columns.actions,
      cell: (row) =>
        row.liftedAt === null ? (
          <span className={classes['actions']}>
            {onChange ? (
              <TextButton
                aria-label={holdTexts.changeOf(`${holdKindName(row.kind)} ${nameOf(row)}`)}
                onClick={() => onChange(row)}
              >
                {holdTexts.change}
              </TextButton>
            ) : null}
            {onLift ? (
              <TextButton
                aria-label={holdTexts.liftOf(`${holdKindName(row.kind)} ${nameOf(row)}`)}
                onClick={() => onLift(row)}
              >
                {holdTexts.lift}
              </TextButton>
            ) : null}
          </span>
        ) : (
          texts.lifted(row.liftedBy ?? '')
        ),
    },
  ];
}

/** The bill, payer, household or school, with a way to it. */
function What({ row }: { readonly row: HoldRow }) {
  const { householdId, householdName, invoiceId, invoiceNumber } = row;
  return (
    <div className={classes['what']}>
      {householdId === null ? null : (
        <Link to="/dossiers/$householdId" params={{ householdId: String(householdId) }} className="os-name">
          {householdName}
        </Link>
      )}
      {invoiceId === null ? (
        <HoldOf row={row} />
      ) : (
        <Link to="/facturen/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
          {invoiceNumber}
        </Link>
      )}
    </div>
  );
}

function Days({ row, today }: { readonly row: HoldRow; readonly today: string }) {
  return (
    <>
      {holdDays(row, today)}
      {row.reviewDate !== null && isPlainDate(row.reviewDate) ? (
        <Text muted small>
          {texts.review(formatPlainDate(row.reviewDate))}
        </Text>
      ) : null}
    </>
  );
}

function Left({ row: { daysLeft, liftedAt } }: { readonly row: HoldRow }) {
  if (daysLeft === null || liftedAt !== null) return null;
  if (daysLeft < 0) return <Badge tone="danger">{texts.past}</Badge>;
  if (daysLeft === 0) return <Badge tone="warning">{texts.endsToday}</Badge>;
  return daysLeft <= 7 ? <Badge tone="warning">{texts.left(daysLeft)}</Badge> : texts.left(daysLeft);
}
