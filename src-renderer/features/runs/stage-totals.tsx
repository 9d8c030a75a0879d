import { askedCents } from '#shared/runs/asked-cents.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import type { RunPage, RunProposal } from '#shared/runs/contract.ts';
import { Money } from '#renderer/ui/money.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { runTexts as texts } from './run.nl.ts';
import { channelWords } from './run-words.nl.ts';
import classes from './runs.module.css';

type Line = {
  readonly key: string;
  readonly schoolName: string;
  readonly stage: number;
  readonly stageName: string;
  readonly rows: readonly RunProposal[];
};

const channels = ['email', 'letter', 'registeredLetter', 'phone', 'talk', 'handOver'] as const satisfies StageChannel[];

/** What would leave, per school and stage, by channel; what was dropped is not counted. */
export function StageTotals({ page }: { readonly page: RunPage }) {
  const rows = page.proposals.filter(({ isDropped }) => !isDropped);
  const used = channels.filter((channel) => rows.some(({ effectiveChannel }) => effectiveChannel === channel));
  const amount: TableColumn<Line> = {
    id: 'amount',
    header: texts.amount,
    align: 'right',
    cell: (line) => <Money cents={askedCents(line.rows)} strong />,
  };
  const columns: readonly TableColumn<Line>[] = [
    { id: 'school', header: texts.school, cell: ({ schoolName }) => schoolName },
    { id: 'stage', header: texts.stage, cell: ({ stage, stageName }) => `${stage} ${stageName}` },
    ...used.map((channel): TableColumn<Line> => ({
      id: channel,
      header: channelWords[channel],
      align: 'right',
      cell: (line) => countOf(line.rows, channel) || null,
    })),
    { id: 'count', header: texts.count, align: 'right', cell: (line) => line.rows.length },
    amount,
  ];
  return (
    <Table
      label={texts.totalsTable}
      columns={columns}
      rows={linesOf(rows)}
      getKey={({ key }) => key}
      footer={
        <tr className={classes['sumRow']}>
          <td colSpan={2}>{texts.total}</td>
          {used.map((channel) => (
            <td key={channel} className={classes['number']}>
              {countOf(rows, channel)}
            </td>
          ))}
          <td className={classes['number']}>{rows.length}</td>
          <td className={classes['number']}>
            <Money cents={askedCents(rows)} strong />
          </td>
        </tr>
      }
    />
  );
}

/** One stage of one procedure of one school a line: two procedures may call another thing stage 2. */
function linesOf(rows: readonly RunProposal[]): readonly Line[] {
  const groups = Map.groupBy(rows, ({ schoolName, stage, stageName }) =>
    JSON.stringify([schoolName, stage, stageName]),
  );
  return [...groups]
    .flatMap(([key, those]) => {
      const [first] = those;
      return first
        ? [{ key, schoolName: first.schoolName, stage: first.stage, stageName: first.stageName, rows: those }]
        : [];
    })
    .toSorted(
      (one, other) =>
        one.schoolName.localeCompare(other.schoolName, 'nl') ||
        one.stage - other.stage ||
        one.stageName.localeCompare(other.stageName, 'nl'),
    );
}

function countOf(rows: readonly RunProposal[], channel: StageChannel): number {
  return rows.filter(({ effectiveChannel }) => effectiveChannel === channel).length;
}
