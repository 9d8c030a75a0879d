import { useNavigate } from '@tanstack/react-router';
import {
  IconArrowsJoin,
  IconArrowsSplit,
  IconArrowsDiff,
  IconCalendarPlus,
  IconDots,
  IconHandStop,
  IconHistory,
  IconMessages,
  IconPencil,
  IconUsersGroup,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import type { BookingAction } from '#renderer/parts/booking/booking-dialog.tsx';
import { HoldDialog } from '#renderer/parts/holds/hold-dialog.tsx';
import { householdTarget, payerTarget } from '#renderer/parts/holds/hold-target.ts';
import { holdTexts } from '#renderer/parts/holds/holds.nl.ts';
import { setSelection } from '#renderer/app/selection.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { BookMenu } from './book-menu.tsx';
import { householdTexts } from './dossier.nl.ts';
import { MergeDialog } from './merge-dialog.tsx';
import { NextStepDialog } from './next-step-dialog.tsx';
import { peopleTexts } from './people.nl.ts';
import { RenameDialog } from './rename-dialog.tsx';
import { ChangesDrawer } from './changes-drawer.tsx';
import { SeparationDrawer } from './separation-drawer.tsx';
import { separationTexts } from './separation.nl.ts';
import { SplitDialog } from './split-dialog.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';

type Dialog = 'nextStep' | 'hold' | 'rename' | 'merge' | 'split' | 'separation' | 'changes';

/** The buttons at the top: the next step and the message in sight, what is rare in the menu. */
export function HouseholdActions({
  household,
  onAction,
}: {
  readonly household: HouseholdPage;
  readonly onAction: (action: BookingAction) => void;
}) {
  const navigate = useNavigate();
  const today = useToday();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const refused = useRefused();
  const close = () => setDialog(null);
  return (
    <>
      <Button leftIcon={<IconCalendarPlus size={16} stroke={1.7} />} onClick={() => setDialog('nextStep')}>
        {householdTexts.planStep}
      </Button>
      <BookMenu household={household} onAction={onAction} />
      <Button
        variant="primary"
        onClick={() => {
          setSelection({ grouping: 'household', keys: [household.householdId] });
          void navigate({ to: '/bericht' });
        }}
      >
        {householdTexts.compose}
      </Button>
      <Menu
        label={householdTexts.moreActions}
        target={
          <IconButton label={householdTexts.moreActions}>
            <IconDots size={18} />
          </IconButton>
        }
        items={[
          {
            label: holdTexts.action,
            icon: <IconHandStop size={16} />,
            disabled: refused('holds.place'),
            onClick: () => setDialog('hold'),
          },
          {
            label: householdTexts.talk,
            icon: <IconMessages size={16} />,
            onClick: () =>
              void navigate({
                to: '/dossiers/$householdId/gesprek',
                params: { householdId: String(household.householdId) },
              }),
          },
          {
            label: separationTexts.menu,
            icon: <IconUsersGroup size={16} />,
            disabled: refused('people.separate') || household.payers.length === 0 || household.pupils.length === 0,
            onClick: () => setDialog('separation'),
          },
          null,
          { label: peopleTexts.rename, icon: <IconPencil size={16} />, onClick: () => setDialog('rename') },
          { label: peopleTexts.merge, icon: <IconArrowsJoin size={16} />, onClick: () => setDialog('merge') },
          {
            label: peopleTexts.split,
            icon: <IconArrowsSplit size={16} />,
            onClick: () => setDialog('split'),
            disabled: household.pupils.length < 2,
          },
          {
            label: separationTexts.changesMenu,
            icon: <IconArrowsDiff size={16} />,
            disabled: refused('people.changes'),
            onClick: () => setDialog('changes'),
          },
          ...(refused('audit.list')
            ? []
            : [
                null,
                {
                  label: householdTexts.audit,
                  icon: <IconHistory size={16} />,
                  onClick: () =>
                    void navigate({
                      to: '/instellingen',
                      search: { tab: 'audit', householdId: household.householdId },
                    }),
                },
              ]),
        ]}
      />
      {dialog === 'nextStep' && today !== undefined ? (
        <NextStepDialog householdId={household.householdId} today={today} onClose={close} />
      ) : null}
      {dialog === 'hold' && today !== undefined ? (
        <HoldDialog
          targets={[
            householdTarget(household.householdId),
            ...household.payers.map(({ payerId, firstName, lastName }) =>
              payerTarget(payerId, `${firstName} ${lastName}`.trim()),
            ),
          ]}
          today={today}
          onClose={close}
        />
      ) : null}
      {dialog === 'separation' && today !== undefined ? (
        <SeparationDrawer household={household} today={today} onClose={close} />
      ) : null}
      {dialog === 'changes' ? <ChangesDrawer householdId={household.householdId} onClose={close} /> : null}
      {dialog === 'rename' ? <RenameDialog household={household} onClose={close} /> : null}
      {dialog === 'merge' ? <MergeDialog household={household} onClose={close} /> : null}
      {dialog === 'split' ? <SplitDialog household={household} onClose={close} /> : null}
    </>
  );
}
