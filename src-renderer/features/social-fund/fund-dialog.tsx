import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Fund } from '#shared/social-fund/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useChosenSchool } from '#renderer/app/school-choice.ts';
import { AmountInput } from '#renderer/parts/booking/amount-input.tsx';
import { SchoolYearSelect } from '#renderer/parts/school-year-select.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { socialFundTexts as texts } from './social-fund.nl.ts';

/** What there is to give, for one school, year and source; of one that stands, the school and the year stay. */
export function FundDialog({
  fund,
  schoolYear,
  years,
  onClose,
}: {
  readonly fund: Fund | null;
  readonly schoolYear: string;
  readonly years: readonly string[];
  readonly onClose: () => void;
}) {
  const schools = useQuery(api.schools.list.queryOptions());
  const shown = useChosenSchool();
  const [draft, setDraft] = useState({
    schoolId: fund?.schoolId ?? shown,
    schoolYear: fund?.schoolYear ?? schoolYear,
    source: fund?.source ?? '',
    amountCents: fund?.amountCents ?? null,
    note: fund?.note ?? '',
  });
  const [isAsked, setIsAsked] = useState(false);
  const change = (part: Partial<typeof draft>): void => setDraft((current) => ({ ...current, ...part }));
  const save = useMutation(
    api.socialFund.saveFund.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.fundSaved);
        onClose();
      },
    }),
  );
  const schoolId = draft.schoolId ?? (schools.data?.length === 1 ? (schools.data[0]?.id ?? null) : null);
  function submit(): void {
    setIsAsked(true);
    const { amountCents, source } = draft;
    if (schoolId !== null && amountCents !== null && source.trim() !== '')
      save.mutate({ ...draft, fundId: fund?.fundId ?? null, schoolId, amountCents });
  }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={fund === null ? texts.addFund : texts.changeFund}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: save.isPending }}
    >
      <Stack gap="sm">
        <TextInput
          data-autofocus
          required
          label={texts.source}
          description={texts.sourceHint}
          maxLength={120}
          value={draft.source}
          onChange={(event) => change({ source: event.target.value })}
          error={isAsked && draft.source.trim() === '' ? texts.fillIn : undefined}
        />
        <Select
          label={texts.columns.school}
          required
          disabled={fund !== null}
          value={schoolId === null ? null : String(schoolId)}
          options={(schools.data ?? []).map(({ id, name }) => ({ value: String(id), label: name }))}
          onChange={(value) => change({ schoolId: Number(value) })}
          error={isAsked && schoolId === null ? texts.fillIn : undefined}
        />
        <SchoolYearSelect
          required
          disabled={fund !== null}
          years={years}
          value={draft.schoolYear}
          onChange={(year) => change({ schoolYear: year })}
        />
        <AmountInput
          label={texts.budget}
          required
          cents={draft.amountCents}
          onCents={(amountCents) => change({ amountCents })}
          error={isAsked && draft.amountCents === null ? texts.fillIn : null}
        />
        <TextInput
          label={texts.note}
          maxLength={300}
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        <ProblemAlert error={save.error} />
      </Stack>
    </Modal>
  );
}
