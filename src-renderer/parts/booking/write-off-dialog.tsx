import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { WriteOffRequest } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Select } from '#renderer/ui/select.tsx';
import { sumOfAmounts } from './claim-amounts.tsx';
import { writeOffTexts as texts } from './dialogs.nl.ts';
import { GiveUpModal, type GiveUpProps } from './give-up-modal.tsx';
import { useOutcome } from './use-outcome.ts';

type Ground = WriteOffRequest['ground'];

const grounds = Object.entries(texts.grounds) as [Ground, string][];

/** Buiten invordering as one action: which claims, why, and what it does to the lists and the holds. */
export function WriteOffDialog({
  firstGround = 'uncollectable',
  ...props
}: GiveUpProps & { readonly firstGround?: Ground | undefined }) {
  const [ground, setGround] = useState<Ground>(firstGround);
  const { told } = useOutcome(props.onClose);
  const writeOff = useMutation(
    api.ledger.writeOff.mutationOptions({
      onSuccess: (outcome, request) => told(outcome, texts.done(formatCents(sumOfAmounts(request.items))), texts.what),
    }),
  );
  return (
    <GiveUpModal
      {...props}
      kind="writeOff"
      texts={texts}
      sentence={texts.sentence}
      reasonLabel={texts.reason}
      booking={writeOff}
      onGiveUp={(given) => writeOff.mutate({ ...given, ground })}
    >
      <Select
        label={texts.ground}
        required
        value={ground}
        onChange={(chosen) => chosen !== null && setGround(chosen)}
        options={grounds.map(([value, label]) => ({ value, label }))}
      />
    </GiveUpModal>
  );
}
