import { useQuery } from '@tanstack/react-query';
import type { Language } from '#shared/api/schemas.ts';
import type { TextVersion } from '#shared/correspondence/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { formatMoment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { correspondenceTexts } from './correspondence.nl.ts';
import classes from './correspondence.module.css';
import { plainBody } from './plain-body.ts';
import { textsTexts } from './texts.nl.ts';

/** Every saved version of one language, to read and to go on from. */
export function TextHistory({
  textId,
  language,
  opened,
  onClose,
  onUse,
}: {
  readonly textId: number;
  readonly language: Language;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onUse: (version: TextVersion) => void;
}) {
  const history = useQuery(
    api.correspondence.textHistory.queryOptions({ input: { textId, language }, enabled: opened }),
  );
  return (
    <Drawer opened={opened} onClose={onClose} title={textsTexts.historyTitle(correspondenceTexts.languages[language])}>
      <Stack gap="sm">
        {history.isPending ? <Loading /> : null}
        <ProblemAlert error={history.error} />
        <Text small muted>
          {textsTexts.historyHint}
        </Text>
        {history.data?.map((version, index) => (
          <Card
            key={version.textVersionId}
            title={(index === 0 ? textsTexts.currentVersion : textsTexts.version)(version.version)}
            actions={
              <Button size="xs" onClick={() => onUse(version)}>
                {textsTexts.useVersion}
              </Button>
            }
          >
            <Text small muted>
              {formatMoment(version.at)} · {version.author}
            </Text>
            <Text strong>{version.subject}</Text>
            <p className={classes['oldWords']}>{plainBody(version.body)}</p>
          </Card>
        ))}
      </Stack>
    </Drawer>
  );
}
