import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Card } from '#renderer/ui/card.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { privacyTexts as texts } from './privacy.nl.ts';

/** In the dossier: questions about data that wait, and the way to a report or erasure. */
export function HouseholdPrivacy({ householdId }: { readonly householdId: number }) {
  const [isOpen, setIsOpen] = useState(false);
  const refused = useRefused();
  const requests = useQuery(api.privacy.requests.queryOptions({ input: { householdId, withAnswered: false } }));
  if (refused('privacy.accessReport')) return null;
  const rows = requests.data ?? [];
  return (
    <Card title={texts.card}>
      <Stack gap="xs">
        {rows.map(({ privacyRequestId, personName, kind, answerBefore }) => (
          <Text key={privacyRequestId} small>
            {texts.shortKinds[kind]}: <PersonName>{personName}</PersonName>, {texts.columns.before.toLowerCase()}{' '}
            <PlainDate date={answerBefore} />
          </Text>
        ))}
        <div>
          <TextButton onClick={() => setIsOpen(true)}>{texts.open}</TextButton>
        </div>
      </Stack>
      {isOpen ? <PersonDialog householdId={householdId} onClose={() => setIsOpen(false)} /> : null}
    </Card>
  );
}
