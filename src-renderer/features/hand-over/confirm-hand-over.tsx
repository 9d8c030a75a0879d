import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { PdfView } from '#renderer/ui/pdf-view.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './hand-over.module.css';
import { handOverTexts as texts } from './hand-over.nl.ts';

/** The file as it would go, and what handing it over does. */
export function ConfirmHandOver({
  whose,
  partnerName,
  onBack,
  onClose,
  onMade,
}: {
  readonly whose: { readonly payerId: number; readonly schoolId: number; readonly partnerId: number };
  readonly partnerName: string;
  readonly onBack: () => void;
  readonly onClose: () => void;
  readonly onMade: (handOverId: number) => void;
}) {
  const [reference, setReference] = useState('');
  const preview = useQuery(api.handOver.previewBundle.queryOptions({ input: whose }));
  const make = useMutation(
    api.handOver.make.mutationOptions({
      onSuccess: ({ handOverId }) => {
        notifyDone(texts.made);
        onClose();
        onMade(handOverId);
      },
    }),
  );
  return (
    <Modal
      opened
      size="xl"
      onClose={onClose}
      title={texts.previewTitle}
      actions={<Button onClick={onBack}>{texts.back}</Button>}
      onConfirm={() => make.mutate({ ...whose, reference })}
      confirm={{ label: texts.make, loading: make.isPending, disabled: preview.data === undefined }}
    >
      <Stack gap="sm">
        {preview.isPending ? <Loading /> : null}
        <ProblemAlert error={preview.error} />
        {preview.data ? (
          // A long document must be scrollable with the keyboard too.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <div className={classes['pages']} tabIndex={0} role="region" aria-label={texts.previewLabel}>
            <PdfView contentBase64={preview.data.pdf.contentBase64} label={texts.previewLabel} />
          </div>
        ) : null}
        <TextInput
          label={texts.reference}
          description={texts.referenceHint}
          maxLength={100}
          value={reference}
          onChange={(event) => setReference(event.target.value)}
        />
        <Text muted>{texts.makeEffect(partnerName)}</Text>
        <ProblemAlert error={make.error} />
      </Stack>
    </Modal>
  );
}
