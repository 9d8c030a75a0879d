import { useQuery } from '@tanstack/react-query';
import type { HouseholdChange } from '#shared/people/contract.ts';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Drawer } from '#renderer/ui/drawer.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { separationTexts as texts } from './separation.nl.ts';
import { useUndoChange } from './use-undo-change.ts';
import classes from './people.module.css';

/** What changed in a household, the newest first; each can be taken back as long as nothing was built on it. */
export function ChangesDrawer({
  householdId,
  onClose,
}: {
  readonly householdId: number;
  readonly onClose: () => void;
}) {
  const changes = useQuery(api.people.changes.queryOptions({ input: { householdId } }));
  return (
    <Drawer opened onClose={onClose} title={texts.changesTitle}>
      <Stack gap="md">
        <Text muted>{texts.changesIntro}</Text>
        <ProblemAlert error={changes.error} onRetry={() => void changes.refetch()} />
        {changes.isPending ? <Loading /> : null}
        {changes.data?.length === 0 ? <EmptyState title={texts.noChanges}>{texts.noChangesText}</EmptyState> : null}
        <ul className={classes['list']} aria-label={texts.changesTitle}>
          {(changes.data ?? []).map((change) => (
            <ChangeEntry key={change.householdChangeId} change={change} />
          ))}
        </ul>
      </Stack>
    </Drawer>
  );
}

function ChangeEntry({ change }: { readonly change: HouseholdChange }) {
  const { undo } = useUndoChange();
  const refused = useRefused();
  const { householdChangeId, sentence, author, at, undoneAt, undoBlockedBy } = change;
  return (
    <li className={classes['person']}>
      <div className={classes['head']}>
        <span className={classes['name']}>{sentence}</span>
        <span className={classes['end']}>
          {undoneAt !== null ? (
            <Badge>{texts.undone}</Badge>
          ) : undoBlockedBy === null && !refused('people.undoChange') ? (
            <Button
              size="xs"
              loading={undo.isPending}
              aria-label={texts.undoOf(sentence)}
              onClick={() => undo.mutate({ householdChangeId })}
            >
              {texts.undo}
            </Button>
          ) : null}
        </span>
      </div>
      <div className={classes['lines']}>
        <Moment at={at} /> · {author}
      </div>
      {undoneAt === null && undoBlockedBy !== null ? <div className={classes['lines']}>{undoBlockedBy}</div> : null}
    </li>
  );
}
