import { useMutation } from '@tanstack/react-query';
import { formatIban, isIban, normaliseIban } from '#shared/bank/iban.ts';
import { type PayerAccount, payerAccountRequest } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useZodForm } from '#renderer/ui/form.ts';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Heading, PersonName } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { useProblem } from '#renderer/ui/use-problem.ts';
import { fieldSetter } from './form-fields.ts';
import { useAsksSecondPerson } from './use-asks-second-person.ts';
import classes from './people.module.css';
import { accountTexts as texts } from './payer-accounts.nl.ts';

const accountForm = payerAccountRequest.extend({
  iban: payerAccountRequest.shape.iban.refine(isIban, texts.ibanWrong),
});

/** An account typed in by hand, new or in the place of a known one. */
export function PayerAccountForm({
  payerId,
  schoolIds,
  holderName,
  replaces,
  onStopReplacing,
  onSaved,
}: {
  readonly payerId: number;
  /** Of the pupils: a school may ask a second person, who reads the reason. */
  readonly schoolIds: readonly number[];
  readonly holderName: string;
  readonly replaces: PayerAccount | null;
  readonly onStopReplacing: () => void;
  /** `waits`: a second person is asked first. */
  readonly onSaved: (iban: string, waits: boolean) => void;
}) {
  const form = useZodForm(accountForm, {
    payerId,
    iban: '',
    holderName,
    replacesPayerAccountId: replaces?.payerAccountId ?? null,
    reason: '',
  });
  const { register, formState } = form;
  const asksSecond = useAsksSecondPerson(schoolIds);
  const problem = useProblem(fieldSetter(form, ['iban', 'holderName', 'reason']));
  const saving = useMutation(
    api.bank.savePayerAccount.mutationOptions({
      onSuccess: (answer, { iban }) => onSaved(iban, answer.outcome === 'waiting'),
      onError: problem.show,
    }),
  );
  const save = form.handleSubmit((request) => {
    problem.clear();
    saving.mutate({ ...request, iban: normaliseIban(request.iban) });
  });
  return (
    <form
      noValidate
      className={classes['accounts']}
      onSubmit={(event) => void save(event)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) void save(event);
      }}
    >
      <Heading level={3}>
        {replaces ? <PersonName>{texts.replaceTitle(formatIban(replaces.iban))}</PersonName> : texts.addTitle}
      </Heading>
      <ProblemAlert error={problem.problem} />
      <div className={classes['fields']}>
        <div className={classes['half']}>
          <TextInput
            label={texts.iban}
            required
            autoComplete="off"
            spellCheck={false}
            maxLength={50}
            {...(replaces ? { autoFocus: true } : {})}
            {...register('iban')}
            error={formState.errors.iban?.message}
          />
        </div>
        <div className={classes['half']}>
          <TextInput
            label={texts.holder}
            maxLength={70}
            {...register('holderName')}
            error={formState.errors.holderName?.message}
          />
        </div>
        {asksSecond ? (
          <div className={classes['full']}>
            <TextInput
              label={texts.reason}
              description={texts.reasonHint}
              maxLength={500}
              {...register('reason')}
              error={formState.errors.reason?.message}
            />
          </div>
        ) : null}
      </div>
      <div className={classes['buttons']}>
        <Button type="submit" variant="primary" loading={saving.isPending}>
          {replaces ? texts.replaceConfirm : texts.add}
        </Button>
        {replaces ? <Button onClick={onStopReplacing}>{texts.stopReplacing}</Button> : null}
      </div>
    </form>
  );
}
