import { useMutation } from '@tanstack/react-query';
import { stored } from '#shared/api/schemas.ts';
import { thirdPartyPayerDetails, type ThirdPartyPayer } from '#shared/people/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Controller, useZodForm } from '#renderer/ui/form.ts';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { useProblem } from '#renderer/ui/use-problem.ts';
import { ContactFields } from './contact-fields.tsx';
import { choices, emptyToNull, fieldSetter } from './form-fields.ts';
import { peopleTexts } from './people.nl.ts';
import classes from './people.module.css';

const newParty = {
  name: '',
  contactName: null,
  language: 'nl',
  email: null,
  phone: null,
  channel: 'letter',
  street: '',
  postalCode: '',
  city: '',
  country: 'BE',
  iban: null,
} as const;

/** Contact data of an OCMW, mediator … that several payers can share. */
export function ThirdPartyDialog({
  party,
  onClose,
  onSaved,
}: {
  readonly party: ThirdPartyPayer | null;
  readonly onClose: () => void;
  readonly onSaved: (party: ThirdPartyPayer) => void;
}) {
  const form = useZodForm(thirdPartyPayerDetails, party ? stored(thirdPartyPayerDetails).parse(party) : newParty);
  const { register, control, formState } = form;
  const problem = useProblem(fieldSetter(form, Object.keys(newParty)));
  const saving = useMutation(api.people.saveThirdPartyPayer.mutationOptions({ onError: problem.show }));
  const save = form.handleSubmit((details) => {
    problem.clear();
    saving.mutate(
      { thirdPartyPayerId: party?.id ?? null, details },
      {
        onSuccess: (saved) => {
          notifyDone(peopleTexts.saved);
          onSaved(saved);
        },
      },
    );
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={peopleTexts.thirdPartyTitle}
      size="lg"
      onConfirm={() => void save()}
      confirm={{ label: peopleTexts.save, loading: saving.isPending }}
    >
      <div className={classes['fields']}>
        {problem.problem ? (
          <div className={classes['full']}>
            <ProblemAlert error={problem.problem} />
          </div>
        ) : null}
        <div className={classes['half']}>
          <TextInput
            data-autofocus
            label={peopleTexts.thirdPartyName}
            required
            {...register('name')}
            error={formState.errors.name?.message}
          />
        </div>
        <div className={classes['half']}>
          <TextInput
            label={peopleTexts.contactName}
            {...register('contactName', { setValueAs: emptyToNull })}
            error={formState.errors.contactName?.message}
          />
        </div>
        <ContactFields
          fields={{
            email: register('email', { setValueAs: emptyToNull }),
            phone: register('phone', { setValueAs: emptyToNull }),
            street: register('street'),
            postalCode: register('postalCode'),
            city: register('city'),
            country: register('country'),
          }}
          errors={formState.errors}
          channel={
            <Controller
              control={control}
              name="channel"
              render={({ field }) => (
                <Select
                  label={peopleTexts.channel}
                  options={choices(peopleTexts.channels)}
                  value={field.value}
                  onChange={(value) => value && field.onChange(value)}
                />
              )}
            />
          }
        />
        <div className={classes['half']}>
          <Controller
            control={control}
            name="language"
            render={({ field }) => (
              <Select
                label={peopleTexts.language}
                options={choices(peopleTexts.languages)}
                value={field.value}
                onChange={(value) => value && field.onChange(value)}
              />
            )}
          />
        </div>
        <div className={classes['half']}>
          <TextInput
            label={peopleTexts.iban}
            {...register('iban', { setValueAs: emptyToNull })}
            error={formState.errors.iban?.message}
          />
        </div>
      </div>
    </Modal>
  );
}
