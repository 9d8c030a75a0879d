import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HoldKind } from '#shared/holds/contract.ts';
import { holdKindRules } from '#shared/holds/kinds.ts';
import { api } from '#renderer/app/api.ts';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { SimpleGrid, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone, notifyProblem } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { FreezesCosts, HoldKindSelect, HoldTargetChoice } from './hold-fields.tsx';
import type { HoldTarget } from './hold-target.ts';
import { holdTexts as texts } from './holds.nl.ts';

type Draft = {
  readonly kind: HoldKind;
  readonly reason: string;
  readonly fromDate: PlainDate | null;
  readonly untilDate: PlainDate | null;
  readonly reviewDate: PlainDate | null;
  /** Undefined: as the kind has it. */
  readonly freezesCosts: boolean | undefined;
};

/** Asks what is left out of every message, why, and until when; afterwards it can be undone. */
export function HoldDialog({
  targets,
  today,
  title = texts.title,
  reason = '',
  onClose,
  onDone = onClose,
  onUndone,
}: {
  /** The first one is chosen. */
  readonly targets: readonly [HoldTarget, ...HoldTarget[]];
  readonly today: PlainDate;
  readonly title?: string;
  /** A reason to begin with. */
  readonly reason?: string;
  readonly onClose: () => void;
  readonly onDone?: () => void;
  /** It was taken back from the notice, when the dialog is long gone. */
  readonly onUndone?: () => void;
}) {
  const [chosen, setChosen] = useState(0);
  const [draft, setDraft] = useState<Draft>({
    kind: 'doNotProcess',
    reason,
    fromDate: null,
    untilDate: null,
    reviewDate: null,
    freezesCosts: undefined,
  });
  const [tried, setTried] = useState(false);
  const { place, error, isPending } = usePlace(onUndone);
  const target = targets[chosen] ?? targets[0];
  const isFilled = draft.reason.trim() !== '';
  const lacksUntil = holdKindRules[draft.kind].asksUntil && draft.untilDate === null;
  const change = (part: Partial<Draft>): void => setDraft((current) => ({ ...current, ...part }));
  function submit(): void {
    setTried(true);
    if (!isFilled || lacksUntil) return;
    place({ target, draft }, onDone);
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      onConfirm={submit}
      confirm={{ label: texts.confirm, loading: isPending }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          {targets.length > 1 ? <HoldTargetChoice targets={targets} chosen={chosen} onChoose={setChosen} /> : null}
          <Text muted>
            {target.scope === 'invoice' ? texts.explained.invoice(target.count ?? 1) : texts.explained[target.scope]}
          </Text>
          <HoldKindSelect kind={draft.kind} onChange={(kind) => change({ kind, freezesCosts: undefined })} />
          <TextInput
            label={texts.reason}
            description={texts.reasonHint}
            value={draft.reason}
            maxLength={300}
            required
            data-autofocus
            error={tried && !isFilled ? texts.fillIn : null}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          <SimpleGrid cols={3} spacing="sm">
            <DateInput
              label={texts.from}
              value={draft.fromDate ?? today}
              onChange={(fromDate) => change({ fromDate })}
              clearable={false}
            />
            <DateInput
              label={texts.until}
              value={draft.untilDate}
              onChange={(untilDate) => change({ untilDate })}
              minDate={today}
              error={tried && lacksUntil ? texts.fillIn : null}
            />
            <DateInput
              label={texts.review}
              value={draft.reviewDate}
              onChange={(reviewDate) => change({ reviewDate })}
              minDate={today}
            />
          </SimpleGrid>
          <Text muted small>
            {texts.untilHint(draft.kind)} {texts.reviewHint}
          </Text>
          <FreezesCosts
            kind={draft.kind}
            chosen={draft.freezesCosts}
            onChange={(freezesCosts) => change({ freezesCosts })}
          />
          <ProblemAlert error={error} />
        </Stack>
      </form>
    </Modal>
  );
}

/** Holds what was asked, says so, and offers to take it back. */
function usePlace(onUndone: (() => void) | undefined) {
  const lift = useMutation(
    api.holds.lift.mutationOptions({
      onSuccess: () => {
        notifyDone(texts.undone);
        onUndone?.();
      },
      onError: notifyProblem,
    }),
  );
  const place = useMutation(api.holds.place.mutationOptions());
  return {
    error: place.error,
    isPending: place.isPending,
    place: ({ target, draft }: { target: HoldTarget; draft: Draft }, onDone: () => void): void => {
      const { fromDate, freezesCosts, reason, ...rest } = draft;
      place.mutate(
        {
          ...target.input,
          ...rest,
          reason: reason.trim(),
          ...(fromDate === null ? {} : { fromDate }),
          ...(freezesCosts === undefined ? {} : { freezesCosts }),
        },
        {
          onSuccess: ({ holdIds, alreadyHeld }) => {
            onDone();
            if (holdIds.length === 0) notifyDone(texts.allAlready);
            else {
              const done =
                target.scope === 'invoice' ? texts.doneInvoices(holdIds.length, alreadyHeld) : texts.doneWide;
              notifyDone(done, () => lift.mutate({ holdIds }));
            }
          },
        },
      );
    },
  };
}
