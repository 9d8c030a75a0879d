import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import {
  IconDots,
  IconFileText,
  IconPencil,
  IconPlayerPause,
  IconPlayerStop,
  IconSend,
  IconUserPlus,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import type { PlanPage } from '#shared/plans/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu, type MenuItem } from '#renderer/ui/menu.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { EndDialog } from './end-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { pageTexts as texts } from './plan-page.nl.ts';
import { isOver } from './plan-steps.ts';
import { SendDialog } from './send-dialog.tsx';
import { SignDialog } from './sign-dialog.tsx';

type Dialog = 'sign' | 'send' | 'pause' | 'end';

/** The one next step in sight, the paper beside it, what is rarer in the menu. */
export function PlanActions({ plan }: { readonly plan: PlanPage }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [file, setFile] = useState<FileOut | null>(null);
  const refused = useRefused();
  const revive = useMutation(
    api.plans.revive.mutationOptions({ onSuccess: () => notifyDone(texts.revived), onError: notifyProblem }),
  );
  const paper = useMutation(
    api.plans.document.mutationOptions({ meta: { quiet: true }, onSuccess: setFile, onError: notifyProblem }),
  );
  const { planId, payers } = plan;
  const close = (): void => setDialog(null);
  const waiting = payers.filter(({ payerId }) => plan.notAccepted.includes(payerId));
  const runs = !isOver(plan);
  const items = useMenuItems(plan, setDialog);
  return (
    <>
      <Menu
        label={texts.document}
        target={
          <Button leftIcon={<IconFileText size={16} stroke={1.7} />} loading={paper.isPending}>
            {texts.document}
          </Button>
        }
        items={[
          ...payers.map(({ payerId, name }) => ({
            label: <PersonName>{texts.openFor(name)}</PersonName>,
            icon: <IconFileText size={16} />,
            onClick: () => paper.mutate({ planId, payerId }),
          })),
          ...(runs && !refused('plans.sendDocument')
            ? [null, { label: texts.send, icon: <IconSend size={16} />, onClick: () => setDialog('send') }]
            : []),
        ]}
      />
      {plan.state === 'ended' && !refused('plans.revive') ? (
        <Button variant="primary" loading={revive.isPending} onClick={() => revive.mutate({ planId })}>
          {texts.revive}
        </Button>
      ) : null}
      {runs && waiting.length > 0 && !refused('plans.recordAcceptance') ? (
        <Button variant="primary" onClick={() => setDialog('sign')}>
          {texts.sign}
        </Button>
      ) : null}
      {items.length > 0 ? (
        <Menu
          label={texts.more}
          target={
            <IconButton label={texts.more}>
              <IconDots size={18} />
            </IconButton>
          }
          items={items}
        />
      ) : null}
      {dialog === 'sign' ? <SignDialog plan={plan} waiting={waiting} onClose={close} /> : null}
      {dialog === 'send' ? <SendDialog plan={plan} onClose={close} /> : null}
      {dialog === 'pause' ? <PauseDialog planId={planId} onClose={close} /> : null}
      {dialog === 'end' ? (
        <EndDialog
          planId={planId}
          isLoan={plan.interest !== null}
          onRevive={() => revive.mutate({ planId })}
          onClose={close}
        />
      ) : null}
      <FileViewer file={file} onClose={() => setFile(null)} />
    </>
  );
}

/** What can be done with it now; another parent who owes may get an own plan. */
function useMenuItems(plan: PlanPage, open: (dialog: Dialog) => void): readonly (MenuItem | null)[] {
  const navigate = useNavigate();
  const refused = useRefused();
  const { householdId, planId, payers } = plan;
  const household = useQuery(api.dossier.page.queryOptions({ input: { householdId } }));
  if (isOver(plan)) return [];
  const others = (household.data?.payers ?? []).filter(
    ({ payerId, openCents }) => openCents > 0 && payers.every((own) => own.payerId !== payerId),
  );
  const change: MenuItem = {
    label: texts.change,
    icon: <IconPencil size={16} />,
    onClick: () =>
      void navigate({ to: '/afbetaalplannen/$planId', params: { planId: String(planId) }, search: { change: true } }),
  };
  const more = others.map(({ payerId, firstName, lastName }): MenuItem => ({
    label: <PersonName>{texts.otherPlan(`${firstName} ${lastName}`.trim())}</PersonName>,
    icon: <IconUserPlus size={16} />,
    onClick: () =>
      void navigate({
        to: '/dossiers/$householdId/plan',
        params: { householdId: String(householdId) },
        search: { payerId },
      }),
  }));
  return [
    // What was lent is not spread anew: a loan is stopped, and what is left gets another plan.
    ...(refused('plans.change') || plan.interest !== null ? [] : [change]),
    ...(refused('plans.pause')
      ? []
      : [{ label: texts.pause, icon: <IconPlayerPause size={16} />, onClick: () => open('pause') }]),
    ...(refused('plans.end')
      ? []
      : [{ label: texts.end, icon: <IconPlayerStop size={16} />, onClick: () => open('end') }]),
    ...(refused('plans.make') ? [] : more),
  ];
}
