import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatIban, isIban, normaliseIban } from '#shared/bank/iban.ts';
import type { BankAccount } from '#shared/bank/shapes.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { useProblem } from '#renderer/ui/use-problem.ts';
import classes from './bank.module.css';
import { bankTexts as texts } from './bank.nl.ts';

/** An account and its school: a new one (perhaps as a bank file names it), or one to put right. */
export function AccountForm({
  account,
  iban: given,
  onSaved,
}: {
  readonly account: BankAccount | null;
  /** Of a bank file: then the number is not asked. */
  readonly iban?: string;
  readonly onSaved: () => void;
}) {
  const schools = useQuery(api.schools.list.queryOptions());
  const chosen = useChosenSchool();
  const list = schools.data ?? [];
  const [schoolId, setSchoolId] = useState<number | null>(account?.schoolId ?? chosen);
  const school = schoolId ?? (list.length === 1 ? (list[0]?.id ?? null) : null);
  const [typed, setTyped] = useState(given ?? (account ? formatIban(account.iban) : ''));
  const [label, setLabel] = useState(account?.label ?? '');
  const [tried, setTried] = useState(false);
  const problem = useProblem();
  const save = useMutation(
    api.bank.saveAccount.mutationOptions({
      onSuccess: (saved) => {
        notifyDone(texts.accountSaved(formatIban(saved.iban), saved.schoolName));
        setTried(false);
        if (account === null && given === undefined) {
          setTyped('');
          setLabel('');
        }
        onSaved();
      },
      onError: problem.show,
    }),
  );
  const readable = given !== undefined || isIban(typed);
  function submit(): void {
    setTried(true);
    problem.clear();
    if (school === null || !readable) return;
    save.mutate({
      bankAccountId: account?.bankAccountId ?? null,
      schoolId: school,
      iban: normaliseIban(typed),
      label: label.trim(),
    });
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="sm">
        <div className={classes['accountForm']}>
          <Select
            label={texts.school}
            searchable={list.length > 8}
            value={school === null ? null : String(school)}
            options={list.map(({ id, name }) => ({ value: String(id), label: name }))}
            error={tried && school === null ? texts.schoolMissing : null}
            onChange={(value) => setSchoolId(value === null ? null : Number(value))}
          />
          <TextInput
            label={texts.label}
            description={texts.labelHint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            maxLength={80}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
          />
          {given === undefined ? (
            <TextInput
              label={texts.ibanLabel}
              autoComplete="off"
              spellCheck={false}
              value={typed}
              error={tried && !readable ? texts.ibanWrong : null}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          ) : null}
        </div>
        <ProblemAlert error={problem.problem} />
        <div>
          <Button type="submit" variant={given === undefined ? 'default' : 'primary'} loading={save.isPending}>
            {account === null ? texts.addAccount : texts.save}
          </Button>
        </div>
      </Stack>
    </form>
  );
}
