import type { NamedExclusion, NamedProposal } from '#shared/dunning/contract.ts';
import type { ExclusionCode, ProposalNote } from '#shared/dunning/decision.ts';
import type { RunProposal } from '#shared/runs/contract.ts';
import type { ListView } from './list-address.ts';
import { reasonOrder } from './run-words.nl.ts';

/** Both lists of a decision, of a run or of a dry run. */
export type DecisionLists = {
  readonly proposals: readonly RunProposal[];
  readonly exclusions: readonly NamedExclusion[];
};

/** Notes that somebody should look at; the others only explain. */
const loud: ReadonlySet<ProposalNote> = new Set(['creditElsewhere', 'schoolLeaver', 'nearLimitation', 'brokenPlan']);

/** It deserves a look before it goes. */
export function asksAttention(row: RunProposal): boolean {
  return urgency(row) < 2;
}

/** 0: something is wrong with an address, a text or the law; 1: somebody should look; 2: it may go. */
function urgency({ exceptions, notes }: RunProposal): number {
  return exceptions.length > 0 ? 0 : notes.some(({ code }) => loud.has(code)) ? 1 : 2;
}

/** What somebody should look at before what only explains. */
export function notesByWeight({ notes }: RunProposal): RunProposal['notes'] {
  return notes.toSorted((one, other) => Number(loud.has(other.code)) - Number(loud.has(one.code)));
}

/** A proposal of a dry run as a run would show it: nothing chosen, nothing happened. */
export function asRunProposal(proposal: NamedProposal, index: number): RunProposal {
  return {
    ...proposal,
    runProposalId: index + 1,
    isDropped: false,
    choiceReason: '',
    effectiveChannel: proposal.channel,
    address: '',
    letterNumber: null,
    outcome: 'open',
    outcomeReason: '',
    sinceLastRun: null,
    messageId: null,
    messageStatus: null,
    taskId: null,
    payBefore: null,
    exceptions: [],
  };
}

/** The proposals that the address asks for, what deserves a look first; with `attention` only those. */
export function chosenProposals(proposals: readonly RunProposal[], view: ListView): readonly RunProposal[] {
  const words = wordsOf(view.search);
  const found = proposals.filter(
    (row) =>
      (view.list !== 'attention' || asksAttention(row)) &&
      (view.schoolId === undefined || row.schoolId === view.schoolId) &&
      (view.channel === undefined || row.effectiveChannel === view.channel) &&
      (view.since === undefined || row.sinceLastRun === view.since) &&
      matches(words, [row.payerName, row.householdName, ...row.pupils, ...row.items.map(({ number }) => number)]),
  );
  return found.toSorted((one, other) => urgency(one) - urgency(other));
}

/** Of the search and the school; the reasons are counted over these. */
export function foundExclusions(exclusions: readonly NamedExclusion[], view: ListView): readonly NamedExclusion[] {
  const words = wordsOf(view.search);
  return exclusions.filter(
    (row) =>
      (view.schoolId === undefined || row.schoolId === view.schoolId) &&
      matches(words, [row.payerName ?? '', row.householdName, row.sentence]),
  );
}

/** The reasons that occur with how many there are, what a person can do something about first. */
export function perReason(
  exclusions: readonly NamedExclusion[],
): readonly { readonly reason: ExclusionCode; readonly rows: readonly NamedExclusion[] }[] {
  const rows = Map.groupBy(exclusions, ({ reason }) => reason);
  return reasonOrder.flatMap((reason) => {
    const those = rows.get(reason);
    return those ? [{ reason, rows: those }] : [];
  });
}

/** Lower case, without accents, so that é is found by e. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

function wordsOf(search: string): readonly string[] {
  return plain(search).split(/\s+/).filter(Boolean);
}

function matches(words: readonly string[], texts: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = plain(texts.join(' '));
  return words.every((word) => text.includes(word));
}
