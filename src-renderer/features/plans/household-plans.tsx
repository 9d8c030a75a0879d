import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { formatCents } from '#shared/money/cents.ts';
import type { PlanRow } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { plansTexts as texts, stateTones, stateWords } from './plans.nl.ts';
import classes from './plans.module.css';

/** In the dossier: the plans that run or wait, one line each, and the way to a new one. Without any: only the button. */
export function HouseholdPlans({ householdId }: { readonly householdId: number }) {
  const navigate = useNavigate();
  const refused = useRefused();
  const list = useQuery(api.plans.list.queryOptions({ input: { householdId, text: '' } }));
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId, withClosed: false } }));
  const rows = (list.data?.rows ?? []).filter(({ state }) => state !== 'completed' && state !== 'ended');
  const owes = (page.data?.totals.openCents ?? 0) > 0;
  const make =
    refused('plans.make') || !owes || !list.data ? null : (
      <Button
        size="xs"
        onClick={() =>
          void navigate({ to: '/dossiers/$householdId/plan', params: { householdId: String(householdId) } })
        }
      >
        {texts.make}
      </Button>
    );
  if (rows.length === 0) return make;
  return (
    <Card title={texts.card}>
      <ul className={classes['livePlans']}>
        {rows.map((row) => (
          <li key={row.planId}>
            <LivePlan row={row} />
          </li>
        ))}
      </ul>
      {make}
    </Card>
  );
}

function LivePlan({ row: { planId, state, next, balanceCents, payers } }: { readonly row: PlanRow }) {
  return (
    <>
      <span className={classes['lineTop']}>
        <Link to="/afbetaalplannen/$planId" params={{ planId: String(planId) }}>
          {next === null ? texts.open : texts.perMonth(formatCents(next.amountCents), formatPlainDate(next.dueDate))}
        </Link>
        <Badge tone={stateTones[state]}>{stateWords[state]}</Badge>
      </span>
      <span className={classes['quiet']}>
        <PersonName>{payers.map(({ name }) => name).join(', ')}</PersonName> · {texts.left}{' '}
        <Money cents={balanceCents} />
      </span>
    </>
  );
}
