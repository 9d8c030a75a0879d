import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Proposal } from '#shared/dunning/decision.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import { formatCents } from '#shared/money/cents.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import { type Anew, decidePayers } from './decide-payers.ts';
import { draftProposals, type ProposalDraft } from './drafts.ts';
import { runById } from './run-rows.ts';
import { termLastDay } from './term.ts';

type Row = {
  readonly messageId: number;
  readonly payerId: number;
  readonly schoolId: number;
  readonly stage: number;
  readonly chosenChannel: StageChannel | null;
  readonly stageChannel: StageChannel;
  readonly letterNumber: string | null;
  readonly payBefore: PlainDate | null;
  readonly channel: 'email' | 'letter';
  readonly address: string;
  /** JSON. */
  readonly items: string;
};

/**
 * Which reserved reminders of a run must not leave as they stand, and why: the same decision as the run, made again for
 * today. Paid, partly paid, held or credited since, another stage, another address, or a day to pay that has come too
 * near. What came on top since is no reason: the message is still true. Source: S-19, law.md 1.3.
 */
export function whyRunWithholds(
  store: Store,
  runId: number,
  messageIds: readonly number[],
  today: PlainDate,
): Map<number, string> {
  const rows = rowsOf(store, messageIds);
  const anew = decidePayers(store, runById(store, runId), [...new Set(rows.map(({ payerId }) => payerId))], today);
  const drafts = draftAgain(store, rows, anew, today);
  const reasons = new Map<number, string>();
  for (const row of rows) {
    if (reasons.has(row.messageId)) continue;
    const reason = whyNot(store, row, anew, drafts, today);
    if (reason !== null) reasons.set(row.messageId, reason);
  }
  return reasons;
}

function rowsOf(store: Store, messageIds: readonly number[]): Row[] {
  return statement(
    store,
    `SELECT m.id AS messageId, p.payer_id AS payerId, p.school_id AS schoolId, p.stage, p.chosen_channel AS chosenChannel,
       p.channel AS stageChannel, p.number AS letterNumber, p.pay_before AS payBefore, m.channel,
       m.recipient_address AS address,
       (SELECT json_group_array(json_object('invoiceId', invoice_id, 'amountCents', amount_cents)) FROM message_items
        WHERE message_id = m.id) AS items
     FROM json_each(?) k CROSS JOIN messages m ON m.id = k.value JOIN run_proposals p ON p.message_id = m.id ORDER BY p.id`,
  ).all(JSON.stringify(messageIds)) as Row[];
}

function draftAgain(store: Store, rows: readonly Row[], anew: Anew, today: PlainDate): Map<Proposal, ProposalDraft> {
  const requests = rows.flatMap((row) => {
    const proposal = anew.proposal(row);
    return proposal ? [{ proposal, chosenChannel: row.chosenChannel, letterNumber: row.letterNumber }] : [];
  });
  if (requests.length === 0) return new Map();
  const drafts = draftProposals(store, requests, { asOf: today });
  return new Map(drafts.flatMap((one) => one.requests.map(({ proposal }) => [proposal, one] as const)));
}

function whyNot(
  store: Store,
  row: Row,
  anew: Anew,
  drafts: ReadonlyMap<Proposal, ProposalDraft>,
  today: PlainDate,
): string | null {
  const now = anew.proposal(row);
  if (now === null) return anew.whyNot(row);
  if (now.stage !== row.stage) return 'De fase van deze betaler is intussen een andere.';
  const amounts = whyAmounts(row, now);
  if (amounts !== null) return amounts;
  const draft = drafts.get(now)?.draft;
  if (!draft) return 'De betaler heeft intussen geen bruikbaar adres meer.';
  const { channel, address } = draft.destination;
  if (channel !== row.channel || address !== row.address) return 'Het adres van de betaler is intussen gewijzigd.';
  const isRegistered = (row.chosenChannel ?? row.stageChannel) === 'registeredLetter';
  const term = termLastDay(store, channel === 'letter' && isRegistered ? 'registeredLetter' : channel, today);
  if (row.payBefore !== null && row.payBefore < term) {
    return 'De betaaldatum die erin staat, is intussen te kort: er gingen dagen voorbij.';
  }
  return null;
}

function whyAmounts(row: Row, now: Proposal): string | null {
  const items = JSON.parse(row.items) as { readonly invoiceId: number; readonly amountCents: number }[];
  const open = new Map(now.items.map(({ invoiceId, amountCents }) => [invoiceId, amountCents]));
  const asked = items.filter(({ amountCents }) => amountCents > 0);
  if (asked.some(({ invoiceId, amountCents }) => open.get(invoiceId) !== amountCents)) {
    const still = sum(asked.map(({ invoiceId }) => open.get(invoiceId) ?? 0));
    const before = sum(asked.map(({ amountCents }) => amountCents));
    return `Intussen is er betaald, geboekt of opgeschort: van ${formatCents(before)} staat nog ${formatCents(still)} open.`;
  }
  const credited = -sum(items.filter(({ amountCents }) => amountCents < 0).map(({ amountCents }) => amountCents));
  return now.creditCents > credited
    ? `Intussen is er ${formatCents(now.creditCents - credited)} tegoed bijgekomen.`
    : null;
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, each) => total + each, 0);
}
