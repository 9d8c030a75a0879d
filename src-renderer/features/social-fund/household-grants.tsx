import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { Moment } from '#renderer/ui/plain-date.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { AskGrantDialog } from './ask-grant-dialog.tsx';
import { GrantDrawer } from './grant-drawer.tsx';
import { socialFundTexts as texts, statusTones, statusWords } from './social-fund.nl.ts';

/** In the dossier: what this household was given or asked, and the way to ask. Nothing where there is no fund. */
export function HouseholdGrants({ householdId }: { readonly householdId: number }) {
  const [asking, setAsking] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const refused = useRefused();
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId, withClosed: false } }));
  const funds = useQuery(api.socialFund.funds.queryOptions({ input: {} }));
  const grants = useQuery(api.socialFund.grants.queryOptions({ input: { householdId } }));
  const bills = (page.data?.invoices ?? []).filter(({ kind, openCents }) => kind === 'invoice' && openCents > 0);
  const usable = (funds.data ?? []).filter(
    (fund) => fund.leftCents > 0 && bills.some(({ schoolName }) => schoolName === fund.schoolName),
  );
  const rows = grants.data ?? [];
  const chosen = rows.find(({ grantId }) => grantId === shown);
  const mayAsk = usable.length > 0 && !refused('socialFund.request');
  if (rows.length === 0 && !mayAsk) return null;
  return (
    <Card title={texts.card}>
      <Stack gap="xs">
        {rows.map(({ grantId, source, amountCents, status, at }) => (
          <div key={grantId}>
            <Group gap="xs" justify="space-between">
              <TextButton aria-label={texts.openFrom(source)} onClick={() => setShown(grantId)}>
                {source}
              </TextButton>
              <Money cents={amountCents} />
            </Group>
            <Group gap="xs">
              <Badge tone={statusTones[status]}>{statusWords[status]}</Badge>
              <Text small muted>
                <Moment at={at} dayOnly />
              </Text>
            </Group>
          </div>
        ))}
        {mayAsk ? (
          <div>
            <Button size="xs" onClick={() => setAsking(true)}>
              {texts.ask}
            </Button>
          </div>
        ) : null}
      </Stack>
      {asking && page.data ? (
        <AskGrantDialog household={page.data} funds={usable} onClose={() => setAsking(false)} />
      ) : null}
      {chosen ? <GrantDrawer grant={chosen} onClose={() => setShown(null)} /> : null}
    </Card>
  );
}
