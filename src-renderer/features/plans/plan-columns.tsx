import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import type { PlanRow } from '#shared/plans/shapes.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { CellLine, CellLines } from '#renderer/ui/cell-lines.tsx';
import type { GridColumn } from '#renderer/ui/grid-model.ts';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PaidBar } from './paid-bar.tsx';
import { planFacts } from './plan-facts.ts';
import { plansTexts as texts, stateTones, stateWords } from './plans.nl.ts';
import classes from './plans.module.css';

/** Whose plan, how it goes, how far it is, and what comes next. */
export function planColumns(): readonly GridColumn<PlanRow>[] {
  return [
    { id: 'household', header: texts.columns.household, width: 170, grow: 3, cell: (row) => <Household row={row} /> },
    { id: 'payers', header: texts.columns.payers, width: 150, grow: 2, cell: (row) => <Payers row={row} /> },
    {
      id: 'state',
      header: texts.columns.state,
      width: 116,
      cell: ({ state }) => <Badge tone={stateTones[state]}>{stateWords[state]}</Badge>,
    },
    { id: 'paid', header: texts.columns.paid, width: 176, cell: (row) => <PaidBar plan={row} /> },
    { id: 'next', header: texts.columns.next, width: 124, align: 'right', cell: (row) => <Next row={row} /> },
    {
      id: 'facts',
      header: texts.columns.facts,
      width: 180,
      grow: 3,
      cell: (row) => (
        <CellLines>
          {planFacts(row).map(({ words, isUrgent }) =>
            isUrgent ? (
              <span key={words} className={classes['urgent']}>
                {words}
              </span>
            ) : (
              <CellLine key={words} quiet>
                {words}
              </CellLine>
            ),
          )}
        </CellLines>
      ),
    },
  ];
}

function Household({ row }: { readonly row: PlanRow }) {
  return (
    <CellLines>
      <Link to="/afbetaalplannen/$planId" params={{ planId: String(row.planId) }} tabIndex={-1} className="os-name">
        {row.householdName.replace(/^Gezin /, '')}
      </Link>
      <CellLine quiet>{row.schoolName}</CellLine>
    </CellLines>
  );
}

function Payers({ row: { payers, thirdPartyPayerName } }: { readonly row: PlanRow }) {
  return (
    <CellLines>
      {thirdPartyPayerName === null ? (
        payers.slice(0, 2).map(({ payerId, name }) => (
          <CellLine key={payerId} name>
            {name}
          </CellLine>
        ))
      ) : (
        <>
          <CellLine name>{payers.map(({ name }) => name).join(', ')}</CellLine>
          <CellLine quiet>{texts.via(thirdPartyPayerName)}</CellLine>
        </>
      )}
    </CellLines>
  );
}

function Next({ row: { next } }: { readonly row: PlanRow }) {
  if (next === null) return <CellLine quiet>{texts.nothingNext}</CellLine>;
  return (
    <CellLines>
      <Money cents={next.amountCents} />
      <CellLine quiet>{formatPlainDate(next.dueDate)}</CellLine>
    </CellLines>
  );
}
