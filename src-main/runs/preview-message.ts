import { Problem } from '#shared/api/problem.ts';
import type { MessagePreview } from '#shared/correspondence/contract.ts';
import type { LetterModel } from '#shared/correspondence/letter-model.ts';
import type { Context } from '#main/api/context.ts';
import { outboxMessageById } from '#main/correspondence/outbox-queries.ts';
import { preview } from '#main/correspondence/preview.ts';
import type { Store } from '#main/store/store.ts';
import { type ComposedProposal, composeProposals } from './compose.ts';
import { decidePayers } from './decide-payers.ts';
import { proposalsOfHousehold, type RunProposalRow, type RunRow, runById } from './run-rows.ts';

/** One message of a run: as it left, or else exactly as it would leave at this moment. */
export async function previewOfRun(
  { store, clock }: Context,
  { runId, runProposalId }: { readonly runId: number; readonly runProposalId: number },
): Promise<MessagePreview> {
  const run = runById(store, runId);
  const rows = proposalsOfHousehold(store, runId, runProposalId);
  const row = rows.find((one) => one.runProposalId === runProposalId);
  if (!row) throw new Problem('NOT_FOUND', 'Dit voorstel staat niet (meer) in de run. Ververs de lijst.');
  const stored = row.messageId === null ? null : outboxMessageById(store, row.messageId);
  if (stored) {
    const model = JSON.parse(stored.model) as LetterModel;
    return preview(store, { model, problems: [] }, { channel: stored.channel, address: stored.address });
  }
  const { message, channel, exceptions, blockers } = wouldLeave(store, run, rows, row, clock.today());
  if (message === null)
    throw new Problem('REFUSED', whyNoMessage(channel, [...blockers, ...exceptions.map(({ sentence }) => sentence)]));
  return preview(store, message.composed, message.draft.destination);
}

/** Decided and composed anew for the household, together with whom it goes to with the same message. */
function wouldLeave(
  store: Store,
  run: RunRow,
  rows: readonly RunProposalRow[],
  row: RunProposalRow,
  today: string,
): ComposedProposal {
  const together = rows.filter(
    (one) =>
      one === row || (!row.isDropped && !one.isDropped && one.messageId === null && one.schoolId === row.schoolId),
  );
  const isUnfinished = run.status === 'draft' || run.status === 'approved' || run.status === 'sending';
  const anew = isUnfinished
    ? decidePayers(
        store,
        run,
        together.map(({ payerId }) => payerId),
        today,
      )
    : null;
  const requests = together.flatMap((one) => {
    const proposal = anew ? anew.proposal(one) : one.proposal;
    return proposal ? [{ row: one, proposal, chosenChannel: one.chosenChannel, letterNumber: one.number }] : [];
  });
  const composed = composeProposals(store, requests, { asOf: isUnfinished ? today : run.asOf });
  const wanted = requests.find((request) => request.row === row);
  const found = composed.find(({ requests: own }) => own.some((request) => request === wanted));
  if (!found) {
    const why = anew?.whyNot(row) ?? '';
    throw new Problem('REFUSED', `Dit bericht zou nu niet meer vertrekken. ${why} Ververs het voorstel.`);
  }
  return found;
}

function whyNoMessage(channel: ComposedProposal['channel'], reasons: readonly string[]): string {
  if (channel === 'phone' || channel === 'talk') return 'Dit is een gesprek: er vertrekt geen bericht.';
  if (channel === 'handOver') return 'Dit dossier komt op de lijst om uit handen te geven: er vertrekt geen bericht.';
  return reasons[0] ?? 'Er vertrekt geen bericht.';
}
