import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { PlanClaim, PlanPage } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { CellLines } from '#renderer/ui/cell-lines.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Table, type TableColumn } from '#renderer/ui/table.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import { isOver } from './plan-steps.ts';
import classes from './plans.module.css';

/** What the plan is about, in the order in which it is paid. */
export function PlanClaimsCard({ plan }: { readonly plan: PlanPage }) {
  const { planId, claims } = plan;
  const navigate = useNavigate();
  const refused = useRefused();
  const add = useMutation(api.plans.addClaims.mutationOptions({ onError: notifyProblem }));
  const remove = useMutation(api.plans.removeClaims.mutationOptions({ onError: notifyProblem }));
  const mayRemove = !isOver(plan) && claims.length > 1 && !refused('plans.removeClaims');
  function takeOut({ invoiceId, number }: PlanClaim): void {
    const input = { planId, invoiceIds: [invoiceId] };
    const undo = (): void => add.mutate(input, { onSuccess: () => notifyDone(texts.broughtBack(number)) });
    remove.mutate(input, { onSuccess: () => notifyDone(texts.takenOut(number), undo) });
  }
  const columns: readonly TableColumn<PlanClaim>[] = [
    {
      id: 'number',
      header: texts.claimNumber,
      cell: ({ invoiceId, number, billingGroup, schoolName }) => (
        <CellLines>
          <Link to="/facturen/$invoiceId" params={{ invoiceId: String(invoiceId) }}>
            {number}
          </Link>
          <span className={classes['quiet']}>
            {billingGroup} · {schoolName}
          </span>
        </CellLines>
      ),
    },
    { id: 'pupil', header: texts.claimPupil, cell: ({ pupilName }) => <PersonName>{pupilName}</PersonName> },
    {
      id: 'limited',
      header: texts.claimLimited,
      width: 112,
      cell: ({ limitedFrom }) => (limitedFrom === null ? null : <PlainDate date={limitedFrom} />),
    },
    {
      id: 'start',
      header: texts.claimStart,
      align: 'right',
      width: 100,
      cell: ({ startCents }) => <Money cents={startCents} />,
    },
    {
      id: 'open',
      header: texts.claimOpen,
      align: 'right',
      width: 100,
      cell: ({ openCents }) => <Money cents={openCents} strong />,
    },
    ...(mayRemove
      ? [
          {
            id: 'actions',
            header: texts.claimActions,
            width: 96,
            cell: (claim: PlanClaim) => (
              <TextButton aria-label={texts.takeOutOf(claim.number)} onClick={() => takeOut(claim)}>
                {texts.takeOut}
              </TextButton>
            ),
          },
        ]
      : []),
  ];
  return (
    <Card
      title={texts.claims}
      flush
      actions={
        isOver(plan) || claims.length < 2 || refused('plans.change') ? null : (
          <Button
            size="xs"
            onClick={() =>
              void navigate({
                to: '/afbetaalplannen/$planId',
                params: { planId: String(planId) },
                search: { change: true },
              })
            }
          >
            {texts.changeOrder}
          </Button>
        )
      }
    >
      <Table label={texts.claims} columns={columns} rows={claims} getKey={({ invoiceId }) => invoiceId} />
    </Card>
  );
}
