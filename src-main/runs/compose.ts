import type { PlainDate } from '#shared/calendar/plain-date.ts';
import type { Proposal } from '#shared/dunning/decision.ts';
import type { StageChannel } from '#shared/dunning/procedure.ts';
import type { ComposedMessage } from '#main/correspondence/prepare.ts';
import type { Store } from '#main/store/store.ts';

export type ComposeRequest = {
  readonly proposal: Proposal;
  /** What a person chose in the place of the channel of the stage. */
  readonly chosenChannel: StageChannel | null;
  /** Number of the school, "2026-00012"; null as long as the run has not started. */
  readonly letterNumber: string | null;
};

export type ComposedProposal = {
  /** The proposals it carries: one, or those of jointly liable payers who get one message together. The first gives its number. */
  readonly requests: readonly [ComposeRequest, ...ComposeRequest[]];
  /** The channel as it leaves; a letter or e-mail follows from the addresses when the wanted one cannot. */
  readonly channel: StageChannel;
  /** Null: a call, a talk, a hand-over, or nobody can be reached. */
  readonly message: ComposedMessage | null;
  /** The reference of this payer for several bills, when the message carries it: to be given for good when it is reserved. */
  readonly payerReference: string | null;
  /** Printed as the last day to pay; null without a message. */
  readonly payBefore: PlainDate | null;
  /** What deserves a look. */
  readonly exceptions: readonly { readonly code: string; readonly sentence: string }[];
  /** Why it cannot leave, in Dutch; empty: it may. */
  readonly blockers: readonly string[];
};

/** Fills in the messages of a run as they would leave on `asOf`. Calls, talks and hand-overs come back without a message. */
export function composeProposals(
  store: Store,
  proposals: readonly ComposeRequest[],
  options: { readonly asOf: PlainDate },
): ComposedProposal[] {
  void store;
  void proposals;
  void options;
  throw new Error('not there yet');
}
