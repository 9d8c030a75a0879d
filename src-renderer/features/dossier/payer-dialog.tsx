import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { stored } from '#shared/api/schemas.ts';
import type { HouseholdPayer } from '#shared/dossier/contract.ts';
import { payerDetails, type PayerDetails } from '#shared/people/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Controller, useZodForm } from '#renderer/ui/form.ts';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { useProblem } from '#renderer/ui/use-problem.ts';
import { ContactFields } from './contact-fields.tsx';
import { choices, emptyToNull, fieldSetter } from './form-fields.ts';
import { peopleTexts } from './people.nl.ts';
import { ThirdPartyField } from './third-party-field.tsx';
import classes from './people.module.css';

const newPayer: PayerDetails = {
  relation: 'parent',
  firstName: '',
  lastName: '',
  language: 'nl',
  salutation: 'neutral',
  email: null,
  phone: null,
  channel: 'email',
  street: '',
  postalCode: '',
  city: '',
  country: 'BE',
  thirdPartyPayerId: null,
};

/** Contact data of a payer; without `payer` it adds one to the household. */
export function PayerDialog({
  householdId,
  payer,
  onClose,
}: {
  readonly householdId: number | null;
  readonly payer: HouseholdPayer | null;
  readonly onClose: () => void;
}) {
  const formId = useId();
  const form = useZodForm(payerDetails, payer ? stored(payerDetails).parse(payer) : newPayer);
  const { register, control, formState } = form;
  const problem = useProblem(fieldSetter(form, Object.keys(newPayer)));
  const update = useMutation(api.people.updatePayer.mutationOptions({ onError: problem.show }));
  const add = useMutation(api.people.addPayer.mutationOptions({ onError: problem.show }));
  const save = form.handleSubmit((details) => {
    problem.clear();
    const done = (words: string) => ({
      onSuccess: () => {
        notifyDone(words);
        onClose();
      },
    });
    if (payer) update.mutate({ payerId: payer.payerId, details }, done(peopleTexts.saved));
    else if (householdId !== null) {
      const name = `${details.firstName} ${details.lastName}`.trim();
      add.mutate({ householdId, details }, done(peopleTexts.payerAdded(name)));
    }
  });
  const title = payer
    ? peopleTexts.editPayerTitle(`${payer.firstName} ${payer.lastName}`.trim())
    : peopleTexts.newPayerTitle;
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size="lg"
      onConfirm={() => void save()}
      confirm={{ label: peopleTexts.save, loading: update.isPending || add.isPending, form: formId }}
    >
      <form id={formId} noValidate onSubmit={(event) => void save(event)}>
        <div className={classes['fields']}>
          {payer ? null : (
            <div className={classes['full']}>
              <Text muted>{peopleTexts.newPayerHint}</Text>
            </div>
          )}
          {problem.problem ? (
            <div className={classes['full']}>
              <ProblemAlert error={problem.problem} />
            </div>
          ) : null}
          <div className={classes['half']}>
            <TextInput
              data-autofocus
              label={peopleTexts.firstName}
              {...register('firstName')}
              error={formState.errors.firstName?.message}
            />
          </div>
          <div className={classes['half']}>
            <TextInput
              label={peopleTexts.lastName}
              required
              {...register('lastName')}
              error={formState.errors.lastName?.message}
            />
          </div>
          <div className={classes['third']}>
            <Controller
              control={control}
              name="relation"
              render={({ field }) => (
                <Select
                  label={peopleTexts.relation}
                  // A pupil becomes a payer from a day on, with a dialog of its own.
                  options={choices(peopleTexts.relations).filter(
                    ({ value }) => value !== 'self' || payer?.relation === 'self',
                  )}
                  value={field.value}
                  onChange={(value) => value && field.onChange(value)}
                />
              )}
            />
          </div>
          <div className={classes['third']}>
            <Controller
              control={control}
              name="salutation"
              render={({ field }) => (
                <Select
                  label={peopleTexts.salutation}
                  options={choices(peopleTexts.salutations)}
                  value={field.value}
                  onChange={(value) => value && field.onChange(value)}
                />
              )}
            />
          </div>
          <div className={classes['third']}>
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
          <div className={classes['full']}>
            <Controller
              control={control}
              name="thirdPartyPayerId"
              render={({ field, fieldState }) => (
                <ThirdPartyField value={field.value} onChange={field.onChange} error={fieldState.error?.message} />
              )}
            />
          </div>
        </div>
      </form>
    </Modal>
  );
}
