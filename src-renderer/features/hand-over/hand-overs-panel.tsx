import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { PageColumns } from '#renderer/ui/page-columns.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { HandOverDrawer } from './hand-over-drawer.tsx';
import { HandOverTable } from './hand-over-table.tsx';
import { handOverTexts as texts } from './hand-over.nl.ts';
import { NewHandOverDialog } from './new-hand-over-dialog.tsx';
import { PartnersCard } from './partners-card.tsx';

/** What lawyers, bailiffs and collectors have in hands for the school, and who they are. */
export function HandOversPanel() {
  const [withTakenBack, setWithTakenBack] = useState(true);
  const [isMaking, setMaking] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const refused = useRefused();
  const list = useQuery(api.handOver.list.queryOptions({ input: { withTakenBack } }));
  const partners = useQuery(api.handOver.partners.queryOptions());
  const rows = list.data ?? [];
  const chosen = rows.find(({ handOverId }) => handOverId === shown);
  const hasPartner = (partners.data ?? []).length > 0;
  const add = refused('handOver.make') ? null : (
    <Button variant="primary" disabled={!hasPartner} onClick={() => setMaking(true)}>
      {texts.add}
    </Button>
  );
  return (
    <Stack gap="sm">
      <Text muted>{texts.intro}</Text>
      <ProblemAlert
        error={list.error ?? partners.error}
        onRetry={() => void Promise.all([list.refetch(), partners.refetch()])}
      />
      {list.isPending || partners.isPending ? <Loading /> : null}
      {list.data && partners.data ? (
        <PageColumns aside={<PartnersCard partners={partners.data} />}>
          {rows.length > 0 || !withTakenBack ? (
            <Group gap="md">
              {add}
              <Checkbox
                label={texts.withTakenBack}
                checked={withTakenBack}
                onChange={(event) => setWithTakenBack(event.currentTarget.checked)}
              />
            </Group>
          ) : null}
          {rows.length > 0 ? (
            <Card flush>
              <HandOverTable rows={rows} onOpen={setShown} />
            </Card>
          ) : (
            <EmptyState title={texts.none} actions={withTakenBack ? add : null}>
              {hasPartner ? texts.noneText : texts.needsPartner}
            </EmptyState>
          )}
        </PageColumns>
      ) : null}
      {isMaking ? <NewHandOverDialog onClose={() => setMaking(false)} onMade={setShown} /> : null}
      {chosen ? <HandOverDrawer handOver={chosen} onClose={() => setShown(null)} /> : null}
    </Stack>
  );
}
