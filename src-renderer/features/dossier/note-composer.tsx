import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { TextArea } from '#renderer/ui/text-area.tsx';
import { householdTexts } from './dossier.nl.ts';
import { useMaySeeSocialNotes } from './use-may-see-social-notes.ts';
import classes from './timeline.module.css';

type NoteKind = 'note' | 'call' | 'talk';
const kinds: readonly NoteKind[] = ['note', 'call', 'talk'];

/** Write down a note, a phone call or a talk; Ctrl+Enter keeps it. What was typed stays when keeping it fails. */
export function NoteComposer({
  householdId,
  schoolIds,
}: {
  readonly householdId: number;
  /** Of the pupils: who has the role zorg at one of these may keep a note for zorg alone. */
  readonly schoolIds: readonly number[];
}) {
  const maySocial = useMaySeeSocialNotes(schoolIds);
  const [isSocial, setIsSocial] = useState(false);
  const [kind, setKind] = useState<NoteKind>('note');
  const [body, setBody] = useState('');
  const save = useMutation(
    api.dossier.addNote.mutationOptions({
      onSuccess: () => {
        setBody('');
        setIsSocial(false);
        notifyDone(householdTexts.noteSaved);
      },
    }),
  );
  function submit(): void {
    if (body.trim() !== '') save.mutate({ householdId, kind, body, isSocial: maySocial && isSocial });
  }
  return (
    <div className={classes['composer']}>
      <Segmented
        label={householdTexts.noteKind}
        options={kinds.map((value) => ({ value, label: householdTexts.noteKinds[value] }))}
        value={kind}
        onChange={setKind}
      />
      <TextArea
        aria-label={householdTexts.noteLabel}
        placeholder={householdTexts.notePlaceholders[kind]}
        minRows={1}
        maxLength={4000}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) submit();
        }}
      />
      <Button disabled={body.trim() === ''} loading={save.isPending} onClick={submit}>
        {householdTexts.noteSave}
      </Button>
      {maySocial ? (
        <div className={classes['whole']}>
          <Checkbox
            label={householdTexts.noteSocial}
            checked={isSocial}
            onChange={(event) => setIsSocial(event.currentTarget.checked)}
          />
        </div>
      ) : null}
      {save.error ? (
        <div className={classes['whole']}>
          <ProblemAlert error={save.error} />
        </div>
      ) : null}
    </div>
  );
}
