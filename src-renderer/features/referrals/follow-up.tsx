import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { type Referral, referralOutcomes } from '#shared/referrals/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { outcomeWords, referralsTexts as texts } from './referrals.nl.ts';
import { useTold } from './use-follow-up.ts';

/** How it went, in two clicks; or with a note, or another day. */
export function FollowUp({ referral }: { readonly referral: Referral }) {
  const [opened, setOpened] = useState(false);
  const { referralId, payerName, partnerName, outcomeNote: note } = referral;
  const told = useTold();
  const follow = useMutation(api.referrals.followUp.mutationOptions({ onSuccess: told, onError: notifyProblem }));
  return (
    <>
      <Menu
        label={texts.outcome}
        target={
          <Button size="xs" loading={follow.isPending} aria-label={texts.outcomeOf(payerName, partnerName)}>
            {texts.outcome}
          </Button>
        }
        items={[
          ...referralOutcomes.map((outcome) => ({
            label: texts.closeAs(outcomeWords[outcome]),
            onClick: () => follow.mutate({ referralId, outcome, note }),
          })),
          null,
          { label: texts.later, onClick: () => setOpened(true) },
        ]}
      />
      {opened ? <FollowUpDialog referral={referral} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

function FollowUpDialog({ referral, onClose }: { readonly referral: Referral; readonly onClose: () => void }) {
  const today = useToday();
  const [outcome, setOutcome] = useState<NonNullable<Referral['outcome']> | 'later'>('later');
  const [note, setNote] = useState(referral.outcomeNote);
  const [followUpOn, setFollowUpOn] = useState<PlainDate | null>(null);
  const told = useTold();
  const follow = useMutation(
    api.referrals.followUp.mutationOptions({
      onSuccess: (after) => {
        told(after);
        onClose();
      },
    }),
  );
  const isLater = outcome === 'later';
  function submit(): void {
    follow.mutate({
      referralId: referral.referralId,
      note,
      outcome: isLater ? null : outcome,
      followUpOn: isLater ? followUpOn : null,
    });
  }
  return (
    <Modal
      opened
      size="sm"
      onClose={onClose}
      title={texts.outcome}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: follow.isPending, disabled: isLater && followUpOn === null }}
    >
      <Stack gap="sm">
        <RadioGroup
          label={texts.outcome}
          value={outcome}
          onChange={setOutcome}
          options={[
            { value: 'later', label: texts.laterChoice },
            ...referralOutcomes.map((value) => ({ value, label: outcomeWords[value] })),
          ]}
        />
        {isLater ? (
          <DateInput
            label={texts.again}
            required
            width={180}
            value={followUpOn}
            {...(today === undefined ? {} : { minDate: today })}
            onChange={setFollowUpOn}
          />
        ) : (
          <Text muted>{texts.closes}</Text>
        )}
        <TextArea label={texts.note} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
        <ProblemAlert error={follow.error} />
      </Stack>
    </Modal>
  );
}
