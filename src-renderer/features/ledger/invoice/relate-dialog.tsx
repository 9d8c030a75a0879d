import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { InvoicePage } from '#shared/ledger/booking-shapes.ts';
import { api } from '#renderer/app/api.ts';
import { BookingModal } from '#renderer/parts/booking/booking-modal.tsx';
import { InvoicePicker, type PickedInvoice } from '#renderer/parts/invoice-picker.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { invoiceTexts as texts } from './invoice.nl.ts';

/** Puts another claim with this one. */
export function RelateDialog({ invoice, onClose }: { readonly invoice: InvoicePage; readonly onClose: () => void }) {
  const [picked, setPicked] = useState<PickedInvoice | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const relate = useMutation(
    api.ledger.relate.mutationOptions({
      onSuccess: () => {
        onClose();
        notifyDone(texts.relatedAdded(picked?.number ?? ''));
      },
    }),
  );
  return (
    <BookingModal
      title={texts.relateTitle}
      confirmLabel={texts.relateConfirm}
      onClose={onClose}
      booking={relate}
      size="md"
      onSubmit={() => {
        setTried(true);
        if (picked) relate.mutate({ invoiceId: invoice.invoiceId, relatedInvoiceId: picked.invoiceId, reason });
      }}
    >
      <Text muted>{texts.relateHint}</Text>
      <InvoicePicker
        label={texts.relateWhich}
        placeholder={texts.relatePlaceholder}
        nothingFound={texts.relateNothing}
        householdId={invoice.householdId}
        exceptId={invoice.invoiceId}
        value={picked}
        onChange={setPicked}
        error={tried && picked === null ? texts.relateMissing : null}
      />
      <TextInput
        label={texts.relateReason}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </BookingModal>
  );
}
