import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import { api, client } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { SchoolYearSelect } from '#renderer/parts/school-year-select.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { CreditDialog } from './credit-dialog.tsx';
import { maximumBillTexts as texts } from './maximum-bill.nl.ts';
import { MaximumBillTable } from './maximum-bill-table.tsx';
import { RoomDialog } from './room-dialog.tsx';
import { lastYears } from './school-years.ts';

/** Per pupil what was billed above the maximum bill, so that it is credited before anybody is reminded of it. */
export function MaximumBillPanel() {
  const today = useToday();
  return today === undefined ? <Loading /> : <OfYears thisYear={schoolYearOf(today)} />;
}

/** So many rows at a time: what has to be done stands on top. */
const page = 200;

function OfYears({ thisYear }: { readonly thisYear: string }) {
  const schoolId = useChosenSchool();
  const [schoolYear, setSchoolYear] = useState(thisYear);
  const [onlyExcess, setOnlyExcess] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [shown, setShown] = useState(page);
  const [opened, setOpened] = useState<'credit' | 'room' | null>(null);
  const refused = useRefused();
  const question = { schoolYear, ...(schoolId === null ? {} : { schoolId }) };
  const list = useQuery(api.maximumBill.list.queryOptions({ input: { ...question, onlyExcess } }));
  const file = useMutation({
    mutationFn: (format: 'pdf' | 'csv') => client.maximumBill.listFile({ ...question, format }),
    onSuccess: downloadFile,
    onError: notifyProblem,
  });
  const rows = list.data?.rows ?? [];
  const toCredit = rows.filter(({ pupilId, proposal }) => proposal.length > 0 && chosen.has(pupilId));
  const pupils = new Set(toCredit.map(({ pupilId }) => pupilId)).size;
  const mayCredit = !refused('maximumBill.credit');
  return (
    <Stack gap="sm">
      <Text muted>{texts.intro}</Text>
      <Group gap="md" align="flex-end">
        <SchoolYearSelect width={150} years={lastYears(thisYear)} value={schoolYear} onChange={setSchoolYear} />
        <Button onClick={() => setOpened('room')}>{texts.room}</Button>
        {rows.length > 0 ? (
          <>
            <Button loading={file.isPending} onClick={() => file.mutate('pdf')}>
              {texts.exportPdf}
            </Button>
            <Button loading={file.isPending} onClick={() => file.mutate('csv')}>
              {texts.exportCsv}
            </Button>
          </>
        ) : null}
        {mayCredit && rows.some(({ proposal }) => proposal.length > 0) ? (
          <Button variant="primary" disabled={pupils === 0} onClick={() => setOpened('credit')}>
            {pupils === 0 ? texts.credit : texts.creditCount(pupils)}
          </Button>
        ) : null}
      </Group>
      <Checkbox
        label={texts.onlyExcess}
        checked={onlyExcess}
        onChange={(event) => setOnlyExcess(event.currentTarget.checked)}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending ? <Loading /> : null}
      {list.data && list.data.doubts.length > 0 ? <Doubts doubts={list.data.doubts} /> : null}
      {list.data && rows.length === 0 ? <Nothing onlyExcess={onlyExcess} /> : null}
      {rows.length > 0 ? (
        <Card flush>
          <MaximumBillTable
            rows={rows.slice(0, shown)}
            saidAbove={list.data?.doubts ?? []}
            chosen={mayCredit ? chosen : null}
            onChosen={setChosen}
          />
        </Card>
      ) : null}
      {rows.length > shown ? (
        <Group gap="md">
          <Text muted>{texts.shown(shown, rows.length)}</Text>
          <Button onClick={() => setShown(shown + page)}>{texts.more}</Button>
        </Group>
      ) : null}
      {opened === 'credit' ? (
        <CreditDialog
          rows={toCredit}
          schoolYear={schoolYear}
          onClose={() => setOpened(null)}
          onDone={() => setChosen(new Set())}
        />
      ) : null}
      {opened === 'room' ? <RoomDialog schoolYear={schoolYear} onClose={() => setOpened(null)} /> : null}
    </Stack>
  );
}

function Doubts({ doubts }: { readonly doubts: readonly string[] }) {
  return (
    <Alert
      tone="warning"
      title={texts.doubts}
      actions={
        <Link to="/instellingen" search={{ tab: 'law' }}>
          {texts.toLaw}
        </Link>
      }
    >
      {doubts.map((doubt) => (
        <div key={doubt}>{doubt}</div>
      ))}
    </Alert>
  );
}

function Nothing({ onlyExcess }: { readonly onlyExcess: boolean }) {
  if (onlyExcess) return <EmptyState title={texts.noneFound}>{texts.noneFoundText}</EmptyState>;
  return (
    <EmptyState
      title={texts.none}
      actions={
        <Link to="/instellingen" search={{ tab: 'categories' }}>
          {texts.toCategories}
        </Link>
      }
    >
      {texts.noneText}
    </EmptyState>
  );
}
