import {
  IconCalendarRepeat,
  IconDoorExit,
  IconDots,
  IconInfoCircle,
  IconScale,
  IconUserCheck,
  IconUserShare,
} from '@tabler/icons-react';
import { useState } from 'react';
import type { HouseholdPage, HouseholdPupil } from '#shared/dossier/contract.ts';
import { formatPlainDate } from '#shared/calendar/plain-date.ts';
import { periodicTexts } from '#renderer/parts/periodic.nl.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { ComingOfAgeDialog } from './coming-of-age-dialog.tsx';
import { leaversTexts, ofAgeTexts } from './leavers.nl.ts';
import { LeftDialog } from './left-dialog.tsx';
import { InfoNoteDialog } from './info-note-dialog.tsx';
import { LiabilitiesDialog } from './liabilities-dialog.tsx';
import { liabilityWords } from './liability-words.ts';
import { MovePupilDialog } from './move-pupil-dialog.tsx';
import { PeriodicChargesDialog } from './periodic-charges-dialog.tsx';
import { peopleTexts } from './people.nl.ts';
import classes from './people.module.css';

/** The children: class, school, infobol, and who pays for each. */
export function PupilsCard({ household }: { readonly household: HouseholdPage }) {
  return (
    <Card title={peopleTexts.pupils}>
      {household.pupils.length === 0 ? <Text muted>{peopleTexts.noPupils}</Text> : null}
      <ul className={classes['list']}>
        {household.pupils.map((pupil) => (
          <PupilEntry key={pupil.pupilId} household={household} pupil={pupil} />
        ))}
      </ul>
    </Card>
  );
}

function PupilEntry({ household, pupil }: { readonly household: HouseholdPage; readonly pupil: HouseholdPupil }) {
  const [dialog, setDialog] = useState<'infoNote' | 'liabilities' | 'move' | 'periodic' | 'ofAge' | 'left' | null>(
    null,
  );
  const today = useToday();
  const refused = useRefused();
  const close = () => setDialog(null);
  const name = `${pupil.firstName} ${pupil.lastName}`;
  const place = [pupil.schoolName, pupil.siteName].filter(Boolean).join(', ');
  return (
    <li className={classes['person']}>
      <div className={classes['head']}>
        <span className={classes['name']}>
          <PersonName strong>{name}</PersonName>
        </span>
        {pupil.className === '' ? null : <Badge>{pupil.className}</Badge>}
        <span className={classes['end']}>
          <Menu
            label={peopleTexts.pupilMenu(name)}
            target={
              <IconButton size="sm" label={peopleTexts.pupilMenu(name)}>
                <IconDots size={16} />
              </IconButton>
            }
            items={[
              {
                label: pupil.infoNote ? peopleTexts.editInfoNote : peopleTexts.addInfoNote,
                icon: <IconInfoCircle size={16} />,
                onClick: () => setDialog('infoNote'),
              },
              {
                label: peopleTexts.whoPays,
                icon: <IconScale size={16} />,
                onClick: () => setDialog('liabilities'),
                disabled: household.payers.length === 0,
              },
              {
                label: periodicTexts.menu,
                icon: <IconCalendarRepeat size={16} />,
                onClick: () => setDialog('periodic'),
              },
              null,
              {
                label: peopleTexts.movePupil,
                icon: <IconUserShare size={16} />,
                onClick: () => setDialog('move'),
              },
              {
                label: ofAgeTexts.menu,
                icon: <IconUserCheck size={16} />,
                disabled: refused('people.comeOfAge') || paysOwn(household, pupil),
                onClick: () => setDialog('ofAge'),
              },
              {
                label: leaversTexts.leftMenu,
                icon: <IconDoorExit size={16} />,
                disabled: refused('people.setLeft'),
                onClick: () => setDialog('left'),
              },
            ]}
          />
        </span>
      </div>
      <div className={classes['lines']}>{place}</div>
      <div className={`${classes['lines']} os-name`}>{whoPaysLine(household, pupil)}</div>
      {pupil.leftOn ? <div className={classes['lines']}>{peopleTexts.left(formatPlainDate(pupil.leftOn))}</div> : null}
      {pupil.infoNote ? (
        <button
          type="button"
          className={classes['note']}
          aria-label={`${peopleTexts.editInfoNoteOf(pupil.firstName)}: ${pupil.infoNote}`}
          onClick={() => setDialog('infoNote')}
        >
          <IconInfoCircle size={15} aria-hidden />
          <span>{pupil.infoNote}</span>
        </button>
      ) : null}
      {dialog === 'infoNote' ? <InfoNoteDialog pupil={pupil} onClose={close} /> : null}
      {dialog === 'liabilities' ? <LiabilitiesDialog household={household} pupil={pupil} onClose={close} /> : null}
      {dialog === 'periodic' ? <PeriodicChargesDialog pupil={pupil} onClose={close} /> : null}
      {dialog === 'move' ? <MovePupilDialog pupil={pupil} householdId={household.householdId} onClose={close} /> : null}
      {dialog === 'ofAge' && today !== undefined ? (
        <ComingOfAgeDialog household={household} pupil={pupil} today={today} onClose={close} />
      ) : null}
      {dialog === 'left' ? <LeftDialog pupil={pupil} householdId={household.householdId} onClose={close} /> : null}
    </li>
  );
}

function paysOwn(household: HouseholdPage, { liabilities }: HouseholdPupil): boolean {
  return household.payers.some(
    ({ payerId, relation }) => relation === 'self' && liabilities.some((one) => one.payerId === payerId),
  );
}

/** "Anke en Bram, hoofdelijk". */
function whoPaysLine(household: HouseholdPage, pupil: HouseholdPupil): string {
  const names = pupil.liabilities
    .filter(({ kind, shareBp }) => kind === 'joint' || shareBp > 0)
    .flatMap(({ payerId }) => household.payers.filter((payer) => payer.payerId === payerId))
    .map(({ firstName, lastName }) => (firstName === '' ? lastName : firstName));
  return [names.join(' en '), liabilityWords(pupil.liabilities)].filter((part) => part !== '').join(', ');
}
