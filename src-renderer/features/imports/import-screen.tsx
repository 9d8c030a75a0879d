import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '#renderer/ui/page.tsx';
import { ChooseStep } from './choose-step.tsx';
import { type ImportDraft, newDraft } from './import-draft.ts';
import { ImportReport } from './import-report.tsx';
import { importTexts } from './imports.nl.ts';
import { MapStep } from './map-step.tsx';
import { PreviewStep } from './preview-step.tsx';
import { useFileQueue } from './use-file-queue.ts';

/**
 * Bring in an exported list: choose files, say what the columns mean, see what would change, read it in. The report of
 * an import has an address of its own; the files that still wait are kept beside it.
 */
export function ImportScreen() {
  const navigate = useNavigate();
  const { importId } = useSearch({ from: '/importeren' });
  const [draft, setDraft] = useState<ImportDraft | null>(null);
  const [previewing, setPreviewing] = useState(false);
  const [freshImportId, setFreshImportId] = useState<number | null>(null);
  const queue = useFileQueue((file, schoolId) => {
    setDraft(newDraft(file, schoolId));
    setPreviewing(false);
    void navigate({ to: '/importeren', search: {} });
  });
  const where = draft === null ? undefined : importTexts.fileOf(queue.position, queue.total, draft.file.fileName);

  function toReport(finishedImportId: number): void {
    setDraft(null);
    setPreviewing(false);
    setFreshImportId(finishedImportId);
    void navigate({ to: '/importeren', search: { importId: finishedImportId } });
  }

  if (importId !== undefined) {
    return <ImportReport importId={importId} isFresh={importId === freshImportId} queue={queue} />;
  }
  if (draft === null) {
    return (
      <Page title={importTexts.title} subtitle={importTexts.subtitle}>
        <ChooseStep queue={queue} />
      </Page>
    );
  }
  return previewing ? (
    <PreviewStep subtitle={where} draft={draft} onBack={() => setPreviewing(false)} onDone={toReport} />
  ) : (
    <MapStep
      subtitle={where}
      draft={draft}
      onChange={setDraft}
      onOtherFile={() => setDraft(null)}
      onPreview={() => setPreviewing(true)}
    />
  );
}
