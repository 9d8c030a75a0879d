import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { IconClockCheck, IconFilterOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { type RadarBand, radarBands, type RadarRow } from '#shared/limitation/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { BookingDialog } from '#renderer/parts/booking/booking-dialog.tsx';
import { limitationTexts } from '#renderer/parts/limitation/limitation.nl.ts';
import { RecordActDialog } from '#renderer/parts/limitation/record-act-dialog.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DataGrid } from '#renderer/ui/data-grid.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Fill } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { radarColumns } from './radar-columns.tsx';
import { RadarDrawer } from './radar-drawer.tsx';
import classes from './radar.module.css';
import { radarTexts as texts } from './radar.nl.ts';

const route = getRouteApi('/herinneringen');

/** The most urgent band first, and what waits for a decision last. */
const bandOrder: readonly RadarBand[] = [...radarBands.filter((band) => band !== 'limited'), 'limited'];

/** Two lines of words in a row. */
const rowHeight = 48;

type Opened = { readonly row: RadarRow; readonly as: 'steps' | 'record' | 'writeOff' };

/** The bills whose clock runs out, by the days that are left on the careful one. */
export function RadarPanel() {
  const { band = 'days30' } = route.useSearch();
  const schoolId = useChosenSchool();
  const [opened, setOpened] = useState<Opened | null>(null);
  const radar = useQuery({
    ...api.limitation.radar.queryOptions({ input: { band, ...(schoolId === null ? {} : { schoolId }) } }),
    placeholderData: keepPreviousData,
  });
  if (radar.isPending) return <Loading />;
  if (!radar.data) return <ProblemAlert error={radar.error} onRetry={() => void radar.refetch()} />;
  const { rows, counts, cents } = radar.data;
  const close = (): void => setOpened(null);
  return (
    <Fill>
      <Text muted>
        {texts.intro} {limitationTexts.advice}
      </Text>
      <ProblemAlert error={radar.error} onRetry={() => void radar.refetch()} />
      {bandOrder.every((one) => counts[one] === 0) ? (
        <NothingNear />
      ) : (
        <>
          <Bands band={band} counts={counts} total={texts.total(counts[band], formatCents(cents[band]))} />
          {band === 'limited' ? <Text>{texts.limitedExplained}</Text> : null}
          {rows.length === 0 ? (
            <EmptyState icon={<IconFilterOff size={36} stroke={1.2} />} title={texts.emptyBand}>
              {texts.emptyBandText}
            </EmptyState>
          ) : (
            <RadarGrid rows={rows} listKey={`${band} ${schoolId}`} onSteps={(row) => setOpened({ row, as: 'steps' })} />
          )}
          <Text muted small>
            {limitationTexts.sources}
          </Text>
        </>
      )}
      {opened?.as === 'steps' ? (
        <RadarDrawer
          row={opened.row}
          onRecord={() => setOpened({ ...opened, as: 'record' })}
          onWriteOff={() => setOpened({ ...opened, as: 'writeOff' })}
          onClose={close}
        />
      ) : null}
      {opened?.as === 'record' ? (
        <RecordActDialog householdId={opened.row.householdId} invoiceId={opened.row.invoiceId} onClose={close} />
      ) : null}
      {opened?.as === 'writeOff' ? (
        <BookingDialog
          householdId={opened.row.householdId}
          action={{ kind: 'writeOff', invoiceIds: [opened.row.invoiceId], ground: 'limited' }}
          onClose={close}
        />
      ) : null}
    </Fill>
  );
}

function Bands({
  band,
  counts,
  total,
}: {
  readonly band: RadarBand;
  readonly counts: Readonly<Record<RadarBand, number>>;
  readonly total: string;
}) {
  const navigate = route.useNavigate();
  return (
    <div className={classes['toolbar']}>
      <Segmented<RadarBand>
        label={texts.bandsLabel}
        value={band}
        onChange={(next) => void navigate({ search: { tab: 'limitation', band: next }, replace: true })}
        options={bandOrder.map((value) => ({ value, label: texts.counted(texts.bands[value], counts[value]) }))}
      />
      <span className={classes['total']}>{total}</span>
    </div>
  );
}

function RadarGrid({
  rows,
  listKey,
  onSteps,
}: {
  readonly rows: readonly RadarRow[];
  readonly listKey: string;
  readonly onSteps: (row: RadarRow) => void;
}) {
  const columns = useMemo(() => radarColumns(onSteps), [onSteps]);
  return (
    <div className={classes['list']}>
      <DataGrid<RadarRow>
        label={texts.gridLabel}
        columns={columns}
        rowHeight={rowHeight}
        rowCount={rows.length}
        rowAt={(index) => rows[index]}
        getKey={({ invoiceId }) => invoiceId}
        rowName={({ number, householdName }) => texts.rowName(number, householdName)}
        listKey={listKey}
        onOpen={onSteps}
      />
    </div>
  );
}

function NothingNear() {
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={<IconClockCheck size={40} stroke={1.2} />}
      title={texts.emptyTitle}
      actions={<Button onClick={() => void navigate({ to: '/openstaand' })}>{texts.toOpenItems}</Button>}
    >
      {texts.emptyText}
    </EmptyState>
  );
}
