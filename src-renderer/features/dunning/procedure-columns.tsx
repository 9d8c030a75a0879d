import { IconDots } from '@tabler/icons-react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { DunningProcedure } from '#shared/dunning/contract.ts';
import { overlapsOf } from '#shared/dunning/overlapping.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { HiddenText } from '#renderer/ui/hidden-text.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import type { TableColumn } from '#renderer/ui/table.tsx';
import classes from './procedures.module.css';
import { proceduresTexts as texts } from './procedures.nl.ts';
import { StageTimeline } from './stage-timeline.tsx';

function NameCell({
  procedure,
  procedures,
  today,
}: {
  readonly procedure: DunningProcedure;
  readonly procedures: readonly DunningProcedure[];
  readonly today: PlainDate;
}) {
  const { procedureId, name, nearLimitationDays } = procedure;
  const inUse = procedures.filter(({ archived }) => !archived);
  const overlaps = procedure.archived ? [] : overlapsOf(procedure, inUse, today);
  return (
    <>
      <Link to="/procedures/$procedureId" params={{ procedureId: String(procedureId) }}>
        {name}
      </Link>
      {nearLimitationDays === null ? null : (
        <p className={classes['care']}>{texts.nearLimitation(nearLimitationDays)}</p>
      )}
      {overlaps.map(({ other, wins }) => (
        <p key={other.procedureId} className={classes['care']}>
          {wins === 'this' ? texts.wins(other.name) : texts.yields(other.name)}
        </p>
      ))}
    </>
  );
}

function StateCell({ procedure, today }: { readonly procedure: DunningProcedure; readonly today: PlainDate }) {
  const { archived, validFrom, validUntil, problems } = procedure;
  if (archived) return <Badge>{texts.archived}</Badge>;
  if (validUntil !== null && validUntil < today) return <Badge>{texts.ended}</Badge>;
  if (problems.length > 0) {
    return (
      <>
        <Badge tone="warning">{texts.blocked(problems.length)}</Badge>
        <ul className={classes['sentences']}>
          {problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </>
    );
  }
  return validFrom > today ? (
    <Badge tone="info">{texts.later(validFrom)}</Badge>
  ) : (
    <Badge tone="success">{texts.ready}</Badge>
  );
}

/** What the list of procedures shows; `schoolNames` null: it is of one school. */
export function procedureColumns({
  procedures,
  schoolNames,
  today,
  onArchive,
}: {
  readonly procedures: readonly DunningProcedure[];
  readonly schoolNames: ReadonlyMap<number, string> | null;
  readonly today: PlainDate;
  /** Null: whoever looks may not change them. */
  readonly onArchive: ((procedureId: number, archived: boolean) => void) | null;
}): readonly TableColumn<DunningProcedure>[] {
  return [
    {
      id: 'name',
      header: texts.name,
      width: '26%',
      cell: (procedure) => <NameCell procedure={procedure} procedures={procedures} today={today} />,
    },
    ...(schoolNames === null
      ? []
      : [
          {
            id: 'school',
            header: texts.school,
            cell: ({ schoolId }: DunningProcedure) => schoolNames.get(schoolId) ?? '',
          },
        ]),
    { id: 'group', header: texts.billingGroup, cell: ({ billingGroupName }) => billingGroupName ?? texts.allGroups },
    { id: 'stages', header: texts.stages, cell: ({ stages }) => <StageTimeline stages={stages} /> },
    { id: 'valid', header: texts.valid, cell: texts.validity },
    { id: 'state', header: texts.state, cell: (procedure) => <StateCell procedure={procedure} today={today} /> },
    ...(onArchive === null
      ? []
      : [
          {
            id: 'actions',
            header: <HiddenText>{texts.more}</HiddenText>,
            align: 'right' as const,
            cell: ({ procedureId, name, archived }: DunningProcedure) => (
              <Menu
                target={
                  <IconButton label={texts.actions(name)} size="sm">
                    <IconDots size={16} aria-hidden />
                  </IconButton>
                }
                items={[
                  {
                    label: archived ? texts.restore : texts.archive,
                    onClick: () => onArchive(procedureId, !archived),
                  },
                ]}
              />
            ),
          },
        ]),
  ];
}
