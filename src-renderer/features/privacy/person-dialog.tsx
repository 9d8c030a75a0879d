import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type PrivacyRequestKind, privacyRequestKinds, type Subject } from '#shared/privacy/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { downloadFile } from '#renderer/ui/file-content.ts';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Heading, Text } from '#renderer/ui/text.tsx';
import { ErasePart } from './erase-part.tsx';
import { privacyTexts as texts } from './privacy.nl.ts';

/** What one person of the household may ask: a report to hand over, a question that is noted, and erasure. */
export function PersonDialog({ householdId, onClose }: { readonly householdId: number; readonly onClose: () => void }) {
  const people = usePeople(householdId);
  const [chosen, setChosen] = useState<string | null>(null);
  const key = chosen ?? people[0]?.value ?? null;
  const subject = key === null ? null : subjectOf(key);
  return (
    <Modal opened size="md" onClose={onClose} title={texts.title}>
      <Stack gap="md">
        <Select label={texts.about} value={key} options={people} onChange={setChosen} />
        {subject === null ? null : (
          <>
            <ReportPart subject={subject} />
            <RecordPart key={`record-${key}`} subject={subject} />
            <ErasePart key={`erase-${key}`} subject={subject} onErased={onClose} />
          </>
        )}
      </Stack>
    </Modal>
  );
}

function usePeople(householdId: number): { readonly value: string; readonly label: string }[] {
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId, withClosed: false } }));
  return [
    ...(page.data?.payers ?? []).map(({ payerId, firstName, lastName }) => ({
      value: `payer-${payerId}`,
      label: `${firstName} ${lastName}`.trim(),
    })),
    ...(page.data?.pupils ?? []).map(({ pupilId, firstName, lastName }) => ({
      value: `pupil-${pupilId}`,
      label: `${firstName} ${lastName}`.trim(),
    })),
  ];
}

function subjectOf(key: string): Subject {
  const [kind, id] = key.split('-');
  return kind === 'payer' ? { payerId: Number(id) } : { pupilId: Number(id) };
}

function ReportPart({ subject }: { readonly subject: Subject }) {
  const [withSocialNotes, setWithSocialNotes] = useState(false);
  const report = useMutation(api.privacy.accessReport.mutationOptions({ onSuccess: downloadFile }));
  return (
    <section>
      <Heading level={3}>{texts.report}</Heading>
      <Stack gap="xs">
        <Text muted>{texts.reportHint}</Text>
        <Checkbox
          label={texts.withSocial}
          checked={withSocialNotes}
          onChange={(event) => setWithSocialNotes(event.currentTarget.checked)}
        />
        <Group gap="sm">
          {(['pdf', 'json'] as const).map((format) => (
            <Button
              key={format}
              loading={report.isPending && report.variables.format === format}
              onClick={() => report.mutate({ subject, format, withSocialNotes })}
            >
              {texts[format]}
            </Button>
          ))}
        </Group>
        <ProblemAlert error={report.error} />
      </Stack>
    </section>
  );
}

function RecordPart({ subject }: { readonly subject: Subject }) {
  const today = useToday();
  const refused = useRefused();
  const [kind, setKind] = useState<PrivacyRequestKind>('access');
  const [typedOn, setAskedOn] = useState<PlainDate | null>(null);
  const [note, setNote] = useState('');
  const askedOn = typedOn ?? today ?? null;
  const record = useMutation(
    api.privacy.recordRequest.mutationOptions({
      onSuccess: () => {
        setNote('');
        notifyDone(texts.recorded);
      },
    }),
  );
  if (refused('privacy.recordRequest')) return null;
  return (
    <section>
      <Heading level={3}>{texts.record}</Heading>
      <Stack gap="xs">
        <Select
          label={texts.whatTo}
          value={kind}
          options={privacyRequestKinds.map((value) => ({ value, label: texts.kinds[value] }))}
          onChange={(value) => setKind(privacyRequestKinds.find((one) => one === value) ?? 'access')}
        />
        {kind === 'rectification' ? <Text muted>{texts.rectify}</Text> : null}
        <Group gap="sm" align="flex-end">
          <DateInput
            label={texts.askedOn}
            width={170}
            value={askedOn}
            {...(today === undefined ? {} : { maxDate: today })}
            onChange={setAskedOn}
          />
          <TextInput
            label={texts.note}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <Button
            loading={record.isPending}
            disabled={askedOn === null}
            onClick={() => {
              if (askedOn !== null) record.mutate({ subject, kind, askedOn, note });
            }}
          >
            {texts.record}
          </Button>
        </Group>
        <ProblemAlert error={record.error} />
      </Stack>
    </section>
  );
}
