import { useMutation, useQuery } from '@tanstack/react-query';
import { api, client } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Stack } from '#renderer/ui/layout.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { socialFundTexts as texts } from './social-fund.nl.ts';

type Report = Awaited<ReturnType<typeof client.socialFund.yearReport>>;
type Row = Report['rows'][number];
type Group = Report['byBillingGroup'][number];

const amount = (cents: number | null) => (cents === null ? texts.tooFew : <Money cents={cents} />);
const { columns: heads } = texts;

const columns: readonly TableColumn<Row>[] = [
  { id: 'source', header: heads.source, cell: ({ source }) => source },
  { id: 'school', header: heads.school, cell: ({ schoolName }) => schoolName },
  { id: 'budget', header: heads.budget, align: 'right', cell: ({ budgetCents }) => <Money cents={budgetCents} /> },
  { id: 'given', header: heads.given, align: 'right', cell: ({ grantedCents }) => <Money cents={grantedCents} /> },
  { id: 'left', header: heads.left, align: 'right', cell: ({ leftCents }) => <Money cents={leftCents} /> },
  { id: 'families', header: heads.families, align: 'right', cell: ({ families }) => families ?? texts.tooFew },
  { id: 'grants', header: heads.grants, align: 'right', cell: ({ grants }) => grants ?? texts.tooFew },
  { id: 'average', header: heads.average, align: 'right', cell: ({ averageCents }) => amount(averageCents) },
];

const groupColumns: readonly TableColumn<Group>[] = [
  { id: 'group', header: heads.billingGroup, cell: ({ billingGroup }) => billingGroup },
  { id: 'given', header: heads.given, align: 'right', cell: ({ grantedCents }) => amount(grantedCents) },
];

/** What was given in a year, for the board or the parents' council: no names. */
export function YearReport({
  question,
}: {
  readonly question: { readonly schoolYear: string; readonly schoolId?: number };
}) {
  const report = useQuery(api.socialFund.yearReport.queryOptions({ input: question }));
  const file = useMutation({
    mutationFn: (format: 'pdf' | 'csv') => client.socialFund.yearReportFile({ ...question, format }),
    meta: { quiet: true },
    onSuccess: downloadFile,
    onError: notifyProblem,
  });
  return (
    <Card
      title={texts.report}
      actions={(['pdf', 'csv'] as const).map((format) => (
        <Button
          key={format}
          size="xs"
          loading={file.isPending && file.variables === format}
          onClick={() => file.mutate(format)}
        >
          {texts[format]}
        </Button>
      ))}
    >
      <Stack gap="sm">
        <ProblemAlert error={report.error} onRetry={() => void report.refetch()} />
        {report.data ? (
          <>
            <Text muted small>
              {texts.reportText(report.data.smallestGroup)}
            </Text>
            <Table
              label={texts.report}
              columns={columns}
              rows={report.data.rows}
              getKey={({ schoolName, source }) => `${schoolName} ${source}`}
            />
            {report.data.byBillingGroup.length > 0 ? (
              <Table
                label={texts.byGroup}
                columns={groupColumns}
                rows={report.data.byBillingGroup}
                getKey={({ billingGroup }) => billingGroup}
              />
            ) : null}
          </>
        ) : null}
      </Stack>
    </Card>
  );
}
