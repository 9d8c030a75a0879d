import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { schoolYearOf } from '#shared/calendar/school-year.ts';
import type { Fund } from '#shared/social-fund/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { SchoolYearSelect } from '#renderer/parts/school-year-select.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { FundDialog } from './fund-dialog.tsx';
import { GrantList } from './grant-list.tsx';
import { socialFundTexts as texts } from './social-fund.nl.ts';
import { YearReport } from './year-report.tsx';

/** What there is to give, who asked, and what was given in a school year. */
export function SocialFundPanel() {
  const today = useToday();
  return today === undefined ? <Loading /> : <OfYear thisYear={schoolYearOf(today)} />;
}

function OfYear({ thisYear }: { readonly thisYear: string }) {
  const schoolId = useChosenSchool();
  const [schoolYear, setSchoolYear] = useState(thisYear);
  const [opened, setOpened] = useState<Fund | 'new' | null>(null);
  const refused = useRefused();
  const ofSchool = schoolId === null ? {} : { schoolId };
  const funds = useQuery(api.socialFund.funds.queryOptions({ input: ofSchool }));
  const years = [...new Set([nextYear(thisYear), thisYear, ...(funds.data ?? []).map((fund) => fund.schoolYear)])]
    .sort()
    .reverse();
  const rows = (funds.data ?? []).filter((fund) => fund.schoolYear === schoolYear);
  const add = refused('socialFund.saveFund') ? null : <Button onClick={() => setOpened('new')}>{texts.addFund}</Button>;
  return (
    <Stack gap="md">
      <Text muted>{texts.intro}</Text>
      <Group gap="md" align="flex-end">
        <SchoolYearSelect width={150} years={years} value={schoolYear} onChange={setSchoolYear} />
        {rows.length > 0 ? add : null}
      </Group>
      <ProblemAlert error={funds.error} onRetry={() => void funds.refetch()} />
      {funds.isPending ? <Loading /> : null}
      {funds.data && rows.length === 0 ? (
        <EmptyState title={texts.noFunds(schoolYear)} actions={add}>
          {texts.noFundsText}
        </EmptyState>
      ) : null}
      {rows.length > 0 ? (
        <>
          <Card title={texts.funds} flush>
            <Funds rows={rows} onChange={refused('socialFund.saveFund') ? null : setOpened} />
          </Card>
          <GrantList key={schoolYear} question={{ schoolYear, ...ofSchool }} />
          <YearReport question={{ schoolYear, ...ofSchool }} />
        </>
      ) : null}
      {opened === null ? null : (
        <FundDialog
          fund={opened === 'new' ? null : opened}
          schoolYear={schoolYear}
          years={years}
          onClose={() => setOpened(null)}
        />
      )}
    </Stack>
  );
}

function Funds({
  rows,
  onChange,
}: {
  readonly rows: readonly Fund[];
  /** Null: whoever is here may not. */
  readonly onChange: ((fund: Fund) => void) | null;
}) {
  const { columns: heads } = texts;
  const columns: readonly TableColumn<Fund>[] = [
    { id: 'source', header: heads.source, cell: ({ source }) => source },
    { id: 'school', header: heads.school, cell: ({ schoolName }) => schoolName },
    { id: 'budget', header: heads.budget, align: 'right', cell: (row) => <Money cents={row.amountCents} /> },
    { id: 'given', header: heads.given, align: 'right', cell: (row) => <Money cents={row.grantedCents} /> },
    { id: 'asked', header: heads.asked, align: 'right', cell: (row) => <Money cents={row.waitingCents} /> },
    { id: 'left', header: heads.left, align: 'right', cell: (row) => <Money strong cents={row.leftCents} /> },
    { id: 'note', header: heads.note, cell: ({ note }) => note },
    ...(onChange === null
      ? []
      : [
          {
            id: 'actions',
            header: heads.actions,
            cell: (row: Fund) => (
              <TextButton aria-label={texts.changeOf(row.source)} onClick={() => onChange(row)}>
                {texts.change}
              </TextButton>
            ),
          },
        ]),
  ];
  return <Table label={texts.funds} columns={columns} rows={rows} getKey={({ fundId }) => fundId} />;
}

/** A budget is often known before the summer. */
function nextYear(thisYear: string): string {
  const start = Number(thisYear.slice(0, 4)) + 1;
  return `${start}-${start + 1}`;
}
