import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RemissionRequest } from '#shared/ledger/booking-shapes.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { sumOfAmounts } from './claim-amounts.tsx';
import { remissionTexts as texts } from './dialogs.nl.ts';
import { GiveUpModal, type GiveUpProps } from './give-up-modal.tsx';
import { useOutcome } from './use-outcome.ts';

/** Gives (part of) claims away, from the social fund or by a decision. */
export function RemissionDialog(props: GiveUpProps) {
  const [source, setSource] = useState<RemissionRequest['source']>('socialFund');
  const { told } = useOutcome(props.onClose);
  const remit = useMutation(
    api.ledger.remit.mutationOptions({
      onSuccess: (outcome, request) => told(outcome, texts.done(formatCents(sumOfAmounts(request.items))), texts.what),
    }),
  );
  return (
    <GiveUpModal
      {...props}
      kind="remission"
      texts={texts}
      sentence={(amount, claims) => texts.sentence(amount, claims, source === 'socialFund')}
      booking={remit}
      onGiveUp={(given) => remit.mutate({ ...given, source })}
    >
      <RadioGroup
        label={texts.source}
        horizontal
        value={source}
        onChange={setSource}
        options={[
          { value: 'socialFund', label: texts.sources.socialFund },
          { value: 'decision', label: texts.sources.decision },
        ]}
      />
    </GiveUpModal>
  );
}
