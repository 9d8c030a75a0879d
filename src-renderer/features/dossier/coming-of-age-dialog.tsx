import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HouseholdPage, HouseholdPupil } from '#shared/dossier/contract.ts';
import { ofAgeOn } from '#shared/people/coming-of-age.ts';
import type { PayerDetails } from '#shared/people/contract.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { emptyToNull } from './form-fields.ts';
import { ofAgeTexts as texts } from './leavers.nl.ts';
import { peopleTexts } from './people.nl.ts';
import { useUndoChange } from './use-undo-change.ts';
import classes from './people.module.css';

type Parents = 'stay' | 'leave';

/** A pupil of age becomes a payer from a day on; whether the parents go on owing has to be chosen. */
export function ComingOfAgeDialog({
  household,
  pupil,
  today,
  onClose,
}: {
  readonly household: HouseholdPage;
  readonly pupil: HouseholdPupil;
  readonly today: PlainDate;
  readonly onClose: () => void;
}) {
  const ofAge = pupil.birthDate === null ? today : ofAgeOn(pupil.birthDate);
  const [fromDate, setFromDate] = useState<PlainDate | null>(ofAge > today ? ofAge : today);
  const [parents, setParents] = useState<Parents | null>(null);
  const [details, setDetails] = useState<PayerDetails>(() => startingDetails(household, pupil));
  const [tried, setTried] = useState(false);
  const { tell } = useUndoChange();
  const save = useMutation(
    api.people.comeOfAge.mutationOptions({
      onSuccess: () => {
        tell(texts.done(pupil.firstName), household.householdId);
        onClose();
      },
    }),
  );
  function submit(): void {
    setTried(true);
    if (fromDate === null || parents === null) return;
    save.mutate({ pupilId: pupil.pupilId, fromDate, details, parentsStay: parents === 'stay' });
  }
  const text = (field: 'street' | 'postalCode' | 'city') => (
    <TextInput
      label={peopleTexts[field]}
      value={details[field]}
      onChange={(event) => setDetails({ ...details, [field]: event.target.value })}
    />
  );
  const contact = (field: 'email' | 'phone') => (
    <TextInput
      label={peopleTexts[field]}
      value={details[field] ?? ''}
      onChange={(event) => setDetails({ ...details, [field]: emptyToNull(event.target.value) as string | null })}
    />
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={texts.dialogTitle(pupil.firstName)}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: save.isPending }}
    >
      <div className={classes['fields']}>
        <div className={classes['full']}>
          <Text muted>{texts.dialogText(pupil.firstName)}</Text>
          <ProblemAlert error={save.error} />
        </div>
        <div className={classes['half']}>
          <DateInput label={texts.from} clearable={false} minDate={ofAge} value={fromDate} onChange={setFromDate} />
        </div>
        <div className={classes['full']}>
          <RadioGroup
            label={texts.parents}
            value={parents ?? ('' as Parents)}
            onChange={setParents}
            error={tried && parents === null ? texts.chooseParents : null}
            options={[
              { value: 'stay', label: texts.parentsStay, description: texts.parentsStayHint },
              { value: 'leave', label: texts.parentsLeave, description: texts.parentsLeaveHint },
            ]}
          />
        </div>
        <div className={classes['half']}>{contact('email')}</div>
        <div className={classes['half']}>{contact('phone')}</div>
        <div className={classes['half']}>{text('street')}</div>
        <div>{text('postalCode')}</div>
        <div className={classes['third']}>{text('city')}</div>
      </div>
    </Modal>
  );
}

/** The pupil lives with the first payer until somebody says otherwise; an e-mail address is never guessed. */
function startingDetails({ payers }: HouseholdPage, { firstName, lastName }: HouseholdPupil): PayerDetails {
  const home = payers[0];
  return {
    relation: 'self',
    firstName,
    lastName,
    language: home?.language ?? 'nl',
    salutation: 'neutral',
    email: null,
    phone: null,
    channel: 'email',
    street: home?.street ?? '',
    postalCode: home?.postalCode ?? '',
    city: home?.city ?? '',
    country: home?.country ?? 'BE',
    thirdPartyPayerId: null,
  };
}
