import { IconDots, IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { DunningProcedure } from '#shared/dunning/contract.ts';
import type { School } from '#shared/schools/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { useSaveKey } from '#renderer/ui/use-save-key.ts';
import { GeneralFields } from './general-fields.tsx';
import {
  type Draft,
  draftOf,
  draftProblems,
  generalProblems,
  mostStages,
  type StageDraft,
  toSave,
  withStageAdded,
} from './procedure-draft.ts';
import { editorTexts as texts } from './procedure-editor.nl.ts';
import { ProcedureHistory } from './procedure-history.tsx';
import classes from './procedures.module.css';
import { proceduresTexts } from './procedures.nl.ts';
import { StagePreview } from './stage-preview.tsx';
import { StageRows } from './stage-rows.tsx';
import { useProcedureActions } from './use-procedure-actions.ts';
import { useStageTexts } from './use-stage-texts.ts';

/** Writing a procedure: for which bills, and its stages; every save is a new version. */
export function ProcedureEditor({
  procedureId,
  versions,
  schools,
  saved,
  today,
}: {
  readonly procedureId: number | null;
  /** The newest first; empty for a new one. */
  readonly versions: readonly DunningProcedure[];
  readonly schools: readonly School[];
  readonly saved: Draft;
  readonly today: string;
}) {
  const navigate = useNavigate();
  const [draft, setDraft] = useState(saved);
  const [kept, setKept] = useState(saved);
  const [previewed, setPreviewed] = useState<StageDraft | null>(null);
  const [showsHistory, setShowsHistory] = useState(false);
  const leaving = useRef(false);
  const refused = useRefused();
  const actions = useProcedureActions();
  const stageTexts = useStageTexts(
    draft.schoolId,
    draft.stages.flatMap(({ textId }) => textId ?? []),
  );
  const save = useMutation(api.dunning.saveProcedure.mutationOptions());

  const newest = versions[0];
  const archived = newest?.archived ?? false;
  const readOnly = archived || refused('dunning.saveProcedure');
  const dirty = JSON.stringify(draft) !== JSON.stringify(kept);
  const problems = draftProblems(draft, stageTexts.known);
  const isRight =
    problems.length === 0 && Object.keys(generalProblems(draft)).length === 0 && stageTexts.known !== undefined;
  const maySave = dirty && isRight && !readOnly && !save.isPending;

  useBlocker({
    shouldBlockFn: async () =>
      dirty &&
      !leaving.current &&
      !(await confirm({
        title: texts.leaveTitle,
        body: texts.leave,
        confirmLabel: texts.leaveAnyway,
        danger: true,
      })),
    enableBeforeUnload: () => dirty,
  });

  const change = (next: Partial<Draft>): void => setDraft((before) => ({ ...before, ...next }));
  function submit(): void {
    save.mutate(toSave(draft, procedureId), {
      onSuccess: ({ procedureId: savedId, version }) => {
        setKept(draft);
        notifyDone(texts.saved(version));
        if (procedureId !== null) return;
        leaving.current = true;
        void navigate({ to: '/procedures/$procedureId', params: { procedureId: String(savedId) }, replace: true });
      },
    });
  }
  useSaveKey(() => {
    if (maySave) submit();
  });

  return (
    <Page
      title={draft.name.trim() === '' ? texts.newTitle : draft.name}
      subtitle={
        <Group gap="xs">
          <Link to="/herinneringen" search={{ tab: 'procedures' }}>
            {texts.back}
          </Link>
          {newest ? (
            <span>
              {texts.version(newest.version)}, {proceduresTexts.validity(newest)}
            </span>
          ) : null}
          {dirty ? <Badge tone="warning">{texts.unsaved}</Badge> : null}
        </Group>
      }
      actions={
        <>
          {procedureId === null ? null : (
            <Menu
              label={texts.more}
              target={<Button rightIcon={<IconDots size={16} aria-hidden />}>{texts.more}</Button>}
              items={[
                { label: texts.history, onClick: () => setShowsHistory(true) },
                ...(refused('dunning.archiveProcedure')
                  ? []
                  : [
                      null,
                      {
                        label: archived ? proceduresTexts.restore : proceduresTexts.archive,
                        onClick: () => actions.setArchived(procedureId, !archived),
                      },
                    ]),
              ]}
            />
          )}
          <Button variant="primary" loading={save.isPending} disabled={!maySave} onClick={submit}>
            {texts.save}
          </Button>
        </>
      }
    >
      <Stack gap="sm">
        <ProblemAlert error={save.error ?? stageTexts.error} />
        {archived ? <Alert>{texts.archived}</Alert> : null}
        {!archived && readOnly ? <Text muted>{proceduresTexts.mayNot}</Text> : null}
        {newest && versions.length > 1 && newest.validFrom > today ? (
          <Alert>{texts.notYet(newest.version, newest.validFrom)}</Alert>
        ) : null}
        {problems.length > 0 ? (
          <Alert tone="warning" title={texts.problemsTitle}>
            {texts.problemsHint([...new Set(problems.map(({ stage }) => stage))])}
          </Alert>
        ) : null}
        <fieldset className={classes['plain']} disabled={readOnly}>
          <Stack gap="sm">
            <Card title={texts.general}>
              <GeneralFields draft={draft} schools={schools} isNew={procedureId === null} onChange={change} />
            </Card>
            <Card title={texts.stagesTitle}>
              <Stack gap="sm">
                <Text small muted>
                  {texts.stagesHint}
                </Text>
                <StageRows
                  stages={draft.stages}
                  problems={problems}
                  offered={stageTexts.offered}
                  onChange={(stages) => change({ stages })}
                  onPreview={refused('correspondence.previewText') ? null : setPreviewed}
                />
                <Group>
                  <Button
                    leftIcon={<IconPlus size={16} aria-hidden />}
                    disabled={draft.stages.length >= mostStages}
                    onClick={() => change({ stages: withStageAdded(draft.stages) })}
                  >
                    {texts.add}
                  </Button>
                  {draft.stages.length >= mostStages ? <Text muted>{texts.full}</Text> : null}
                </Group>
              </Stack>
            </Card>
          </Stack>
        </fieldset>
      </Stack>
      {previewed?.textId ? (
        <StagePreview stageName={previewed.name} textId={previewed.textId} onClose={() => setPreviewed(null)} />
      ) : null}
      {showsHistory ? (
        <ProcedureHistory
          versions={versions}
          onClose={() => setShowsHistory(false)}
          onUse={
            readOnly
              ? null
              : (version) => {
                  setDraft(draftOf(version, today));
                  setShowsHistory(false);
                }
          }
        />
      ) : null}
    </Page>
  );
}
