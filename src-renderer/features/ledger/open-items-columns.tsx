import { IconInfoCircle } from '@tabler/icons-react';
import type { ExportColumn, Grouping, OpenItem, SortKey } from '#shared/ledger/contract.ts';
import { formatStructuredReference } from '#shared/bank/structured-reference.ts';
import type { GridColumn } from '#renderer/ui/grid-model.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Moment, PlainDate } from '#renderer/ui/plain-date.tsx';
import { Tooltip } from '#renderer/ui/tooltip.tsx';
import classes from './open-items.module.css';
import { openItemsTexts as texts } from './open-items.nl.ts';
import { StandingBadges } from './standing-badges.tsx';

export type OpenItemsColumn = GridColumn<OpenItem> & { readonly id: ExportColumn; readonly sortKey?: SortKey };

const columns: { readonly [Id in ExportColumn]: Omit<OpenItemsColumn, 'id' | 'header'> } = {
  pupil: { width: 150, grow: 4, sortKey: 'pupil', cell: (item) => <PupilCell item={item} /> },
  className: { width: 46, sortKey: 'className', cell: (item) => item.className },
  household: { width: 108, grow: 3, sortKey: 'household', cell: (item) => <HouseholdCell item={item} /> },
  payer: { width: 140, grow: 3, sortKey: 'payer', cell: (item) => <span className="os-name">{item.payerName}</span> },
  number: { width: 100, sortKey: 'number', cell: (item) => <NumberCell item={item} /> },
  billingGroup: { width: 122, sortKey: 'billingGroup', cell: (item) => item.billingGroup },
  school: { width: 150, grow: 2, cell: (item) => item.schoolName },
  site: { width: 110, grow: 1, cell: (item) => item.siteName },
  schoolYear: { width: 96, cell: (item) => item.schoolYear },
  reference: {
    width: 170,
    cell: (item) => item.structuredReference && formatStructuredReference(item.structuredReference),
  },
  issueDate: {
    width: 104,
    sortKey: 'issueDate',
    cell: (item) => item.issueDate && <PlainDate date={item.issueDate} />,
  },
  dueDate: { width: 100, sortKey: 'dueDate', cell: (item) => <PlainDate date={item.dueDate} /> },
  overdueDays: { width: 58, align: 'right', sortKey: 'overdueDays', cell: (item) => <OverdueCell item={item} /> },
  count: { width: 80, align: 'right', sortKey: 'count', cell: (item) => item.count },
  total: { width: 94, align: 'right', cell: (item) => <Money cents={item.totalCents} /> },
  open: { width: 90, align: 'right', sortKey: 'open', cell: (item) => <Money cents={item.openCents} strong /> },
  hold: { width: 232, grow: 4, cell: (item) => <StandingBadges item={item} /> },
  infoNote: { width: 140, grow: 2, cell: (item) => item.infoNote },
  lastContact: {
    width: 110,
    sortKey: 'lastContact',
    cell: (item) => item.lastContactAt && <Moment at={item.lastContactAt} dayOnly />,
  },
};

const shared: readonly ExportColumn[] = ['dueDate', 'overdueDays', 'total', 'open', 'hold', 'lastContact', 'infoNote'];

/** The columns that mean something in each grouping, in their order on the screen. */
const offered: { readonly [By in Grouping]: readonly ExportColumn[] } = {
  invoice: [
    ...(['pupil', 'className', 'household', 'payer', 'number', 'billingGroup', 'school', 'site'] as const),
    ...(['schoolYear', 'reference', 'issueDate', ...shared] as const),
  ],
  pupil: ['pupil', 'className', 'household', 'school', 'site', 'count', ...shared],
  household: ['household', 'count', ...shared],
  payer: ['payer', 'household', 'count', ...shared],
};

const shownAtFirst: { readonly [By in Grouping]: readonly ExportColumn[] } = {
  invoice: ['pupil', 'className', 'household', 'number', 'billingGroup', 'dueDate', 'overdueDays', 'open', 'hold'],
  pupil: ['pupil', 'className', 'household', 'school', 'count', 'dueDate', 'overdueDays', 'open', 'hold'],
  household: ['household', 'count', 'dueDate', 'overdueDays', 'total', 'open', 'hold'],
  payer: ['payer', 'household', 'count', 'dueDate', 'overdueDays', 'open', 'hold'],
};

/** In a grouped list the amounts are larger, and the household may be what the row is about. */
const ofGroups: { readonly [Id in ExportColumn]?: Partial<OpenItemsColumn> } = {
  total: { width: 112 },
  open: { width: 112 },
};

const byGrouping = Object.fromEntries(
  Object.entries(offered).map(([grouping, ids]) => [
    grouping,
    ids.map((id): OpenItemsColumn => ({
      id,
      header: texts.columns[id],
      ...columns[id],
      ...(grouping === 'invoice' ? {} : ofGroups[id]),
    })),
  ]),
) as unknown as { readonly [By in Grouping]: readonly OpenItemsColumn[] };

export function columnsFor(grouping: Grouping): readonly OpenItemsColumn[] {
  return byGrouping[grouping];
}

export function defaultColumns(grouping: Grouping): readonly ExportColumn[] {
  return shownAtFirst[grouping];
}

function PupilCell({ item }: { readonly item: OpenItem }) {
  return (
    <span className={classes['pupil']}>
      <strong className={`${classes['ellipsis']} os-name`}>{item.pupilName}</strong>
      {item.infoNote === null ? null : (
        <Tooltip label={item.infoNote}>
          <span className={classes['infoNote']} role="img" aria-label={`${texts.infoNote}: ${item.infoNote}`}>
            <IconInfoCircle size={15} stroke={1.8} aria-hidden />
          </span>
        </Tooltip>
      )}
    </span>
  );
}

/** To the page of the claim; out of the tab order, Enter on the row opens the dossier. */
function NumberCell({ item }: { readonly item: OpenItem }) {
  if (item.invoiceId === null) return item.number;
  return (
    <Link
      to="/facturen/$invoiceId"
      params={{ invoiceId: String(item.invoiceId) }}
      tabIndex={-1}
      className={classes['number'] ?? ''}
    >
      {item.number}
    </Link>
  );
}

/** The heading already says "Gezin". */
function HouseholdCell({ item }: { readonly item: OpenItem }) {
  return (
    // Out of the tab order: Enter on the row goes to the same dossier.
    <Link
      to="/dossiers/$householdId"
      params={{ householdId: String(item.householdId) }}
      tabIndex={-1}
      className={`${classes['household']} os-name`}
    >
      {item.householdName.replace(/^Gezin /, '')}
    </Link>
  );
}

function OverdueCell({ item }: { readonly item: OpenItem }) {
  // A credit waits for nobody's payment.
  if (item.openCents < 0) return null;
  return <span className={item.overdueDays >= 180 ? classes['old'] : undefined}>{item.overdueDays}</span>;
}
