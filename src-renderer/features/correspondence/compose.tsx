import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { MessageEdit, Selection } from '#shared/correspondence/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { Alert } from '#renderer/ui/alert.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { confirm } from '#renderer/ui/confirm.tsx';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Group, Stack } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { FooterBar, Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { Segmented } from '#renderer/ui/segmented.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { composeTexts, withEdit } from './compose.nl.ts';
import { ComposePreview } from './compose-preview.tsx';
import classes from './correspondence.module.css';
import { ExcludedTable } from './excluded-table.tsx';
import { MessageTable } from './message-table.tsx';

type List = 'attention' | 'all' | 'excluded';

/** The preparation of one batch: nothing is stored before *Verzenden*, and what is shown is computed anew at that moment. */
export function Compose({ selection, onSent }: { readonly selection: Selection; readonly onSent: () => void }) {
  const navigate = useNavigate();
  const { textId = null } = useSearch({ from: '/bericht' });
  const [edits, setEdits] = useState<MessageEdit[]>([]);
  const [chosenList, setChosenList] = useState<List | null>(null);
  const [messageKey, setMessageKey] = useState<string | null>(null);
  // One key per preparation: pressing the button twice is still one batch.
  const [requestKey] = useState(() => crypto.randomUUID());
  const [job, setJob] = useState<{ readonly jobId: string; readonly batchId: number } | null>(null);

  const texts = useQuery(api.correspondence.texts.queryOptions({ input: { withArchived: false } }));
  const plan = { selection, textId: textId ?? 1, edits };
  const preparation = useQuery(
    api.correspondence.prepare.queryOptions({
      input: plan,
      enabled: textId !== null && job === null,
      placeholderData: keepPreviousData,
    }),
  );
  const send = useMutation(api.correspondence.send.mutationOptions({ onSuccess: setJob }));

  const { data } = preparation;
  const attention = data?.messages.filter((message) => message.exceptions.length > 0) ?? [];
  const list = chosenList ?? (attention.length > 0 ? 'attention' : 'all');
  const messages = (list === 'attention' ? attention : data?.messages) ?? [];
  const picked = data?.messages.find((message) => message.messageKey === messageKey) ?? messages[0];
  const edit = (change: MessageEdit): void => setEdits((before) => withEdit(before, change));
  const ready = data !== undefined && data.totals.messages > 0 && data.blockers.length === 0;

  async function confirmAndSend(): Promise<void> {
    if (!data) return;
    const { emails, letters } = data.totals;
    const body = composeTexts.sendBody(emails, letters);
    if (await confirm({ title: composeTexts.sendTitle, body, confirmLabel: composeTexts.sendConfirm })) {
      send.mutate({ ...plan, requestKey });
    }
  }
  function toOutbox(): void {
    if (!job) return;
    onSent();
    void navigate({ to: '/postvak-uit', search: { batchId: job.batchId } });
  }

  return (
    <Page
      title={composeTexts.title}
      subtitle={
        data
          ? composeTexts.subtitle(data.totals.messages, data.totals.households, formatCents(data.totals.cents))
          : null
      }
      footer={
        <FooterBar
          actions={
            <FooterButton primary disabled={!ready} loading={send.isPending} onClick={() => void confirmAndSend()}>
              {composeTexts.send}
            </FooterButton>
          }
        >
          {data ? composeTexts.totals(data.totals.emails, data.totals.letters) : composeTexts.pickTextHint}
        </FooterBar>
      }
    >
      <Stack gap="sm">
        <Group align="end" gap="sm">
          <Select
            label={composeTexts.text}
            placeholder={composeTexts.pickText}
            width={340}
            options={(texts.data ?? []).map((text) => ({ value: String(text.textId), label: text.name }))}
            value={textId === null ? null : String(textId)}
            onChange={(chosen) =>
              void navigate({
                to: '/bericht',
                search: chosen === null ? {} : { textId: Number(chosen) },
                replace: true,
              })
            }
          />
          {textId === null ? null : (
            <Link to="/teksten/$textId" params={{ textId: String(textId) }}>
              {composeTexts.editText}
            </Link>
          )}
        </Group>
        <ProblemAlert error={texts.error ?? preparation.error ?? send.error} />
        {textId === null ? <Text muted>{composeTexts.pickTextHint}</Text> : null}
        {textId !== null && preparation.isPending ? <Loading /> : null}
        {data && data.blockers.length > 0 ? (
          <Alert tone="warning" title={composeTexts.blockers} actions={<SettingsLink />}>
            {data.blockers.map((blocker) => (
              <div key={blocker}>{blocker}</div>
            ))}
          </Alert>
        ) : null}
        {data && textId !== null ? (
          <>
            <Segmented
              label={composeTexts.lists}
              options={[
                { value: 'attention', label: composeTexts.attention(attention.length) },
                { value: 'all', label: composeTexts.all(data.messages.length) },
                { value: 'excluded', label: composeTexts.excluded(data.excluded.length) },
              ]}
              value={list}
              onChange={setChosenList}
            />
            {list === 'excluded' ? (
              <ExcludedTable excluded={data.excluded} />
            ) : (
              <div className={classes['compose']}>
                <MessageTable
                  key={list}
                  messages={messages}
                  pickedKey={picked?.messageKey ?? null}
                  onPick={setMessageKey}
                  onEdit={edit}
                />
                <Card title={composeTexts.previewTitle}>
                  {picked ? (
                    <ComposePreview key={picked.messageKey} plan={plan} message={picked} onEdit={edit} />
                  ) : (
                    <Text muted>{composeTexts.previewHint}</Text>
                  )}
                </Card>
              </div>
            )}
          </>
        ) : null}
      </Stack>
      <ProgressDialog jobId={job?.jobId ?? null} onDone={toOutbox} onClose={toOutbox} />
    </Page>
  );
}

function SettingsLink() {
  return (
    <Link to="/instellingen" search={{ tab: 'mail' }}>
      {composeTexts.toSettings}
    </Link>
  );
}
