import { useQuery } from '@tanstack/react-query';
import type { Preparation } from '#shared/correspondence/contract.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { composeTexts } from './compose.nl.ts';

/** What stops the whole batch, with the way to where it is solved. */
export function ComposeBlockers({
  preparation,
  textId,
  textHasProblems,
}: {
  readonly preparation: Preparation;
  readonly textId: number;
  readonly textHasProblems: boolean;
}) {
  const { blockers, messages } = preparation;
  const mail = useQuery(api.correspondence.mailSettings.queryOptions());
  if (blockers.length === 0) return null;
  const withoutIban = messages.find(({ exceptions }) => exceptions.some(({ code }) => code === 'noIban'));
  return (
    <Alert
      tone="warning"
      title={composeTexts.blockers}
      actions={
        <Group gap="md">
          {mail.data?.settings === null ? (
            <Link to="/instellingen" search={{ tab: 'mail' }}>
              {composeTexts.toMailSettings}
            </Link>
          ) : null}
          {withoutIban ? (
            <Link to="/instellingen" search={{ tab: 'school', schoolId: withoutIban.schoolId }}>
              {composeTexts.toSchoolSettings}
            </Link>
          ) : null}
          {textHasProblems ? (
            <Link to="/teksten/$textId" params={{ textId: String(textId) }}>
              {composeTexts.toText}
            </Link>
          ) : null}
        </Group>
      }
    >
      {blockers.map((blocker) => (
        <div key={blocker}>{blocker}</div>
      ))}
    </Alert>
  );
}
