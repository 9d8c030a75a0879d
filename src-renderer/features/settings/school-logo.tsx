import { useMutation } from '@tanstack/react-query';
import type { School } from '#shared/schools/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { readBase64 } from '#renderer/ui/file-content.ts';
import { FileDrop } from '#renderer/ui/file-drop.tsx';
import { notifyDone } from '#renderer/ui/notify.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import classes from './settings.module.css';
import { settingsTexts as texts } from './settings.nl.ts';

/** The logo at the head of every letter. */
export function SchoolLogo({ school }: { readonly school: School }) {
  const setLogo = useMutation(
    api.schools.setLogo.mutationOptions({
      onSuccess: (saved) => notifyDone(saved.logo === null ? texts.logoRemoved : texts.logoSaved),
    }),
  );
  async function take(file: File): Promise<void> {
    setLogo.mutate({ schoolId: school.id, contentBase64: await readBase64(file) });
  }
  return (
    <Card title={texts.logo}>
      <div className={classes['logo']}>
        {school.logo === null ? (
          <Text muted>{texts.logoNone}</Text>
        ) : (
          <>
            <img className={classes['logoImage']} src={school.logo} alt={texts.logoAlt(school.name)} />
            <Button
              variant="subtle"
              onClick={() => setLogo.mutate({ schoolId: school.id, contentBase64: null })}
              loading={setLogo.isPending}
            >
              {texts.logoRemove}
            </Button>
          </>
        )}
        <FileDrop
          compact
          accept="image/png,image/jpeg"
          title={texts.logoDrop}
          hint={texts.logoHint}
          buttonLabel={texts.logoChoose}
          onFile={(file) => void take(file)}
        />
      </div>
      <ProblemAlert error={setLogo.error} />
    </Card>
  );
}
