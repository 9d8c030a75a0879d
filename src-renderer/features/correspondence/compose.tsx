import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { z } from 'zod';
import type { MessageEdit, Selection } from '#shared/correspondence/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { usePreference } from '#renderer/app/preferences.ts';
import { ProgressDialog } from '#renderer/parts/progress-dialog.tsx';
import { FooterButton } from '#renderer/ui/footer-button.tsx';
import { Group } from '#renderer/ui/layout.tsx';
import { Link } from '#renderer/ui/link.tsx';
import { Loading } from '#renderer/ui/loading.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { Fill, FooterBar, Page } from '#renderer/ui/page.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { Text } from '#renderer/ui/text.tsx';
import { useDebounced } from '#renderer/ui/use-debounced.ts';
import { ComposeBlockers } from './compose-blockers.tsx';
import { useEdits, withEdit, withoutWords } from './compose-draft.ts';
import { ComposeLists } from './compose-lists.tsx';
import { composeTexts } from './compose.nl.ts';
import { confirmSending } from './confirm-sending.tsx';
import classes from './correspondence.module.css';
import { outboxTexts } from './outbox.nl.ts';

/** The preparation of one batch: nothing is stored before *Verzenden*, and what is shown is computed anew at that moment. */
export function Compose({ selection, onSent }: { readonly selection: Selection; readonly onSent: () => void }) {
  const navigate = useNavigate();
  const search = useSearch({ from: '/bericht' });
  const [lastTextId, setLastTextId] = usePreference('compose.textId', z.number().int().nullable(), null);
  const [edits, changeEdits] = useEdits(selection);
  // One key per preparation: pressing the button twice is still one batch.
  const [requestKey] = useState(() => crypto.randomUUID());
  const [job, setJob] = useState<{ readonly jobId: string; readonly batchId: number } | null>(null);

  const texts = useQuery(api.correspondence.texts.queryOptions({ input: { withArchived: false } }));
  const text = texts.data?.find(({ textId }) => textId === (search.textId ?? lastTextId)) ?? null;
  const textId = text?.textId ?? null;
  const settledEdits = useDebounced(edits, 150);
  const send = useMutation(
    // Refused because something changed: show what is true now, so that the user looks again.
    api.correspondence.send.mutationOptions({ onSuccess: setJob, onError: () => void preparation.refetch() }),
  );
  const preparation = useQuery(
    api.correspondence.prepare.queryOptions({
      input: { selection, textId: textId ?? 1, edits: settledEdits },
      // What was decided stays on the screen while it is being sent.
      enabled: textId !== null && !send.isPending && !send.isSuccess,
      placeholderData: keepPreviousData,
    }),
  );
  const data = textId === null ? undefined : preparation.data;
  const settled = settledEdits === edits && !preparation.isFetching;
  const ready = data !== undefined && settled && data.totals.messages > 0 && data.blockers.length === 0;

  function chooseText(chosen: string | null): void {
    if (chosen === null) return;
    setLastTextId(Number(chosen));
    changeEdits(withoutWords);
    void navigate({ to: '/bericht', search: { textId: Number(chosen) }, replace: true });
  }
  async function confirmAndSend(): Promise<void> {
    if (!data || !text) return;
    if (await confirmSending(data, { edits, textName: text.name })) {
      send.mutate({ selection, textId: text.textId, edits, requestKey, fingerprint: data.fingerprint });
    }
  }
  function toOutbox(): void {
    if (!job) return;
    onSent();
    void navigate({ to: '/postvak-uit', search: { batchId: job.batchId } });
  }

  const totals = data?.totals;
  const amount = totals && totals.cents !== 0 ? formatCents(totals.cents) : '';
  return (
    <Page
      fill
      title={composeTexts.title}
      subtitle={totals ? composeTexts.subtitle(totals.messages, totals.households, amount) : undefined}
      footer={
        <FooterBar
          actions={
            <FooterButton primary disabled={!ready} loading={send.isPending} onClick={() => void confirmAndSend()}>
              {composeTexts.send}
            </FooterButton>
          }
        >
          <span role="status">
            {!totals
              ? composeTexts.pickTextHint
              : settled || send.isSuccess
                ? composeTexts.totals(totals.emails, totals.letters, amount)
                : composeTexts.calculating}
          </span>
        </FooterBar>
      }
    >
      <Fill>
        <Group align="end" gap="sm">
          <Select
            label={composeTexts.text}
            placeholder={composeTexts.pickText}
            width={340}
            options={(texts.data ?? []).map(({ textId: value, name }) => ({ value: String(value), label: name }))}
            value={textId === null ? null : String(textId)}
            onChange={chooseText}
          />
          {textId === null ? null : (
            <div className={classes['besideField']}>
              <Link to="/teksten/$textId" params={{ textId: String(textId) }}>
                {composeTexts.editText}
              </Link>
            </div>
          )}
        </Group>
        <ProblemAlert error={texts.error ?? preparation.error ?? send.error} />
        {texts.data?.length === 0 ? (
          <Text muted>
            {composeTexts.noTexts} <Link to="/teksten">{composeTexts.toTexts}</Link>
          </Text>
        ) : null}
        {textId !== null && preparation.isPending ? <Loading /> : null}
        {data && text ? (
          <>
            <ComposeBlockers preparation={data} textId={text.textId} textHasProblems={text.problems > 0} />
            <ComposeLists
              preparation={data}
              plan={{ selection, textId: text.textId, edits }}
              onEdit={(edit: MessageEdit) => changeEdits((before) => withEdit(before, edit))}
              changeEdits={changeEdits}
            />
          </>
        ) : null}
      </Fill>
      <Modal busy opened={send.isPending} onClose={() => {}} title={composeTexts.preparing}>
        <Loading />
        <Text>{composeTexts.preparingHint}</Text>
      </Modal>
      <ProgressDialog
        jobId={job?.jobId ?? null}
        onDone={toOutbox}
        onClose={toOutbox}
        hint={outboxTexts.sendingHint}
        cancelledText={outboxTexts.paused}
      />
    </Page>
  );
}
