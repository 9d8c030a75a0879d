import { useMutation, useQuery } from '@tanstack/react-query';
import { formatCents } from '#shared/money/cents.ts';
import { api, client } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Facts } from '#renderer/ui/facts.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { PlainDate } from '#renderer/ui/plain-date.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { settingsTexts as texts } from './settings.nl.ts';

const whole = new Intl.NumberFormat('nl-BE');

/** Which version this is, and the proof that every balance is right. */
export function AboutPanel() {
  const status = useQuery(api.setup.status.queryOptions());
  const ledger = useMutation({ mutationFn: () => client.ledger.verify(), meta: { quiet: true } });
  return (
    <Stack gap="md">
      <Card title={texts.aboutTitle}>
        {status.data ? (
          <Facts
            rows={[
              { name: texts.version, value: status.data.version },
              { name: texts.today, value: <PlainDate date={status.data.asOf} /> },
              { name: texts.actor, value: status.data.actor },
              { name: texts.data, value: status.data.isDemo ? texts.demoData : texts.ownData },
            ]}
          />
        ) : null}
      </Card>
      <Card title={texts.checksTitle}>
        <Stack gap="sm">
          <Text muted>{texts.checksText}</Text>
          <Group gap="sm">
            <Button onClick={() => ledger.mutate()} loading={ledger.isPending}>
              {texts.verifyLedger}
            </Button>
          </Group>
          <ProblemAlert error={ledger.error} />
          {ledger.data ? <LedgerResult {...ledger.data} /> : null}
        </Stack>
      </Card>
    </Stack>
  );
}

function LedgerResult({ invoices, postings, wrong, wrongEntries }: Awaited<ReturnType<typeof client.ledger.verify>>) {
  if (wrong.length === 0 && wrongEntries.length === 0) {
    return <Alert tone="success">{texts.ledgerGood(whole.format(invoices), whole.format(postings))}</Alert>;
  }
  return (
    <Alert
      tone="danger"
      title={wrong.length > 0 ? texts.ledgerBad(whole.format(wrong.length)) : texts.entriesBad(wrongEntries.length)}
    >
      <ul>
        {wrong.slice(0, 20).map(({ invoiceId, keptCents, summedCents }) => (
          <li key={invoiceId}>{texts.ledgerLine(invoiceId, formatCents(keptCents), formatCents(summedCents))}</li>
        ))}
        {wrongEntries.slice(0, 20).map(({ entryId, sentence }) => (
          <li key={`entry-${entryId}`}>{sentence}</li>
        ))}
      </ul>
      {texts.ledgerBadNext}
    </Alert>
  );
}
