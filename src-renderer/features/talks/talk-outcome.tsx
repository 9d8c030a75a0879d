import { type Ref, useImperativeHandle, useState } from 'react';
import { addDays, type PlainDate } from '#shared/calendar/plain-date.ts';
import { talkOutcomeNames } from '#shared/talks/after-talk.ts';
import { type TalkGuide, type TalkOutcome, talkOutcomes } from '#shared/talks/contract.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { talksTexts as texts } from './talks.nl.ts';
import { useRecordTalk } from './use-record-talk.ts';

export type SubmitTalk = { readonly submit: () => void };
type School = { readonly schoolId: number; readonly schoolName: string };

/** Days that are offered first: nearly always right, so that two clicks are enough. */
const firstDays = { promise: 14, noContact: 3 } as const;

/** How it ended, and what that does. */
export function TalkOutcomeCard({
  guide,
  schools,
  today,
  onPlan,
  ref,
}: {
  readonly guide: TalkGuide;
  readonly schools: readonly School[];
  readonly today: PlainDate;
  readonly onPlan: () => void;
  /** For Ctrl+Enter from anywhere on the screen. */
  readonly ref: Ref<SubmitTalk>;
}) {
  const [kind, setKind] = useState<'phone' | 'talk'>('phone');
  const [chosenSchool, setChosenSchool] = useState<number | null>(null);
  const [outcome, setOutcome] = useState<TalkOutcome | null>(null);
  const [day, setDay] = useState<PlainDate | null>(null);
  const [note, setNote] = useState('');
  const record = useRecordTalk(() => setOutcome(null));
  const schoolId = chosenSchool ?? guide.open[0]?.schoolId ?? schools[0]?.schoolId;
  const asks = outcome === 'promise' || outcome === 'noContact' ? outcome : null;
  const untilDate = asks === null ? null : (day ?? addDays(today, firstDays[asks]));
  function submit(): void {
    if (outcome === null || schoolId === undefined || record.isPending || record.data !== undefined) return;
    const { householdId, payerId } = guide;
    record.mutate({ householdId, payerId, schoolId, kind, outcome, untilDate, note });
  }
  useImperativeHandle(ref, () => ({ submit }));
  if (record.data !== undefined) {
    return (
      <Card title={texts.outcome}>
        <Stack gap="sm">
          <Alert tone="success" title={texts.done}>
            {record.data.sentence}
          </Alert>
          {record.variables?.outcome === 'plan' ? (
            <Button variant="primary" onClick={onPlan}>
              {texts.plan}
            </Button>
          ) : null}
          {record.variables?.outcome === 'referral' ? (
            <>
              <Link to="/hulp" search={{ tab: 'referrals' }}>
                {texts.referral}
              </Link>
              <Link to="/hulp" search={{ tab: 'socialFund' }}>
                {texts.socialFund}
              </Link>
            </>
          ) : null}
          <Link to="/dossiers/$householdId" params={{ householdId: String(guide.householdId) }}>
            {texts.toDossier}
          </Link>
          <div>
            <TextButton
              onClick={() => {
                record.reset();
                setOutcome(null);
                setDay(null);
                setNote('');
              }}
            >
              {texts.again}
            </TextButton>
          </div>
        </Stack>
      </Card>
    );
  }
  return (
    <Card title={texts.outcome}>
      <Stack gap="sm">
        <Segmented
          label={texts.kind}
          value={kind}
          onChange={setKind}
          options={(['phone', 'talk'] as const).map((value) => ({ value, label: texts.kinds[value] }))}
        />
        {schools.length > 1 ? (
          <Select
            label={texts.school}
            value={schoolId === undefined ? null : String(schoolId)}
            options={schools.map((school) => ({ value: String(school.schoolId), label: school.schoolName }))}
            onChange={(value) => value && setChosenSchool(Number(value))}
          />
        ) : null}
        <RadioGroup<TalkOutcome | ''>
          label={texts.outcome}
          value={outcome ?? ''}
          onChange={(value) => {
            if (value !== '') setOutcome(value);
            setDay(null);
          }}
          options={talkOutcomes.map((value) => ({
            value,
            label: talkOutcomeNames[value],
            description: value === outcome ? texts.effects[value] : undefined,
          }))}
        />
        {asks === null ? null : (
          <DateInput
            label={texts.until[asks]}
            required
            clearable={false}
            width={180}
            minDate={asks === 'noContact' ? addDays(today, 1) : today}
            value={untilDate}
            onChange={setDay}
          />
        )}
        <TextArea
          label={texts.note}
          description={texts.noteHint}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <ProblemAlert error={record.error} />
        <div>
          <Button variant="primary" disabled={outcome === null} loading={record.isPending} onClick={submit}>
            {texts.save}
          </Button>{' '}
          <Text muted small inline>
            {texts.saveHint}
          </Text>
        </div>
      </Stack>
    </Card>
  );
}
