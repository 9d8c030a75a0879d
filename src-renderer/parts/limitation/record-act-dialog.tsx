import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { HouseholdPage } from '#shared/dossier/contract.ts';
import { type LimitationActKind, limitationActKinds } from '#shared/law/contract.ts';
import { formatCents } from '#shared/money/cents.ts';
import { api } from '#renderer/app/api.ts';
import { useToday } from '#renderer/parts/use-today.ts';
import { CheckList } from '#renderer/ui/check-list.tsx';
import { DateInput } from '#renderer/ui/date-input.tsx';
import { SimpleGrid, Stack } from '#renderer/ui/layout.tsx';
import { Modal } from '#renderer/ui/modal.tsx';
import { ProblemAlert } from '#renderer/ui/problem-alert.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextInput } from '#renderer/ui/text-input.tsx';
import { PersonName, Text } from '#renderer/ui/text.tsx';
import classes from './limitation.module.css';
import { limitationTexts as texts } from './limitation.nl.ts';
import { type Proof, ProofField } from './proof-field.tsx';
import { useRecordAct } from './use-record-act.ts';

/** Keeps what restarts the clock of one or more bills of a household, with its proof. */
export function RecordActDialog({
  householdId,
  invoiceId,
  onClose,
}: {
  readonly householdId: number;
  /** Picked to begin with. */
  readonly invoiceId: number;
  readonly onClose: () => void;
}) {
  const page = useQuery(api.dossier.page.queryOptions({ input: { householdId } }));
  const radar = useQuery(api.limitation.radar.queryOptions({ input: { householdId } }));
  const today = useToday();
  if (page.data && radar.data && today !== undefined) {
    const limited = new Set(radar.data.rows.filter((row) => row.isLimited).map((row) => row.invoiceId));
    return <RecordAct household={page.data} limited={limited} invoiceId={invoiceId} today={today} onClose={onClose} />;
  }
  const error = page.error ?? radar.error;
  if (!error) return null;
  return (
    <Modal opened onClose={onClose} title={texts.record}>
      <ProblemAlert error={error} onRetry={() => void Promise.all([page.refetch(), radar.refetch()])} />
    </Modal>
  );
}

type Draft = {
  readonly invoiceIds: readonly number[];
  readonly kind: LimitationActKind;
  readonly payerId: number | null;
  readonly date: PlainDate | null;
  readonly proof: Proof | null;
  readonly note: string;
};

function RecordAct({
  household,
  limited,
  invoiceId,
  today,
  onClose,
}: {
  readonly household: HouseholdPage;
  /** Nothing restarts these any more. */
  readonly limited: ReadonlySet<number>;
  readonly invoiceId: number;
  readonly today: PlainDate;
  readonly onClose: () => void;
}) {
  const [draft, setDraft] = useState<Draft>({
    invoiceIds: [invoiceId],
    kind: 'acknowledgement',
    payerId: null,
    date: null,
    proof: null,
    note: '',
  });
  const [tried, setTried] = useState(false);
  const record = useRecordAct(onClose);
  const change = (part: Partial<Draft>): void => setDraft((current) => ({ ...current, ...part }));
  const bills = household.invoices.filter(
    (bill) => bill.kind === 'invoice' && bill.openCents > 0 && !limited.has(bill.invoiceId),
  );
  function submit(): void {
    setTried(true);
    const { invoiceIds, date, proof } = draft;
    if (invoiceIds.length > 0 && date !== null && proof !== null) record.mutate({ ...draft, date, proof });
  }
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={texts.record}
      onConfirm={submit}
      confirm={{ label: texts.save, loading: record.isPending }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="sm">
          <Text muted>{texts.recordHint}</Text>
          <Select
            label={texts.kind}
            description={texts.proofOf[draft.kind]}
            required
            value={draft.kind}
            onChange={(kind) => kind !== null && change({ kind })}
            options={limitationActKinds.map((value) => ({ value, label: texts.kinds[value] }))}
          />
          <SimpleGrid cols={2} spacing="sm">
            <DateInput
              label={texts.date}
              required
              value={draft.date}
              maxDate={today}
              onChange={(date) => change({ date })}
              error={tried && draft.date === null ? texts.fillIn : null}
            />
            <Select
              label={texts.payer}
              withNames
              clearable
              placeholder={texts.anyPayer}
              value={draft.payerId === null ? null : String(draft.payerId)}
              onChange={(value) => change({ payerId: value === null ? null : Number(value) })}
              options={household.payers.map(({ payerId, firstName, lastName }) => ({
                value: String(payerId),
                label: `${firstName} ${lastName}`,
              }))}
            />
          </SimpleGrid>
          <Text muted small>
            {texts.payerHint}
          </Text>
          <div className={classes['bills']}>
            <CheckList
              label={texts.invoices}
              options={bills.map(({ invoiceId: value, number, pupilName, openCents }) => ({
                value,
                label: (
                  <>
                    {number} · <PersonName>{pupilName}</PersonName> · {formatCents(openCents)}
                  </>
                ),
              }))}
              value={draft.invoiceIds}
              onChange={(invoiceIds) => change({ invoiceIds })}
              error={tried && draft.invoiceIds.length === 0 ? texts.chooseInvoice : null}
            />
          </div>
          {limited.size > 0 ? (
            <Text muted small>
              {texts.limitedLeftOut}
            </Text>
          ) : null}
          <ProofField
            documents={household.documents}
            proof={draft.proof}
            onProof={(proof) => change({ proof })}
            error={tried && draft.proof === null ? texts.missingProof : null}
          />
          <TextInput
            label={texts.note}
            value={draft.note}
            maxLength={500}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <ProblemAlert error={record.error} />
        </Stack>
      </form>
    </Modal>
  );
}
