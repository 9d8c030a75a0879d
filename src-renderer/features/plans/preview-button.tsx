import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { FileOut } from '#shared/api/schemas.ts';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FileViewer } from '#renderer/ui/file-viewer.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { notifyProblem } from '#renderer/ui/notify.tsx';
import { PersonName } from '#renderer/ui/text.tsx';
import { type PlanDraft, type PlanForm, termsOf } from './plan-draft.ts';
import { formTexts as texts } from './plan-form.nl.ts';

/** The paper as it would be, for each payer an own one. */
export function PreviewButton({
  household,
  planId,
  draft,
  form,
  isReady,
}: {
  readonly household: HouseholdPage;
  /** The plan that changes; null: a new one. */
  readonly planId: number | null;
  readonly draft: PlanDraft;
  readonly form: PlanForm;
  readonly isReady: boolean;
}) {
  const [file, setFile] = useState<FileOut | null>(null);
  const preview = useMutation(
    api.plans.previewDocument.mutationOptions({ meta: { quiet: true }, onSuccess: setFile, onError: notifyProblem }),
  );
  const payers = household.payers.filter(({ payerId }) => draft.payerIds.includes(payerId));
  function show(payerId: number): void {
    const terms = termsOf(draft, form);
    if (terms === undefined || form.schoolId === null) return;
    preview.mutate({
      ...terms,
      ...(planId === null ? {} : { planId }),
      householdId: household.householdId,
      schoolId: form.schoolId,
      payerIds: [...draft.payerIds],
      thirdPartyPayerId: draft.thirdPartyPayerId,
      payerId,
    });
  }
  const [only] = payers;
  return (
    <>
      {payers.length > 1 ? (
        <Menu
          position="top-end"
          label={texts.preview}
          target={
            <Button disabled={!isReady} loading={preview.isPending}>
              {texts.preview}
            </Button>
          }
          items={payers.map(({ payerId, firstName, lastName }) => ({
            label: <PersonName>{texts.previewOf(`${firstName} ${lastName}`.trim())}</PersonName>,
            onClick: () => show(payerId),
          }))}
        />
      ) : (
        <Button disabled={!isReady || !only} loading={preview.isPending} onClick={() => only && show(only.payerId)}>
          {texts.preview}
        </Button>
      )}
      <FileViewer file={file} onClose={() => setFile(null)} />
    </>
  );
}
