import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#renderer/app/api.ts';
import { useRefused } from '#renderer/parts/use-refused.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Stack } from '#renderer/ui/layout.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { TextButton } from '#renderer/ui/text-button.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import { ReferDialog } from './refer-dialog.tsx';
import { ReferralDrawer } from './referral-drawer.tsx';
import { outcomeWords, referralsTexts as texts } from './referrals.nl.ts';

/** In the dossier: where the parents were sent for help, and the way to do so. Without any: only the button. */
export function HouseholdReferrals({ householdId }: { readonly householdId: number }) {
  const [referring, setReferring] = useState(false);
  const [shown, setShown] = useState<number | null>(null);
  const refused = useRefused();
  const referrals = useQuery(api.referrals.list.queryOptions({ input: { householdId, withClosed: true } }));
  const rows = referrals.data ?? [];
  const chosen = rows.find(({ referralId }) => referralId === shown);
  const refer =
    refused('referrals.open') || !referrals.data ? null : (
      <div>
        <Button size="xs" onClick={() => setReferring(true)}>
          {texts.refer}
        </Button>
      </div>
    );
  return (
    <>
      {rows.length === 0 ? (
        refer
      ) : (
        <Card title={texts.card}>
          <Stack gap="xs">
            {rows.map((row) => (
              <div key={row.referralId}>
                <TextButton
                  aria-label={texts.openOf(row.payerName, row.partnerName)}
                  onClick={() => setShown(row.referralId)}
                >
                  {row.partnerName}
                </TextButton>
                <Text small muted>
                  <PersonName>{row.payerName}</PersonName> ·{' '}
                  {row.outcome === null ? (
                    <>
                      {texts.followUpOn.toLowerCase()} <PlainDate date={row.followUpOn} />
                    </>
                  ) : (
                    outcomeWords[row.outcome].toLowerCase()
                  )}
                </Text>
              </div>
            ))}
            {refer}
          </Stack>
        </Card>
      )}
      {referring ? <ReferDialog householdId={householdId} onClose={() => setReferring(false)} /> : null}
      {chosen ? <ReferralDrawer referral={chosen} onClose={() => setShown(null)} /> : null}
    </>
  );
}
