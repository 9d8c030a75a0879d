import type { RunProposal } from '#shared/runs/contract.ts';
import { byText } from '#shared/correspondence/order.ts';
import type { MessageStatus } from '#shared/correspondence/contract.ts';
import type { PlainDate } from '#shared/calendar/plain-date.ts';
import { statement } from '#main/store/statement.ts';
import type { Store } from '#main/store/store.ts';
import type { SinceLastRun } from './compare.ts';
import { costToCome } from './costs-of-run.ts';
import { draftProposals, type ProposalDraft } from './drafts.ts';
import { nameProposals } from './run-names.ts';
import type { RunProposalRow } from './run-rows.ts';

type MessageRow = {
  readonly messageId: number;
  readonly status: MessageStatus;
  readonly channel: 'email' | 'letter';
  readonly address: string;
};

/** Where a row goes and what deserves a look: as it left, else as it would leave on the day. */
type Way = Pick<RunProposal, 'effectiveChannel' | 'address' | 'exceptions'>;

export type PageRows = {
  /** What needs a look first, then by household. */
  readonly proposals: RunProposal[];
  /** What would leave still, a couple's message once. */
  readonly drafts: readonly ProposalDraft[];
};

/** The rows of a run with their names, where they go and what became of them. */
export function pageRows(
  store: Store,
  rows: readonly RunProposalRow[],
  { asOf, sinceLastRun }: { readonly asOf: PlainDate; readonly sinceLastRun: SinceLastRun },
): PageRows {
  const messages = messagesOf(store, rows);
  const open = rows.filter(
    ({ outcome, messageId }) => messageId === null && (outcome === 'open' || outcome === 'raised'),
  );
  const requestOf = new Map(
    open.map((row) => [row, { proposal: row.proposal, chosenChannel: row.chosenChannel, letterNumber: row.number }]),
  );
  const leaving = open.filter(({ isDropped }) => !isDropped);
  const dropped = open.filter(({ isDropped }) => isDropped);
  const drafted = [leaving, dropped].map((some) =>
    some.length === 0
      ? []
      : draftProposals(
          store,
          some.flatMap((row) => requestOf.get(row) ?? []),
          { asOf },
        ),
  );
  const draftOf = new Map(drafted.flat().flatMap((draft) => draft.requests.map((request) => [request, draft])));
  const named = nameProposals(
    store,
    rows.map(({ proposal }) => proposal),
  );
  const proposals = rows.flatMap((row, index): RunProposal[] => {
    const names = named[index];
    if (!names) return [];
    const message = row.messageId === null ? undefined : messages.get(row.messageId);
    const request = requestOf.get(row);
    const draft = request && draftOf.get(request);
    return [
      {
        ...names,
        runProposalId: row.runProposalId,
        isDropped: row.isDropped,
        choiceReason: row.choiceReason,
        ...(message
          ? wayOfMessage(row, message)
          : withCosts(store, row, draft ? wayOfDraft(draft) : wayOfRow(row), asOf)),
        letterNumber: row.number,
        outcome: row.outcome,
        outcomeReason: row.outcomeReason,
        sinceLastRun: sinceLastRun(row),
        messageId: row.messageId,
        messageStatus: message?.status ?? null,
        taskId: row.taskId,
        payBefore: row.payBefore ?? draft?.draft?.facts.payBefore ?? null,
      },
    ];
  });
  return {
    proposals: proposals.sort(
      byText(
        (proposal) => (needsLook(proposal) ? '0' : '1'),
        ({ householdName }) => householdName,
        ({ schoolName }) => schoolName,
        ({ payerId }) => String(payerId).padStart(12, '0'),
      ),
    ),
    drafts: drafted[0] ?? [],
  };
}

/** Of what is said about a proposal, that which a person should look at; the rest explains an ordinary one. */
const notesToLookAt: ReadonlySet<string> = new Set([
  'severalProcedures',
  'creditElsewhere',
  'schoolLeaver',
  'nearLimitation',
  'brokenPlan',
]);

function needsLook({ exceptions, notes }: RunProposal): boolean {
  return exceptions.length > 0 || notes.some(({ code }) => notesToLookAt.has(code));
}

function messagesOf(store: Store, rows: readonly RunProposalRow[]): ReadonlyMap<number, MessageRow> {
  const ids = rows.flatMap(({ messageId }) => messageId ?? []);
  const found = statement(
    store,
    `SELECT m.id AS messageId, m.status, m.channel, replace(m.recipient_address, char(10), ', ') AS address
     FROM json_each(?) k CROSS JOIN messages m ON m.id = k.value`,
  ).all(JSON.stringify([...new Set(ids)])) as MessageRow[];
  return new Map(found.map((message) => [message.messageId, message]));
}

/** What will be asked beside the bills is seen before anybody says yes to it. */
function withCosts(store: Store, { runId, proposal }: RunProposalRow, way: Way, asOf: PlainDate): Way {
  const cost = costToCome(store, { runId, proposal, channel: way.effectiveChannel }, asOf);
  return cost === null ? way : { ...way, exceptions: [...way.exceptions, { code: 'costs', sentence: cost.sentence }] };
}

function wayOfMessage(row: RunProposalRow, { channel, address }: MessageRow): Way {
  const isRegistered = (row.chosenChannel ?? row.proposal.channel) === 'registeredLetter';
  const effectiveChannel = channel === 'letter' && isRegistered ? 'registeredLetter' : channel;
  return { effectiveChannel, address, exceptions: [] };
}

function wayOfDraft({ channel, draft, exceptions }: ProposalDraft): Way {
  const address = draft?.destination.address.replaceAll('\n', ', ') ?? '';
  return {
    effectiveChannel: channel,
    address,
    exceptions: exceptions.map(({ code, sentence }) => ({ code, sentence })),
  };
}

function wayOfRow({ chosenChannel, proposal }: RunProposalRow): Way {
  return { effectiveChannel: chosenChannel ?? proposal.channel, address: '', exceptions: [] };
}
