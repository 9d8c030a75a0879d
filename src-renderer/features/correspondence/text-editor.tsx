import { IconDots } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useBlocker, useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Language } from '#shared/api/schemas.ts';
import { findProblems } from '#shared/correspondence/problems.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Menu } from '#renderer/ui/menu.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { Fill, Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { RichTextEditor, type RichTextHandle } from '#renderer/ui/rich-text/rich-text-editor.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Tabs } from '#renderer/ui/tabs.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { useSaveKey } from '#renderer/ui/use-save-key.ts';
import { correspondenceTexts } from './correspondence.nl.ts';
import classes from './correspondence.module.css';
import { TestMailDialog } from './test-mail-dialog.tsx';
import { emptyBody, replaceVariable, type TextDraft, type VersionDraft } from './text-draft.ts';
import { TextHistory } from './text-history.tsx';
import { TextPreview } from './text-preview.tsx';
import { TextProblems } from './text-problems.tsx';
import { textsTexts } from './texts.nl.ts';
import { usePreviewHousehold } from './use-preview-household.ts';
import { useTextActions } from './use-text-actions.ts';
import { VariableList } from './variable-list.tsx';

const languages = ['nl', 'fr', 'en'] as const;
const toneOptions = (['friendly', 'formal', 'inviting'] as const).map((value) => ({
  value,
  label: correspondenceTexts.tones[value],
}));

/** Writing a text: one body for mail and letter, per language, with its variables and a live preview. */
export function TextEditor({
  textId,
  schoolId,
  archived,
  saved,
}: {
  readonly textId: number | null;
  readonly schoolId: number | null;
  readonly archived: boolean;
  readonly saved: TextDraft;
}) {
  const navigate = useNavigate();
  const editor = useRef<RichTextHandle>(null);
  const [draft, setDraft] = useState(saved);
  const [kept, setKept] = useState(saved);
  const [language, setLanguage] = useState<Language>(languages.find((each) => saved.versions[each]) ?? 'nl');
  // Counts up when the body is replaced from outside the editor.
  const [generation, setGeneration] = useState(0);
  const [dialog, setDialog] = useState<'history' | 'testMail' | null>(null);
  const [side, setSide] = useState<'preview' | 'variables'>('preview');
  const [household, setHousehold] = usePreviewHousehold();
  const actions = useTextActions();
  const version = draft.versions[language] ?? { subject: '', body: emptyBody };
  const problems = findProblems(version.subject, version.body);
  const dirty = JSON.stringify(draft) !== JSON.stringify(kept);
  const leaving = useRef(false);

  useBlocker({
    shouldBlockFn: async () =>
      dirty &&
      !leaving.current &&
      !(await confirm({
        title: textsTexts.leaveTitle,
        body: textsTexts.leave,
        confirmLabel: textsTexts.leaveAnyway,
        danger: true,
      })),
    enableBeforeUnload: () => dirty,
  });

  const save = useMutation(api.correspondence.saveText.mutationOptions());
  function change(next: VersionDraft): void {
    setDraft((before) => ({ ...before, versions: { ...before.versions, [language]: next } }));
  }
  function replaceBody(next: VersionDraft): void {
    change(next);
    setGeneration((count) => count + 1);
  }
  function submit(): void {
    const versions = languages.flatMap((each) => {
      const one = draft.versions[each];
      return one ? [{ language: each, subject: one.subject, body: one.body as never }] : [];
    });
    save.mutate(
      { textId, name: draft.name, tone: draft.tone, schoolId, versions },
      {
        onSuccess: (summary) => {
          setKept(draft);
          notifyDone(textsTexts.saved);
          if (textId !== null) return;
          leaving.current = true;
          void navigate({ to: '/teksten/$textId', params: { textId: String(summary.textId) }, replace: true });
        },
      },
    );
  }

  useSaveKey(() => {
    if (dirty && !save.isPending) submit();
  });

  return (
    <Page
      fill
      title={draft.name.trim() === '' ? textsTexts.newTitle : draft.name}
      subtitle={
        <Group gap="xs">
          <Link to="/teksten">{textsTexts.back}</Link>
          {dirty ? <Badge tone="warning">{textsTexts.unsaved}</Badge> : null}
        </Group>
      }
      actions={
        <>
          {textId === null ? null : (
            <Menu
              label={textsTexts.more}
              target={<Button rightIcon={<IconDots size={16} aria-hidden />}>{textsTexts.more}</Button>}
              items={[
                { label: textsTexts.history, onClick: () => setDialog('history') },
                {
                  label: textsTexts.testMail,
                  onClick: () => setDialog('testMail'),
                  disabled: household === null || dirty,
                },
                { label: textsTexts.copy, onClick: () => actions.copy(textId) },
                null,
                {
                  label: archived ? textsTexts.restore : textsTexts.archive,
                  onClick: () => actions.setArchived(textId, !archived),
                },
              ]}
            />
          )}
          <Button variant="primary" loading={save.isPending} disabled={!dirty} onClick={submit}>
            {textsTexts.save}
          </Button>
        </>
      }
    >
      <Fill>
        <ProblemAlert error={save.error ?? actions.error} />
        {archived ? <Alert>{textsTexts.archivedHint}</Alert> : null}
        <Group align="end" gap="sm">
          <TextInput
            label={textsTexts.name}
            value={draft.name}
            w={320}
            required
            onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          />
          <Select
            label={textsTexts.tone}
            width={150}
            options={toneOptions}
            value={draft.tone}
            onChange={(tone) => tone && setDraft({ ...draft, tone })}
          />
          <Segmented
            label={textsTexts.language}
            options={languages.map((value) => ({
              value,
              label: draft.versions[value]
                ? correspondenceTexts.languages[value]
                : textsTexts.addLanguage(correspondenceTexts.languages[value]),
            }))}
            value={language}
            onChange={setLanguage}
          />
        </Group>
        <TextProblems
          problems={problems}
          onReplace={(found, name) => replaceBody(replaceVariable(version, found, name))}
        />
        <div className={classes['editor']}>
          <div className={classes['scroll']}>
            <Stack gap="sm">
              <TextInput
                label={correspondenceTexts.subject}
                value={version.subject}
                lang={language}
                required
                onChange={(event) => change({ ...version, subject: event.currentTarget.value })}
              />
              <RichTextEditor
                key={`${language}-${generation}`}
                ref={editor}
                label={textsTexts.body}
                value={version.body}
                onChange={(body) => change({ subject: version.subject, body })}
              />
            </Stack>
          </div>
          <div className={classes['scroll']}>
            <Tabs
              label={textsTexts.side}
              value={side}
              onChange={setSide}
              tabs={[
                {
                  value: 'preview',
                  label: textsTexts.preview,
                  panel: (
                    <TextPreview
                      language={language}
                      version={version}
                      household={household}
                      onHousehold={setHousehold}
                    />
                  ),
                },
                {
                  value: 'variables',
                  label: textsTexts.variables,
                  panel: <VariableList onInsert={(name) => editor.current?.insertVariable(name)} />,
                },
              ]}
            />
          </div>
        </div>
      </Fill>
      {textId === null ? null : (
        <>
          <TextHistory
            textId={textId}
            language={language}
            opened={dialog === 'history'}
            onClose={() => setDialog(null)}
            onUse={(older) => {
              replaceBody({ subject: older.subject, body: older.body as never });
              setDialog(null);
            }}
          />
          <TestMailDialog
            opened={dialog === 'testMail'}
            onClose={() => setDialog(null)}
            hint={textsTexts.testMailHint}
            sample={household ? { textId, householdId: household.householdId } : null}
          />
        </>
      )}
    </Page>
  );
}
