import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { ImportKind, Mapping } from '#shared/imports/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { FooterBar, Page } from '#renderer/ui/page.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Steps } from '#renderer/ui/steps.tsx';
import { ColumnsCard } from './columns-card.tsx';
import { FormatCard } from './format-card.tsx';
import { type ImportDraft, isReady, problemsOf, rereadDraft } from './import-draft.ts';
import { importTexts } from './imports.nl.ts';
import { StepHeading } from './step-heading.tsx';
import classes from './imports.module.css';

/** How the file was read and what its columns mean, all of it changeable. */
export function MapStep({
  subtitle,
  draft,
  onChange,
  onOtherFile,
  onPreview,
}: {
  readonly subtitle: string | undefined;
  readonly draft: ImportDraft;
  readonly onChange: (draft: ImportDraft) => void;
  readonly onOtherFile: () => void;
  readonly onPreview: () => void;
}) {
  const schools = useQuery(api.schools.list.queryOptions());
  const reread = useMutation({ ...api.imports.reread.mutationOptions(), meta: { quiet: true } });
  const problems = problemsOf(draft);
  const { file, mapping } = draft;
  useOnlySchool(draft, onChange, schools.data);

  /** Looks at the file again; what was mapped stays when that fails. */
  function readAgain(kind: ImportKind, change: Partial<Omit<Mapping, 'columns'>>): void {
    const { columns: _columns, ...how } = mapping;
    reread.mutate(
      { fileId: file.fileId, kind, mapping: { ...how, ...change } },
      { onSuccess: (again) => onChange(rereadDraft(draft, again, kind)) },
    );
  }

  const used = mapping.columns.filter((column) => column !== null).length;
  return (
    <Page
      title={importTexts.title}
      subtitle={subtitle}
      footer={
        <FooterBar
          actions={
            <>
              <FooterButton onClick={onOtherFile}>{importTexts.otherFile}</FooterButton>
              <FooterButton primary disabled={!isReady(problems) || reread.isPending} onClick={onPreview}>
                {importTexts.toPreview}
              </FooterButton>
            </>
          }
        >
          {importTexts.used(file.rowCount, used, mapping.columns.length)}
        </FooterBar>
      }
    >
      <Steps label={importTexts.steps} steps={importTexts.stepNames} current={1} />
      <StepHeading>{importTexts.mapHeading}</StepHeading>
      <div className={classes['stack']}>
        <ProblemAlert error={reread.error} />
        {file.importedBefore ? (
          <Alert
            tone="warning"
            actions={
              <Link to="/importeren" search={{ importId: file.importedBefore.importId }}>
                {importTexts.beforeReport}
              </Link>
            }
          >
            {importTexts.before(formatMoment(file.importedBefore.at))}
          </Alert>
        ) : null}
        {file.profile ? <Alert tone="success">{importTexts.recognised(file.profile.name)}</Alert> : null}
        {problems.missing.length > 0 ? (
          <Alert tone="warning">{importTexts.missing(problems.missing.join(', '))}</Alert>
        ) : null}
        {problems.double.length > 0 ? (
          <Alert tone="warning">{importTexts.double(problems.double.join(', '))}</Alert>
        ) : null}
        <FormatCard
          draft={draft}
          schools={schools.data ?? []}
          schoolMissing={problems.schoolMissing}
          onSchool={(schoolId) => onChange({ ...draft, schoolId })}
          onReadAgain={readAgain}
        />
        <ColumnsCard draft={draft} onChange={onChange} />
      </div>
    </Page>
  );
}

/** With one school there is nothing to choose. */
function useOnlySchool(
  draft: ImportDraft,
  onChange: (draft: ImportDraft) => void,
  schools: readonly { readonly id: number }[] | undefined,
): void {
  const only = schools?.length === 1 ? schools[0]?.id : undefined;
  useEffect(() => {
    if (only !== undefined && draft.schoolId === null) onChange({ ...draft, schoolId: only });
  }, [only, draft, onChange]);
}
